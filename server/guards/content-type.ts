import type { Context } from 'hono'
import type { Problem } from '../../shared/problem.ts'

const READABLE = /^(text\/plain|application\/json)\s*(;|$)/i

/**
 * Lets in text/plain, which the widget sends because it needs no preflight on somebody
 * else's page, and application/json for everybody else.
 */
export function refuseContentType(c: Context): Problem | undefined {
  return READABLE.test(c.req.header('Content-Type') ?? '') ? undefined : { problem: 'content-type' }
}
