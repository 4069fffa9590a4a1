import type { Context } from 'hono'
import type { Problem } from '../../shared/problem.ts'

/** Refuses what a browser says is a form, a link or an opaque request rather than a script's. */
export function refuseFetchMode(c: Context): Problem | undefined {
  const mode = c.req.header('Sec-Fetch-Mode')
  return mode === 'no-cors' || mode === 'navigate' ? { problem: 'fetch-mode' } : undefined
}
