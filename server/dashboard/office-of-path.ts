import type { Office } from '../store/store.ts'
import type { DashboardAct } from './dashboard-route.ts'

/** The office that an address names. */
export function officeOfPath({ places, path }: DashboardAct): Office | undefined {
  return places.offices.find(({ key }) => key === path['office'])
}

/** What an office is called; `none` for no office. */
export function officeName({ places }: DashboardAct, key: string | null, none: string): string {
  if (key === null || key === '') return none
  return places.offices.find((office) => office.key === key)?.name ?? key
}
