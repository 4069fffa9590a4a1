import type { Days, FollowUp, FollowUpFilter, Store } from '../../store/store.ts'
import { subtreeOf } from './office-tree.ts'
import type { ReportScope } from './report-scope.ts'
import type { Scoped } from './unit-places.ts'

/** More of them are no longer read on paper; the dashboard has all. */
const MOST = 200

/** The follow-ups of a period about what a report is about: written down, due or open in it. */
export async function reportFollowUps(
  store: Store,
  scope: ReportScope,
  scoped: Scoped,
  { from, to }: Days,
): Promise<readonly FollowUp[]> {
  const filter = { ...filterOf(scope, scoped), within: { from, to } }
  const followUps: FollowUp[] = []
  for (let after: FollowUpPosition | undefined; after !== null; ) {
    const asked = { after: after ?? null, most: MOST - followUps.length }
    const { entries, next } = await store.readFollowUps(filter, asked)
    followUps.push(...entries)
    after = followUps.length < MOST ? next : null
  }
  return followUps
}

type FollowUpPosition = Awaited<ReturnType<Store['readFollowUps']>>['next']

function filterOf(scope: ReportScope, { offices }: Scoped): FollowUpFilter {
  if (scope.kind === 'office') return { answering: [...subtreeOf(offices, scope.office.key)] }
  if (scope.kind === 'site') return { sites: [scope.site.key] }
  return { sites: [scope.site.key], article: scope.article }
}
