import type { Period } from '../domain/report/period.ts'
import { readScope } from '../domain/report/report-scope.ts'
import type { Site, WordingChange } from '../store/store.ts'
import { partCharts } from './charts/part-charts.ts'
import { seriesCharts } from './charts/series-charts.ts'
import { wordingMarks } from './charts/wording-marks.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { type Html, html } from './html.ts'
import { readPlaceSeries } from './place-charts.ts'
import { hatching } from './report/share-bar.ts'

/** A site's period over time, as a whole and by section. */
export async function siteCharts(
  act: DashboardAct,
  site: Site,
  period: Period,
  changes: readonly WordingChange[],
): Promise<Html> {
  const { rules, words } = act
  const { sites, sections } = await readScope(rules.store, { kind: 'site', site })
  const names = new Map(
    sections.filter((each) => each.site === site.key).map(({ prefix, name }) => [prefix, name]),
  )
  const places = [...(sites[0]?.units.values() ?? [])]
  const parts = [...new Set(places.map(({ prefix }) => prefix))].map((prefix) => ({
    ...{ key: prefix, name: prefix === '' ? words.chartOther : (names.get(prefix) ?? prefix) },
  }))
  const series = await readPlaceSeries(act, sites, period, parts, ({ prefix }) => prefix)
  const rest = {
    href: `/admin/sites/${site.key}/sections?period=${period.code}`,
    text: words.chartAllParts,
  }
  const marks = wordingMarks(words, [{ site, changes }], series.all)
  return html`${hatching()}${seriesCharts(words, series.all, marks)}${partCharts(words, words.chartSections, series.parts, marks, rest)}`
}
