import type { Context, Hono, NotFoundHandler } from 'hono'
import type { Problem } from '../../shared/problem.ts'
import { problemResponse } from './problem-response.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/**
 * What no route answers: 405 with `Allow` where the path knows another method, else 404.
 * Asks the router instead of a catch-all on every path, which would slow the paths down.
 *
 * @param respond makes the response of a refusal
 */
export function notFound(
  app: Hono,
  respond: (c: Context, problem: Problem) => Response = problemResponse,
): NotFoundHandler {
  return (c) => {
    const known = METHODS.filter((method) => app.router.match(method, c.req.path)[0].length > 0)
    if (known.length === 0) return respond(c, { problem: 'not-found' })
    if (known.includes('GET')) known.splice(1, 0, 'HEAD')
    const response = respond(c, { problem: 'method' })
    response.headers.set('Allow', known.join(', '))
    return response
  }
}
