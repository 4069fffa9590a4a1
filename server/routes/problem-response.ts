import type { Context } from 'hono'
import { PROBLEMS, type Problem } from '../../shared/problem.ts'
import { crossOrigin } from './cross-origin.ts'

/** When to try again after a refusal of the storage, in seconds. */
const STORAGE_AGAIN = 5

/**
 * A refusal as an RFC 9457 problem document. It carries the cross-origin headers whatever
 * the origin, so that the widget on a page that isn't listed can say why it stays quiet.
 */
export function problemResponse(c: Context, { problem, detail, retryAfter }: Problem): Response {
  const { status, title } = PROBLEMS[problem]
  const headers = crossOrigin(c.req.header('Origin'), 'application/problem+json')
  headers['Access-Control-Expose-Headers'] = 'Retry-After'
  const again = status === 503 ? STORAGE_AGAIN : retryAfter
  if (again !== undefined) headers['Retry-After'] = String(again)
  const document = { type: problem, title, status, ...(detail === undefined ? {} : { detail }) }
  return new Response(JSON.stringify(document), { status, headers })
}
