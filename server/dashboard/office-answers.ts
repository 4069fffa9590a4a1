import type { Period } from '../domain/report/period.ts'
import { type PlaceAnswers, readPlaceAnswers } from '../domain/report/place-answers.ts'
import type { Scoped } from '../domain/report/unit-places.ts'
import { narrowPlaces, readUnitPlaces } from '../domain/report/unit-places.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { siteTarget } from './targets.ts'

/** What somebody may see, and what was gathered there. */
export interface SeenAnswers {
  readonly places: Scoped
  readonly answers: PlaceAnswers
}

/**
 * Everything that who asks may see: the sites that are theirs, and of other sites what their
 * offices answer for.
 */
export async function seenAnswers(act: DashboardAct, period: Period): Promise<SeenAnswers> {
  const all = await readUnitPlaces(act.rules.store)
  const sites = new Set(
    act.sites.map(({ key }) => key).filter((key) => act.may('see', siteTarget(act, key))),
  )
  const mine = (office: string | null) =>
    office !== null && act.may('see', { kind: 'office', office })
  const places = narrowPlaces(all, ({ office }, site) => sites.has(site) || mine(office))
  const answers = await readPlaceAnswers(act.readUnitResults, places.sites, period)
  return { places, answers }
}
