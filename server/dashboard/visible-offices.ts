import type { Office } from '../store/store.ts'
import type { DashboardAct } from './dashboard-route.ts'

/** The offices that who asks may see. */
export function visibleOffices({ places, may }: DashboardAct): readonly Office[] {
  return places.offices.filter(({ key }) => may('see', { kind: 'office', office: key }))
}
