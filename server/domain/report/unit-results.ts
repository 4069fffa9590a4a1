import type { Days, Store, UnitSum } from '../../store/store.ts'
import { dayBefore } from '../day-before.ts'
import { localDay } from '../local-day.ts'
import { poolSums } from './pool-sums.ts'

/** How long the sums of a day that has not closed are taken for those of now, in milliseconds. */
const FRESH = 3000
/** Days before today that are read live at most; a summing that is further behind is told. */
const MOST_LIVE = 2

/** What units gathered in some days. */
export interface UnitResults {
  readonly sums: readonly UnitSum[]
  /** False while the summing of closed days is behind: some are missing. */
  readonly complete: boolean
}

/** Reads what the units of a site gathered in some days, today until now. */
export type ReadUnitResults = (
  site: { readonly key: string; readonly timeZone: string },
  days: Days,
) => Promise<UnitResults>

/**
 * Closed days come from their sums; today, and yesterday in its first hour, from the tallies. Those
 * are read once for all who ask in the same few seconds.
 * @param clock milliseconds since 1970
 */
export function createUnitResults(
  store: Pick<Store, 'readUnitSums' | 'readThrough' | 'sumUnits'>,
  clock: () => number,
): ReadUnitResults {
  const live = new Map<
    string,
    { readonly at: number; readonly sums: Promise<readonly UnitSum[]> }
  >()

  function sumsOf(day: string): Promise<readonly UnitSum[]> {
    const now = clock()
    const known = live.get(day)
    if (known && now >= known.at && now - known.at < FRESH) return known.sums
    for (const [other, { at }] of live) if (now - at >= FRESH) live.delete(other)
    const sums = gather(store, day)
    live.set(day, { at: now, sums })
    sums.catch(() => live.delete(day))
    return sums
  }

  return async ({ key, timeZone }, days) => {
    const today = localDay(timeZone, clock())
    // Read first: a day that closes meanwhile is then read live, not twice and not never.
    const through = (await store.readThrough(key)) ?? ''
    const to = [days.to, through].sort()[0] ?? ''
    const closed = days.from <= to ? await store.readUnitSums(key, { from: days.from, to }) : []
    const pieces = [...closed]
    const oldest = dayBefore(today, MOST_LIVE)
    for (let day = oldest; day <= today; day = dayBefore(day, -1)) {
      if (day <= through || day < days.from || day > days.to) continue
      pieces.push(...(await sumsOf(day)).filter(({ site }) => site === key))
    }
    const isBehind = through < dayBefore(oldest, 1) && days.from < oldest
    return { sums: poolSums(pieces), complete: !isBehind }
  }
}

async function gather(store: Pick<Store, 'sumUnits'>, day: string): Promise<readonly UnitSum[]> {
  const pieces: UnitSum[] = []
  for await (const sums of store.sumUnits(day)) pieces.push(...sums)
  return poolSums(pieces)
}
