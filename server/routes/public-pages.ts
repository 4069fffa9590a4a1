import type { Handler, Hono } from 'hono'
import type { Rules } from '../domain/rules.ts'

/** Everything below it is public: what each site that is switched on tells anybody. */
export const PUBLIC_PATHS = '/s/*'

export interface PublicDeps {
  readonly rules: Rules
  /** Public key of the signed chains: Ed25519, 32 bytes as base64url. */
  readonly chainKey: () => string
  /** Told of every exception. */
  readonly onFault: (fault: unknown) => void
}

/** The public pages, read in at the first request for one: readers' own requests begin without. */
export function publicPages(deps: PublicDeps): Handler {
  let routes: Hono | undefined
  return async (c) => {
    routes ??= (await import('./public/public.ts')).publicRoutes(deps)
    return routes.fetch(c.req.raw, c.env)
  }
}
