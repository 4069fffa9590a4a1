import type { Handler, Hono } from 'hono'
import type { PublicDeps } from './public/public.ts'

/** Everything below it is public: what each site that is switched on tells anybody. */
export const PUBLIC_PATHS = '/s/*'

/** The public pages, read in at the first request for one: readers' own requests begin without. */
export function publicPages(deps: PublicDeps): Handler {
  let routes: Hono | undefined
  return async (c) => {
    routes ??= (await import('./public/public.ts')).publicRoutes(deps)
    return routes.fetch(c.req.raw, c.env)
  }
}
