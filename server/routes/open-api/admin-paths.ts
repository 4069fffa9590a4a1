import type { ProblemType } from '../../../shared/problem.ts'
import type { AdminRoute } from '../admin/admin-route.ts'
import { ROUTES, SITE_PATH } from '../admin/routes.ts'
import { type Operation, type Parameter, type PathItem, refusals, schemaOf } from './operation.ts'

const EVERY: readonly ProblemType[] = [
  ...(['unknown-field', 'value', 'article', 'unauthorised', 'insecure', 'site'] as const),
  ...(['method', 'attempts', 'fault', 'storage'] as const),
]
const WITH_BODY: readonly ProblemType[] = ['json', 'body-size', 'content-type', 'timeout']

const SITE: Parameter = {
  name: 'site',
  in: 'path',
  required: true,
  description: 'Public id of the site.',
  schema: { type: 'string' },
}

/** What programs of an office ask, with a token: made from the routes that answer it. */
export const ADMIN_PATHS_DESCRIBED: Readonly<Record<string, PathItem>> = Object.fromEntries(
  ROUTES.map((route) => [
    `${SITE_PATH.replace(':site', '{site}')}/${route.path}`,
    { [route.method.toLowerCase()]: describe(route) },
  ]),
)

function describe({ method, path, summary, asks, answers, inLines }: AdminRoute): Operation {
  const asked = schemaOf(asks, 'input')
  const type = inLines ? 'application/x-ndjson' : 'application/json'
  return {
    operationId: `${method.toLowerCase()}${path[0]?.toUpperCase()}${path.slice(1)}`,
    tags: ['Admin'],
    summary,
    security: [{ token: [] }],
    parameters: [SITE, ...(method === 'GET' ? queryOf(asked) : [])],
    ...(method === 'POST' && {
      requestBody: { required: true, content: { 'application/json': { schema: asked } } },
    }),
    responses: {
      200: {
        description: inLines ? 'One line of JSON for every thousand votes.' : 'What was asked for.',
        content: { [type]: { schema: schemaOf(answers, 'output') } },
      },
      ...refusals(method === 'POST' ? [...EVERY, ...WITH_BODY] : EVERY),
    },
  }
}

function queryOf(asked: Readonly<Record<string, unknown>>): readonly Parameter[] {
  const properties = (asked['properties'] ?? {}) as Readonly<Record<string, Parameter['schema']>>
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema,
  }))
}
