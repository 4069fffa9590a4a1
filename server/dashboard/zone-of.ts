import { subtreeOf } from '../domain/report/office-tree.ts'
import type { FollowUpAbout } from '../store/store.ts'
import type { DashboardAct } from './dashboard-route.ts'

/** Where there is no site yet whose zone it could be. */
const USUAL = 'Asia/Jakarta'

/** The time zone by which the days of a site go, or those of an office: the zone of its first site. */
export function zoneOf(
  { sites, places }: Pick<DashboardAct, 'sites' | 'places'>,
  about: FollowUpAbout | undefined,
): string {
  const within = about && 'office' in about ? subtreeOf(places.offices, about.office) : undefined
  const own = sites.find(({ key }) =>
    about && 'site' in about ? key === about.site : within?.has(places.officeOf.get(key) ?? ''),
  )
  return (own ?? sites[0])?.timeZone ?? USUAL
}
