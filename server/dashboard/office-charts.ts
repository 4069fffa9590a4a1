import { subtreeOf } from '../domain/report/office-tree.ts'
import type { Period } from '../domain/report/period.ts'
import type { ScopedSite } from '../domain/report/unit-places.ts'
import type { Office } from '../store/store.ts'
import { partCharts } from './charts/part-charts.ts'
import { seriesCharts } from './charts/series-charts.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { type Html, html } from './html.ts'
import type { SeenAnswers } from './office-answers.ts'
import { type PlacePart, readPlaceSeries } from './place-charts.ts'
import { hatching } from './report/share-bar.ts'
import { visibleOffices } from './visible-offices.ts'

/** An office over time with all below it, then each office below it; its sites where there is none. */
export async function officeCharts(
  act: DashboardAct,
  { key }: Office,
  { places }: SeenAnswers,
  period: Period,
): Promise<Html> {
  const { words } = act
  const within = subtreeOf(act.places.offices, key)
  const sites = unitsOf(places.sites, within)
  const below = act.places.offices.filter(({ parent }) => parent === key)
  const { all, parts } = await (below.length > 0
    ? readPlaceSeries(act, sites, period, ...byOffice(act, below, period))
    : readPlaceSeries(act, sites, period, ...bySite(sites, period)))
  const title = below.length > 0 ? words.chartOffices : words.chartSites
  return html`${hatching()}${seriesCharts(words, all, [])}${partCharts(words, title, parts, [], restOf(act, period))}`
}

/** The offices of the overview beside each other: those just below the top, or the tops where there are several. */
export async function overviewCharts(
  act: DashboardAct,
  { places }: SeenAnswers,
  period: Period,
): Promise<Html | readonly Html[]> {
  const { words } = act
  const offices = visibleOffices(act)
  const seen = new Set(offices.map(({ key }) => key))
  const tops = offices.filter(({ parent }) => parent === null || !seen.has(parent))
  const below = offices.filter(({ parent }) => parent === tops[0]?.key)
  const shown = tops.length > 1 || below.length === 0 ? tops : below
  const ask = shown.length > 1 ? byOffice(act, shown, period) : bySite(places.sites, period)
  const { parts } = await readPlaceSeries(act, places.sites, period, ...ask)
  const title = shown.length > 1 ? words.chartOffices : words.chartSites
  return partCharts(words, title, parts, [], restOf(act, period))
}

function restOf({ words }: DashboardAct, { code }: Period) {
  return { href: `/admin/offices?period=${code}`, text: words.chartAllParts }
}

type Ask = readonly [parts: readonly PlacePart[], partOf: Parameters<typeof readPlaceSeries>[4]]

/** Each with all that is below it. */
function byOffice({ places }: DashboardAct, offices: readonly Office[], { code }: Period): Ask {
  const partOf = new Map(
    offices.flatMap(({ key }) =>
      [...subtreeOf(places.offices, key)].map((one) => [one, key] as const),
    ),
  )
  const parts = offices.map(({ key, name }) => ({
    ...{ key, name, href: `/admin/offices/${key}?period=${code}` },
  }))
  return [parts, ({ office }) => partOf.get(office ?? '')]
}

function bySite(sites: readonly ScopedSite[], { code }: Period): Ask {
  const parts = sites.map(({ site: { key, name } }) => ({
    ...{ key, name, href: `/admin/sites/${key}?period=${code}` },
  }))
  return [parts, (_, site) => site]
}

/** Of each site the units that these offices answer for. */
function unitsOf(sites: readonly ScopedSite[], offices: ReadonlySet<string>) {
  return sites.flatMap(({ site, units, whole }): ScopedSite[] => {
    const own = [...units].filter(([, { office }]) => office !== null && offices.has(office))
    return own.length === 0
      ? []
      : [{ site, units: new Map(own), whole: whole && own.length === units.size }]
  })
}
