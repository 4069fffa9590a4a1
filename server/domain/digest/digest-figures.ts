import { PERMENPAN_14_2017 } from '../../../shared/grade.ts'
import { RANKED_FROM } from '../../../shared/ranking-bounds.ts'
import type { ChainLink, Days, FollowUp, Office, Store } from '../../store/store.ts'
import { dayBefore } from '../day-before.ts'
import { customPeriod, type Period } from '../report/period.ts'
import { reportFollowUps } from '../report/report-follow-ups.ts'
import {
  type Compared,
  compared,
  officeLines,
  type PlacedSum,
  poolAll,
  type ReportLine,
  sectionLines,
} from '../report/report-lines.ts'
import { type RankedArticle, rankArticles } from '../report/report-ranking.ts'
import { readScope } from '../report/report-scope.ts'
import type { Result } from '../report/result.ts'
import type { Scoped } from '../report/unit-places.ts'
import type { ReadUnitResults } from '../report/unit-results.ts'

const WEEK = 7
/** Days of which it is said what needs attention: in a week most articles have few votes. */
const LONG = 30
const MOST = 5
/** Whole hundredths of the index from which a grade is `B`: what is surely below needs attention. */
const GOOD = PERMENPAN_14_2017.bounds.find(({ grade }) => grade === 'B')?.from ?? 0

/** A week of an office with all that is below it, as its leadership reads it. */
export interface DigestFigures {
  readonly office: Office
  /** The seven days before the day of the digest, and the seven before those. */
  readonly week: Period
  readonly before: Period
  readonly total: Compared
  /** Offices and sections whose index moved beyond its interval. */
  readonly moved: readonly ReportLine[]
  /** Of the last thirty days, with thirty votes or more, surely below a good index; the worst first. */
  readonly sections: readonly ReportLine[]
  readonly articles: readonly RankedArticle[]
  /** Follow-ups that were done in the week, and that are overdue. */
  readonly done: readonly FollowUp[]
  readonly overdue: readonly FollowUp[]
  /** The latest link of each site's chain. */
  readonly heads: readonly ChainLink[]
  /** False while sums of closed days are missing. */
  readonly complete: boolean
}

interface DigestGround {
  readonly store: Store
  readonly readUnitResults: ReadUnitResults
}

/** @param day of the digest, local, YYYY-MM-DD: what came on it is not in */
export async function makeDigest(
  ground: DigestGround,
  office: Office,
  day: string,
): Promise<DigestFigures> {
  const { store } = ground
  const scope = { kind: 'office', office } as const
  const scoped = await readScope(store, scope)
  const week = customPeriod(dayBefore(day, WEEK), dayBefore(day, 1))
  const before = customPeriod(dayBefore(day, 2 * WEEK), dayBefore(day, WEEK + 1))
  const long = customPeriod(dayBefore(day, LONG), dayBefore(day, 1))
  const [now, then] = [await gather(ground, scoped, week), await gather(ground, scoped, before)]
  const month = await gather(ground, scoped, long)
  const lines = [
    ...officeLines(scoped, office.key, then.sums, now.sums),
    ...sectionLines(scoped, then.sums, now.sums).filter(({ key }) => key !== ''),
  ]
  const ranked = await rankArticles(store, scoped.sites, { ...long, code: 'latest' }, 'attention')
  return {
    ...{ office, week, before, total: compared(poolAll(then.sums), poolAll(now.sums)) },
    moved: lines.filter(({ change }) => change === 'higher' || change === 'lower'),
    sections: sectionLines(scoped, [], month.sums)
      .filter(({ key, now: result }) => key !== '' && isLow(result))
      .sort((a, b) => highOf(a.now) - highOf(b.now))
      .slice(0, MOST),
    articles: ranked.items.filter(isLow).slice(0, MOST),
    ...(await followUpsOf(store, scope, scoped, week, day)),
    heads: await headsOf(store, scoped),
    complete: now.complete && then.complete && month.complete,
  }
}

async function gather(
  { readUnitResults }: DigestGround,
  { sites }: Scoped,
  days: Days,
): Promise<{ readonly sums: readonly PlacedSum[]; readonly complete: boolean }> {
  const sums: PlacedSum[] = []
  let complete = true
  // One site after another: votes take turns with them.
  for (const { site, units } of sites) {
    const results = await readUnitResults(site, days)
    complete &&= results.complete
    for (const sum of results.sums) {
      const place = units.get(sum.unit)
      if (place) sums.push({ site: site.key, ...place, sum })
    }
  }
  return { sums, complete }
}

function isLow({ n, interval }: Pick<Result, 'n' | 'interval'>): boolean {
  return n >= RANKED_FROM && interval !== null && interval.high < GOOD
}

function highOf({ interval }: Result): number {
  return interval?.high ?? 0
}

async function followUpsOf(
  store: Store,
  scope: { readonly kind: 'office'; readonly office: Office },
  scoped: Scoped,
  week: Period,
  day: string,
): Promise<Pick<DigestFigures, 'done' | 'overdue'>> {
  const touched = await reportFollowUps(store, scope, scoped, week)
  const ended = ({ ended }: FollowUp) => ended !== null && ended >= week.from && ended <= week.to
  return {
    done: touched.filter((each) => each.status === 'done' && ended(each)),
    overdue: touched.filter((each) => each.ended === null && each.due < day),
  }
}

async function headsOf(store: Store, { sites }: Scoped): Promise<readonly ChainLink[]> {
  const heads = await store.readChainHeads()
  return heads.filter((head) => sites.some(({ site }) => site.key === head.site))
}
