import type { Site } from '../store/store.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { siteTarget } from './targets.ts'

/** The sites that who asks may see, in order. */
export function visibleSites(act: DashboardAct): readonly Site[] {
  return act.sites.filter(({ key }) => act.may('see', siteTarget(act, key)))
}
