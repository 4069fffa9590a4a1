import type { FollowUp, Site, Store } from '../../store/store.ts'
import { dayBefore } from '../day-before.ts'
import { localDay } from '../local-day.ts'

const A_YEAR = 365
/** More of them are no longer read. */
const MOST = 50

/** What is being done, or was in a year, about a whole site and its articles; not what was dropped. */
export async function publicFollowUps(
  store: Store,
  { key, timeZone }: Site,
  now: number,
): Promise<readonly FollowUp[]> {
  const to = localDay(timeZone, now)
  const within = { from: dayBefore(to, A_YEAR), to }
  const statuses = ['open', 'under-way', 'done'] as const
  const page = { after: null, most: MOST }
  return (await store.readFollowUps({ sites: [key], statuses, within }, page)).entries
}
