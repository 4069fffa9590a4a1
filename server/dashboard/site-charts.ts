import type { Period } from '../domain/report/period.ts'
import { readScope } from '../domain/report/report-scope.ts'
import { readSeries, type Series } from '../domain/report/series.ts'
import type { Site, WordingChange } from '../store/store.ts'
import { seriesCharts } from './charts/series-charts.ts'
import { type Multiple, smallMultiples } from './charts/small-multiples.ts'
import { type WordingMark, wordingMarks } from './charts/wording-marks.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { type Html, html, NOTHING } from './html.ts'
import { hatching } from './report/share-bar.ts'
import type { Words } from './words/words.ts'

/** Sections that are shown beside each other, at most. */
const MOST = 12

/** A site's period over time, as a whole and by section. */
export async function siteCharts(
  act: DashboardAct,
  site: Site,
  period: Period,
  changes: readonly WordingChange[],
): Promise<Html> {
  const { rules, words, readUnitResults } = act
  const ground = { store: rules.store, readUnitResults, now: rules.clock() }
  const { sites, sections } = await readScope(rules.store, { kind: 'site', site })
  const units = [...(sites[0]?.units ?? [])]
  const prefixes = [...new Set(units.map(([, { prefix }]) => prefix))]
  const whole = new Map(units.map(([unit]) => [unit, 0]))
  const parts = new Map(units.map(([unit, { prefix }]) => [unit, prefixes.indexOf(prefix)]))
  const all = (await readSeries(ground, [{ site, groups: whole }], period)).get(0) ?? []
  const bySection =
    prefixes.length > 1 ? await readSeries(ground, [{ site, groups: parts }], period) : new Map()
  const names = new Map(
    sections.filter((each) => each.site === site.key).map(({ prefix, name }) => [prefix, name]),
  )
  const items = prefixes.map((prefix, i) => ({
    name: prefix === '' ? words.chartOther : (names.get(prefix) ?? prefix),
    series: bySection.get(i) ?? [],
  }))
  const marks = wordingMarks(words, [{ site, changes }], all)
  return html`${hatching()}${seriesCharts(words, all, marks)}${bySections(words, items, marks)}`
}

/** Those with the most votes; nothing where there is nothing to hold beside each other. */
function bySections(
  words: Words,
  items: readonly Multiple[],
  marks: readonly WordingMark[],
): Html | readonly Html[] {
  const rated = items
    .map((item) => ({ ...item, n: ratings(item.series) }))
    .filter(({ n, series }) => n > 0 && series.length > 1)
    .sort((a, b) => b.n - a.n)
  if (rated.length < 2) return NOTHING
  const shown = rated.slice(0, MOST)
  return html`<h2>${words.chartSections}</h2>
    <p class="hint">${words.chartSectionsMost(shown.length, rated.length)}</p>
    ${smallMultiples(words, shown, marks)}`
}

function ratings(series: Series): number {
  return series.reduce((sum, { result: { n } }) => sum + n, 0)
}
