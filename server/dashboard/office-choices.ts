import { inTreeOrder } from '../domain/report/tree-order.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { indented } from './indented.ts'

/**
 * Offices that who asks may give something to, as a form names them; for owners with none at all.
 * @param none what it is called to belong to none
 */
export function officeChoices(
  act: DashboardAct,
  none: string,
  fits: (key: string) => boolean = () => true,
): readonly (readonly [value: string, text: string])[] {
  const own = act.places.offices.filter(
    ({ key }) => fits(key) && act.may('appoint', { kind: 'office', office: key }),
  )
  const named = inTreeOrder(own).map(
    ({ key, name, depth }) => [key, indented(name, depth)] as const,
  )
  return act.may('govern', { kind: 'server' }) ? [['', none], ...named] : named
}
