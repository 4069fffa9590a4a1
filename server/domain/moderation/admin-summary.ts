import type { DaySums } from '../../store/store.ts'
import { localDay } from '../local-day.ts'
import type { Rules } from '../rules.ts'
import type { ListedSite } from '../site/site-directory.ts'

const DAY = 24 * 60 * 60 * 1000

/** What a site gathered in some days, all choices together. */
export interface PeriodSums {
  readonly from: string
  readonly to: string
  readonly votes: readonly {
    readonly standing: string
    readonly reason: string | null
    readonly votes: number
  }[]
  /** Requests are what was counted and what was dropped. */
  readonly views: {
    readonly requests: number
    readonly counted: number
    readonly dropped: Readonly<Record<string, number>>
  }
}

/** The site's local day so far, and the seven days that end with it. */
export async function summarise(
  { store, clock }: Rules,
  { site }: ListedSite,
): Promise<{ readonly today: PeriodSums; readonly week: PeriodSums }> {
  const now = clock()
  const today = localDay(site.timeZone, now)
  const first = localDay(site.timeZone, now - 6 * DAY)
  const days = await store.readDays(site.key, first, today)
  return {
    today: sumOf(days, today, today),
    week: sumOf(days, first, today),
  }
}

function sumOf(all: readonly DaySums[], from: string, to: string): PeriodSums {
  const days = all.filter(({ day }) => day >= from)
  const set = new Map<string, PeriodSums['votes'][number]>()
  for (const { standing, reason, votes } of days.flatMap(({ uncounted }) => uncounted)) {
    const name = `${standing} ${reason}`
    set.set(name, { standing, reason, votes: votes + (set.get(name)?.votes ?? 0) })
  }
  const dropped: Record<string, number> = {}
  for (const { reason, views } of days.flatMap((day) => day.dropped)) {
    dropped[reason] = (dropped[reason] ?? 0) + views
  }
  const counted = total(days.map(({ views }) => views))
  const votes = total(days.map((day) => day.counted))
  const setAside = [...set].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sums]) => sums)
  return {
    from,
    to,
    votes: [{ standing: 'counted', reason: null, votes }, ...setAside],
    views: { requests: counted + total(Object.values(dropped)), counted, dropped },
  }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0)
}
