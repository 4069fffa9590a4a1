import { type Context, Hono } from 'hono'
import type { Figures } from '../../shared/figures.ts'
import { VIEWS_PATH, VOTES_PATH, WITHDRAWALS_PATH } from '../../shared/paths.ts'
import { isProblem, type Problem } from '../../shared/problem.ts'
import {
  parseViewRequest,
  parseVoteRequest,
  parseWithdrawalRequest,
} from '../../shared/reader-request.ts'
import { readTallies } from '../domain/read-tallies.ts'
import { recordView } from '../domain/record-view.ts'
import type { Rules } from '../domain/rules.ts'
import { castVote, withdrawVote } from '../domain/take-turn.ts'
import { admitWrite } from '../guards/write.ts'
import { crossOrigin } from './cross-origin.ts'
import { entityTag } from './entity-tag.ts'
import { methodNotAllowed } from './method-not-allowed.ts'
import { preflight } from './preflight.ts'
import { problemResponse } from './problem-response.ts'

const TALLIES_PATH = '/v1/sites/:site/tallies'

/** How long a shared cache may answer for the tallies, in seconds. */
const TALLIES_FRESH = 10

/** The readers' contract, version 1: three writes and one read, cross-origin, no cookies. */
export function readerRoutes(rules: Rules): Hono {
  const routes = new Hono()
  const { sites } = rules

  routes.post(VIEWS_PATH, async (c) => {
    const admitted = await admitWrite(c, { sites, parse: parseViewRequest, originOptional: true })
    if (isProblem(admitted)) return problemResponse(c, admitted)
    const { listed, request, origin } = admitted
    return reply(c, await recordView(rules, listed, request, origin !== undefined && !isPrefetch(c)))
  })

  routes.post(VOTES_PATH, async (c) => {
    const admitted = await admitWrite(c, { sites, parse: parseVoteRequest })
    if (isProblem(admitted)) return problemResponse(c, admitted)
    return reply(c, await castVote(rules, admitted.listed, admitted.request))
  })

  routes.post(WITHDRAWALS_PATH, async (c) => {
    const admitted = await admitWrite(c, { sites, parse: parseWithdrawalRequest })
    if (isProblem(admitted)) return problemResponse(c, admitted)
    return reply(c, await withdrawVote(rules, admitted.listed, admitted.request))
  })

  for (const path of [VIEWS_PATH, VOTES_PATH, WITHDRAWALS_PATH]) {
    routes.options(path, preflight(sites))
    routes.all(path, methodNotAllowed('POST, OPTIONS'))
  }

  routes.get(TALLIES_PATH, async (c) => {
    const listed = await sites.find(c.req.param('site'))
    if (!listed) return problemResponse(c, { problem: 'site' })
    const tallies = await readTallies(rules, listed, c.req.queries('article') ?? [])
    if (typeof tallies !== 'string') return problemResponse(c, tallies)
    const body = `{"tallies":${tallies}}`
    const tag = entityTag(body)
    const headers = {
      'Content-Type': 'application/json',
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': `public, max-age=${TALLIES_FRESH}`,
      ETag: tag,
    }
    if (c.req.header('If-None-Match') === tag) return c.body(null, 304, headers)
    return c.body(body, 200, headers)
  })
  routes.all(TALLIES_PATH, methodNotAllowed('GET, HEAD'))

  return routes
}

function reply(c: Context, outcome: Figures | Problem): Response {
  if (isProblem(outcome)) return problemResponse(c, outcome)
  return c.body(JSON.stringify(outcome), 200, crossOrigin(c.req.header('Origin'), 'application/json'))
}

/** A page that the browser fetched ahead, unseen so far. */
function isPrefetch(c: Context): boolean {
  return /\bpre(fetch|render)\b/.test(c.req.header('Sec-Purpose') ?? '')
}
