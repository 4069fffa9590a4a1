import type { Handler, Hono } from 'hono'
import type { AdminDeps } from './admin/admin.ts'

/** Everything below it is the admin API's. */
export const ADMIN_PATHS = '/api/admin/*'

/**
 * The admin API, read in at the first request for it: a server that only readers ask begins
 * without, and so does an isolate.
 */
export function adminApi(deps: AdminDeps): Handler {
  let routes: Hono | undefined
  return async (c) => {
    routes ??= (await import('./admin/admin.ts')).adminRoutes(deps)
    return routes.fetch(c.req.raw, c.env)
  }
}
