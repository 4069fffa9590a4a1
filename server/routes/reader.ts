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
import type { ClientOf } from '../guards/client.ts'
import type { SideBySide } from '../guards/side-by-side.ts'
import { admitWrite } from '../guards/write.ts'
import { askedArticles } from './asked-articles.ts'
import { crossOrigin } from './cross-origin.ts'
import { preflight } from './preflight.ts'
import { problemResponse } from './problem-response.ts'

const TALLIES_PATH = '/v1/sites/:site/tallies'

/** How long a shared cache may answer for the tallies, in seconds. */
const TALLIES_FRESH = 10

/** The readers' contract, version 1: three writes and one read, cross-origin, no cookies. */
export function readerRoutes(rules: Rules, sideBySide: SideBySide, clientOf: ClientOf): Hono {
  const routes = new Hono()
  const { sites, refusedOrigins } = rules
  const guard = { sites, refusedOrigins, sideBySide, clientOf }

  routes.post(VIEWS_PATH, async (c) => {
    const admitted = await admitWrite(c, {
      ...guard,
      parse: parseViewRequest,
      originOptional: true,
    })
    if (isProblem(admitted)) return problemResponse(c, admitted)
    const { listed, request, origin, client } = admitted
    const sending = { fromPage: origin !== undefined, prefetch: isPrefetch(c) }
    return reply(c, await recordView(rules, listed, request, client, sending))
  })

  routes.post(VOTES_PATH, async (c) => {
    const admitted = await admitWrite(c, { ...guard, parse: parseVoteRequest })
    if (isProblem(admitted)) return problemResponse(c, admitted)
    return reply(c, await castVote(rules, admitted.listed, admitted.request, admitted.client))
  })

  routes.post(WITHDRAWALS_PATH, async (c) => {
    const admitted = await admitWrite(c, { ...guard, parse: parseWithdrawalRequest })
    if (isProblem(admitted)) return problemResponse(c, admitted)
    return reply(c, await withdrawVote(rules, admitted.listed, admitted.request, admitted.client))
  })

  routes.on('OPTIONS', [VIEWS_PATH, VOTES_PATH, WITHDRAWALS_PATH], preflight(rules.sites))

  routes.get(TALLIES_PATH, async (c) => {
    await sideBySide()
    const listed = await rules.sites.find(c.req.param('site'))
    if (!listed) return problemResponse(c, { problem: 'site' })
    const tallies = await readTallies(rules, listed, askedArticles(c.req.url))
    if (isProblem(tallies)) return problemResponse(c, tallies)
    const tag = `W/"${tallies.version}"`
    const headers = {
      'Content-Type': 'application/json',
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': `public, max-age=${TALLIES_FRESH}`,
      ETag: tag,
    }
    if (c.req.header('If-None-Match') === tag) return new Response(null, { status: 304, headers })
    return new Response(`{"tallies":${tallies.json}}`, { headers })
  })

  return routes
}

function reply(c: Context, outcome: Figures | Problem): Response {
  if (isProblem(outcome)) return problemResponse(c, outcome)
  // Made here rather than by Hono, whose way through a Headers object costs as much as the view.
  const headers = crossOrigin(c.req.header('Origin'), 'application/json')
  return new Response(JSON.stringify(outcome), { headers })
}

/** A page that the browser fetched ahead, unseen so far. */
function isPrefetch(c: Context): boolean {
  return /\bpre(fetch|render)\b/.test(c.req.header('Sec-Purpose') ?? '')
}
