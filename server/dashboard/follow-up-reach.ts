import type { FollowUpFilter } from '../store/store.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { aboutChoices } from './follow-up-form.ts'

/** The follow-ups that are somebody's to see at all. */
export function followUpReach(act: DashboardAct): FollowUpFilter {
  const seen = aboutChoices(act, 'see').map(([value]) => value.split(' '))
  const keys = (kind: string) => seen.flatMap(([of, key = '']) => (of === kind ? [key] : []))
  return { sites: keys('site'), offices: keys('office') }
}
