import type { Days, FollowUp, Pooled, Store } from '../../store/store.ts'
import { localDay } from '../local-day.ts'
import { type Change, compareIndex } from './comparison.ts'
import { type Period, previousPeriod, sameOfLastYear } from './period.ts'
import { type PlacedSums, placeSums } from './place-sums.ts'
import { NOTHING, pool } from './pool-sums.ts'
import type { Ranking } from './ranking.ts'
import { reportFollowUps } from './report-follow-ups.ts'
import {
  type Compared,
  compared,
  officeLines,
  poolAll,
  type ReportLine,
  sectionLines,
} from './report-lines.ts'
import { trendMonths } from './report-period.ts'
import { type RankedArticle, rankArticles } from './report-ranking.ts'
import { type ReportScope, readScope } from './report-scope.ts'
import { type Result, resultOf } from './result.ts'
import type { Scoped } from './unit-places.ts'
import type { ReadUnitResults } from './unit-results.ts'
import { type BesidePeriods, readWordingParts, type SiteWordings } from './wording-parts.ts'

/** A month of the trend. */
export interface TrendPoint {
  readonly period: Period
  readonly result: Result
}

/** What is handed in of a period. */
export interface Report {
  readonly scope: ReportScope
  /** Name of the office that answers for it; null for none. */
  readonly office: string | null
  /** Of the article, as its site gives it; null for none, and where the report is about more. */
  readonly title: string | null
  readonly period: Period
  readonly previous: Period
  readonly lastYear: Period
  /** IANA zones by which the days go; of several sites there may be several. */
  readonly zones: readonly string[]
  /** Whether the last day of the period is over, at every site. */
  readonly closed: boolean
  /** False while sums of closed days are missing. */
  readonly complete: boolean
  /** Beside the previous period. */
  readonly total: Compared
  readonly yearBefore: Result
  readonly yearHundredths: number | null
  readonly yearChange: Change | null
  readonly offices: readonly ReportLine[]
  readonly sections: readonly ReportLine[]
  readonly trend: readonly TrendPoint[]
  readonly best: Ranking<RankedArticle>
  readonly attention: Ranking<RankedArticle>
  /** Sites that asked something else within these periods. */
  readonly wordings: readonly SiteWordings[]
  readonly followUps: readonly FollowUp[]
  readonly previousFollowUps: readonly FollowUp[]
}

export interface ReportGround {
  readonly store: Store
  readonly readUnitResults: ReadUnitResults
  /** Milliseconds since 1970. */
  readonly now: number
}

const NO_RANKING = { items: [], ranked: false } as const

/** @returns null where there is no such article */
export async function makeReport(
  ground: ReportGround,
  scope: ReportScope,
  period: Period,
): Promise<Report | null> {
  const { store, now: instant } = ground
  const scoped = await readScope(store, scope)
  const own = await ownerOf(store, scope, scoped, period)
  if (!own) return null
  const gather = (days: Days) => gatherDays(ground, scope, scoped, days)
  const [previous, lastYear] = [previousPeriod(period), sameOfLastYear(period)]
  const now = await gather(period)
  const before = await gather(previous)
  const year = await gather(lastYear)
  const [total, yearSum] = [poolAll(now.sums), poolAll(year.sums)]
  const { hundredths, change } = compareIndex(yearSum.votes, total.votes)
  const periods = { now: period, previous, lastYear }
  const zones = [...new Set(scoped.sites.map(({ site }) => site.timeZone))]
  const isArticle = scope.kind === 'article'
  const top = scope.kind === 'office' ? scope.office.key : null
  return {
    ...{ scope, ...own, period, previous, lastYear, zones },
    closed: zones.every((zone) => period.to < localDay(zone, instant)),
    complete: now.complete && before.complete && year.complete,
    total: compared(poolAll(before.sums), total),
    ...{ yearBefore: resultOf(yearSum), yearHundredths: hundredths, yearChange: change },
    offices: isArticle ? [] : officeLines(scoped, top, before.sums, now.sums),
    sections: isArticle ? [] : sectionLines(scoped, before.sums, now.sums),
    trend: await trendOf(gather, period, zones, instant),
    best: isArticle ? NO_RANKING : await rankArticles(store, scoped.sites, period, 'best'),
    wordings: await wordingsOf(ground, scope, scoped, periods),
    followUps: await reportFollowUps(store, scope, scoped, period),
    previousFollowUps: await reportFollowUps(store, scope, scoped, previous),
    attention: isArticle
      ? NO_RANKING
      : await rankArticles(store, scoped.sites, period, 'attention'),
  }
}

/** Who answers for it and its title; null for an article that there is not. */
async function ownerOf(
  store: Store,
  scope: ReportScope,
  { sites, offices }: Scoped,
  days: Days,
): Promise<Pick<Report, 'office' | 'title'> | null> {
  if (scope.kind === 'office') return { office: scope.office.name, title: null }
  const nameOf = (key: string | null | undefined) =>
    offices.find((office) => office.key === key)?.name ?? null
  const places = sites[0]?.units
  if (scope.kind === 'site') return { office: nameOf(places?.get(0)?.office), title: null }
  const article = { site: scope.site.key, key: scope.article }
  const known = await store.readArticleDays(article, days)
  return known && { office: nameOf(places?.get(known.unit)?.office), title: known.title }
}

async function gatherDays(
  { store, readUnitResults }: ReportGround,
  scope: ReportScope,
  { sites }: Scoped,
  days: Days,
): Promise<PlacedSums> {
  if (scope.kind === 'article') {
    const article = { site: scope.site.key, key: scope.article }
    const { views, votes, pending, excluded }: Pooled =
      (await store.readArticleDays(article, days)) ?? NOTHING
    const sum = pool(NOTHING, { views, votes, pending, excluded })
    return { sums: [{ site: scope.site.key, prefix: '', office: null, sum }], complete: true }
  }
  return placeSums(readUnitResults, sites, days)
}

async function wordingsOf(
  ground: ReportGround,
  scope: ReportScope,
  scoped: Scoped,
  periods: BesidePeriods,
): Promise<readonly SiteWordings[]> {
  const all: SiteWordings[] = []
  for (const one of scoped.sites) {
    const ofSite = { ...scoped, sites: [one] }
    const gather = async (days: Days) =>
      poolAll((await gatherDays(ground, scope, ofSite, days)).sums)
    const parts = await readWordingParts(ground.store, one.site, periods, gather)
    if (parts) all.push(parts)
  }
  return all
}

async function trendOf(
  gather: (days: Days) => Promise<PlacedSums>,
  period: Period,
  zones: readonly string[],
  instant: number,
): Promise<readonly TrendPoint[]> {
  const today =
    zones
      .map((zone) => localDay(zone, instant))
      .sort()
      .at(-1) ?? period.to
  const points: TrendPoint[] = []
  for (const month of trendMonths(period, today)) {
    const { sums } = await gather(month)
    points.push({ period: month, result: resultOf(poolAll(sums)) })
  }
  return points
}
