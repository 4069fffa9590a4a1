import type { ProblemType } from '../../../shared/problem.ts'
import {
  type Operation,
  type Parameter,
  type PathItem,
  refusals,
  type Schema,
} from './operation.ts'

const SITE: Parameter = {
  name: 'site',
  in: 'path',
  required: true,
  description: 'Public id of a site that has its public page switched on.',
  schema: { type: 'string' },
}
const LANGUAGE: Parameter = {
  name: 'lang',
  in: 'query',
  required: false,
  description: 'The site’s own unless asked for.',
  schema: { type: 'string', enum: ['id', 'en'] },
}
const ARTICLE: Parameter = {
  name: 'article',
  in: 'query',
  required: false,
  description: 'An address of an article; the whole site without one.',
  schema: { type: 'string' },
}

const TEXT = { type: 'string' }
const LIST: readonly ProblemType[] = ['site', 'not-found', 'busy', 'fault', 'storage']

/** What anybody may read of a site that has switched it on. */
export const PUBLIC_PATHS_DESCRIBED: Readonly<Record<string, PathItem>> = {
  '/s/{site}': {
    get: read('citizenPage', 'The page for citizens.', {
      answer: ['text/html', TEXT],
      parameters: [LANGUAGE],
    }),
  },
  '/s/{site}/open-data.json': {
    get: read('openDataJson', 'The site’s figures and those of its articles.', {
      answer: ['application/json', { type: 'object' }],
      types: LIST,
    }),
  },
  '/s/{site}/open-data.csv': {
    get: read('openDataCsv', 'The articles’ figures, with `;` between them.', {
      answer: ['text/csv', TEXT],
      types: LIST,
    }),
  },
  '/s/{site}/chain.json': {
    get: read('chain', 'The signed chain of closed days, for `verify-chain`.', {
      answer: ['application/json', { type: 'object' }],
      types: LIST,
    }),
  },
  '/s/{site}/badge.svg': {
    get: read('badge', 'A picture of the result, for a page of one’s own.', {
      answer: ['image/svg+xml', TEXT],
      parameters: [ARTICLE, LANGUAGE],
      types: ['site', 'article', 'fault', 'storage'],
    }),
  },
}

interface Read {
  readonly answer: readonly [type: string, schema: Schema]
  readonly parameters?: readonly Parameter[]
  readonly types?: readonly ProblemType[]
}

function read(
  operationId: string,
  summary: string,
  { answer, parameters = [], types = ['site', 'fault', 'storage'] }: Read,
): Operation {
  const [type, schema] = answer
  return {
    operationId,
    tags: ['Public'],
    summary,
    parameters: [SITE, ...parameters],
    responses: {
      200: { description: 'What was asked for.', content: { [type]: { schema } } },
      304: { description: 'Nothing has changed since the `ETag` in `If-None-Match`.' },
      ...refusals(types),
    },
  }
}
