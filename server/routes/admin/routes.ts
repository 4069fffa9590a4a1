import type { AdminRoute } from './admin-route.ts'
import { auditRoute } from './audit.ts'
import { exclusionsRoute, releasesRoute } from './decisions.ts'
import { noticesRoute } from './notices.ts'
import { standingsRoute } from './standings.ts'
import { summaryRoute } from './summary.ts'
import { votesRoute } from './votes.ts'

/** What every address of the admin API begins with. */
export const SITE_PATH = '/api/admin/sites/:site'

/** Every address of the admin API below its site. */
export const ROUTES: readonly AdminRoute[] = [
  standingsRoute,
  votesRoute,
  releasesRoute,
  exclusionsRoute,
  auditRoute,
  summaryRoute,
  noticesRoute,
]
