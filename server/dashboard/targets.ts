import type { Role } from '../../shared/role.ts'
import { type Target, targetOfRole } from '../domain/access/may.ts'
import type { Office, Person } from '../store/store.ts'
import type { DashboardAct } from './dashboard-route.ts'

type Placed = Pick<DashboardAct, 'places'>

export function siteTarget({ places }: Placed, site: string): Target {
  return { kind: 'site', site, office: places.officeOf.get(site) ?? null }
}

/** What somebody acts on who gives or takes this role. */
export function targetOf({ places }: Placed, role: Role): Target {
  return targetOfRole(role, (site) => places.officeOf.get(site) ?? null)
}

export function targetsOf(act: Placed, { roles }: Person): readonly Target[] {
  return roles.map((role) => targetOf(act, role))
}

/** What one acts on who moves or removes an office: the one above it, the server for one at the top. */
export function aboveTarget({ parent }: Pick<Office, 'parent'>): Target {
  return parent === null ? { kind: 'server' } : { kind: 'office', office: parent }
}
