import type { Period } from '../domain/report/period.ts'
import { pooledSeries } from '../domain/report/pooled-series.ts'
import { readSeries, type Series } from '../domain/report/series.ts'
import type { ScopedSite, UnitPlace } from '../domain/report/unit-places.ts'
import type { Multiple } from './charts/small-multiples.ts'
import type { DashboardAct } from './dashboard-route.ts'

/** What is drawn over time of some places: of all together, and of each part. */
export interface PlaceSeries {
  readonly all: Series
  /** Those with votes, the one with the most first. */
  readonly parts: readonly Multiple[]
}

/** A part of some places, such as an office or a section. */
export interface PlacePart {
  readonly key: string
  readonly name: string
  /** Where its own page is. */
  readonly href?: string | undefined
}

/**
 * Reads places over time in one pass, each unit for the part that it is in.
 * @param partOf key of the part of a unit's place; what is in none counts for the whole alone
 */
export async function readPlaceSeries(
  { rules, readUnitResults }: DashboardAct,
  sites: readonly ScopedSite[],
  period: Period,
  parts: readonly PlacePart[],
  partOf: (place: UnitPlace, site: string) => string | undefined,
): Promise<PlaceSeries> {
  const numbers = new Map(parts.map(({ key }, i) => [key, i]))
  const grouped = sites.map(({ site, units }) => {
    const group = ([unit, place]: readonly [number, UnitPlace]) =>
      [unit, numbers.get(partOf(place, site.key) ?? '') ?? parts.length] as const
    return { site, groups: new Map([...units].map(group)) }
  })
  const ground = { store: rules.store, readUnitResults, now: rules.clock() }
  const series = await readSeries(ground, grouped, period)
  const all = pooledSeries([...series.values()])
  // A part of a site may well have a day without a view; a whole site that has none was not measured.
  const hasWhole = sites.some(({ whole }) => whole)
  return {
    all: hasWhole ? all : all.map((step) => calm(step)),
    parts: parts
      .map(({ name, href }, i) => ({ name, href, series: series.get(i) ?? [] }))
      .map((part) => ({ ...part, n: ratings(part.series) }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n),
  }
}

function calm(step: Series[number]): Series[number] {
  return step.state === 'outage' ? { ...step, state: 'measured' } : step
}

function ratings(series: Series): number {
  return series.reduce((sum, { result: { n } }) => sum + n, 0)
}
