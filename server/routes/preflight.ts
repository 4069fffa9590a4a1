import type { Handler } from 'hono'
import type { SiteDirectory } from '../domain/site/site-directory.ts'
import { crossOrigin } from './cross-origin.ts'
import { problemResponse } from './problem-response.ts'

/** How long a browser may remember the answer, in seconds. */
const REMEMBERED = '7200'

/** Answers OPTIONS for callers that send application/json; the widget needs none. */
export function preflight(sites: SiteDirectory): Handler {
  return async (c) => {
    const origin = c.req.header('Origin')
    if (origin === undefined || !(await sites.admits(origin))) {
      return problemResponse(c, { problem: 'origin' })
    }
    const { 'Content-Type': _, ...headers } = crossOrigin(origin, '')
    return c.body(null, 204, {
      ...headers,
      Allow: 'POST, OPTIONS',
      'Access-Control-Allow-Methods': 'POST',
      'Access-Control-Allow-Headers': 'Content-Type',
      'Access-Control-Max-Age': REMEMBERED,
    })
  }
}
