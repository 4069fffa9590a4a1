import { VIEWS_PATH, VOTES_PATH, WITHDRAWALS_PATH } from '../../../shared/paths.ts'
import type { ProblemType } from '../../../shared/problem.ts'
import { type Operation, type PathItem, refusals } from './operation.ts'

const WRITE: readonly ProblemType[] = [
  ...(['json', 'unknown-field', 'article', 'ballot', 'turn', 'automated', 'address'] as const),
  ...(['fetch-mode', 'origin', 'site', 'method', 'timeout', 'body-size'] as const),
  ...(['content-type', 'article-quota', 'header-size', 'fault', 'storage'] as const),
]

const ref = (name: string) => ({ schema: { $ref: `#/components/schemas/${name}` } })

/** What readers' pages ask, cross-origin and without cookies. Frozen with version 1. */
export const READER_PATHS: Readonly<Record<string, PathItem>> = {
  [VIEWS_PATH]: {
    post: write('countView', 'Counts a view and answers with the figures that include it.', {
      body: 'View',
      answer: 'ViewReply',
      types: [...WRITE, 'page', 'visit'],
    }),
  },
  [VOTES_PATH]: {
    post: write('castVote', 'Casts or changes a ballot’s vote for an article.', {
      body: 'Vote',
      answer: 'Figures',
      types: [...WRITE, 'choice', 'token', 'closed', 'rate'],
    }),
  },
  [WITHDRAWALS_PATH]: {
    post: write('withdrawVote', 'Takes a ballot’s vote back.', {
      body: 'Withdrawal',
      answer: 'Figures',
      types: [...WRITE, 'closed', 'rate'],
    }),
  },
  '/v1/sites/{site}/tallies': { get: tallies() },
  '/healthz': { get: operations('health', 'Whether the process is alive.', []) },
  '/readyz': { get: operations('readiness', 'Whether the database answers.', ['storage']) },
}

interface Write {
  readonly body: string
  readonly answer: string
  readonly types: readonly ProblemType[]
}

function write(operationId: string, summary: string, { body, answer, types }: Write): Operation {
  return {
    operationId,
    tags: ['Readers'],
    summary,
    description: 'Sent by a page of one of the site’s origins. `text/plain` needs no preflight.',
    requestBody: {
      required: true,
      content: { 'application/json': ref(body), 'text/plain': ref(body) },
    },
    responses: {
      200: { description: 'The figures.', content: { 'application/json': ref(answer) } },
      ...refusals(types),
    },
  }
}

function tallies(): Operation {
  return {
    operationId: 'readTallies',
    tags: ['Readers'],
    summary: 'Views and votes of up to a hundred articles, in the asked order.',
    parameters: [
      { name: 'site', in: 'path', required: true, schema: { type: 'string' } },
      {
        name: 'article',
        in: 'query',
        required: true,
        description: 'Once for each article.',
        schema: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 100 },
      },
    ],
    responses: {
      200: {
        description: 'One entry for each article; an unknown one has zeros.',
        content: { 'application/json': ref('Tallies') },
      },
      304: { description: 'Nothing has changed since the `ETag` in `If-None-Match`.' },
      ...refusals(['article', 'site', 'method', 'fault', 'storage']),
    },
  }
}

function operations(
  operationId: string,
  summary: string,
  types: readonly ProblemType[],
): Operation {
  return {
    operationId,
    tags: ['Operations'],
    summary,
    responses: {
      200: { description: 'It is.', content: { 'application/json': ref('Status') } },
      ...refusals(types),
    },
  }
}
