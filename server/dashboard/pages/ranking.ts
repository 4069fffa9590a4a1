import { monthsUntil } from '../../domain/report/months-until.ts'
import { type Period, periodOf, readPeriod } from '../../domain/report/period.ts'
import { readPlaceAnswers } from '../../domain/report/place-answers.ts'
import { RANKED_BY, type RankedBy, rank } from '../../domain/report/ranking.ts'
import { rankArticles } from '../../domain/report/report-ranking.ts'
import { readSeries } from '../../domain/report/series.ts'
import type { Scoped } from '../../domain/report/unit-places.ts'
import { narrowPlaces, readUnitPlaces } from '../../domain/report/unit-places.ts'
import { addressWith } from '../address-with.ts'
import { articleAddress } from '../articles/article-link.ts'
import { listPeriod } from '../articles/list-period.ts'
import { choiceField } from '../choice-field.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { button, faultSummary } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { nameOfPeriod } from '../period-words.ts'
import { type RankedRow, rankingTable } from '../ranking-table.ts'
import { visibleOffices } from '../visible-offices.ts'
import { visibleSites } from '../visible-sites.ts'
import { zoneOf } from '../zone-of.ts'

/** Of each kind, at most. */
const MOST = 10

/**
 * What is best, needs attention or is viewed most of all that one may see: offices, sections and
 * months first, since most articles have few votes.
 */
export const rankingPage: DashboardRoute = {
  method: 'GET',
  path: '/ranking',
  access: { action: 'see', on: 'somewhere' },
  async answer(act) {
    const { words, query, rules, at } = act
    const by = query['by'] ? RANKED_BY.find((each) => each === query['by']) : RANKED_BY[0]
    const title = words.rankingTitle
    if (!by) {
      const faults = [{ field: 'content', text: words.articlesUnknownOrder }]
      const usual = addressWith(at, query, { by: undefined })
      const body = html`${faultSummary(words.faults, faults)}<p><a href="${usual}">${words.back}</a></p>`
      return { title, body, status: 400 }
    }
    const seen = visibleSites(act)
    const site = seen.find(({ key }) => key === query['site'])
    const of = new Set((site ? [site] : seen).map(({ key }) => key))
    const offices = new Set(site ? [] : visibleOffices(act).map(({ key }) => key))
    const places = narrowPlaces(
      await readUnitPlaces(rules.store),
      ({ office }, key) => of.has(key) || (office !== null && offices.has(office)),
    )
    const { chosen, choices } = listPeriod(words, query['period'], zoneOf(act, undefined), act.now)
    const period = readPeriod(chosen.code) ?? periodOf('quarter', chosen.to)
    const body = html`<form class="filter" method="get" action="${at}">
        ${choiceField({ ...{ name: 'by', label: words.articlesSort, value: by }, options: RANKED_BY.map((each) => [each, words.articleOrders[each]] as const) })}
        ${choiceField({ ...{ name: 'period', label: words.period, value: period.code }, options: choices.filter(({ code }) => code !== 'all').map(({ code, name }) => [code, name] as const) })}
        ${
          seen.length < 2
            ? NOTHING
            : choiceField({
                ...{ name: 'site', label: words.site, value: site?.key },
                options: [
                  ['', words.articlesAny],
                  ...seen.map(({ key, name }) => [key, name] as const),
                ],
              })
        }
        ${button(words.filter, 'quiet')}</form>
      <p class="lead">${words.rankingLead[by](nameOfPeriod(words, period))}</p>
      ${await rankedPlaces(act, places, period, by, site === undefined)}
      ${await rankedMonths(act, places, period, by, site?.key)}
      ${await rankedArticles(act, places, period, by)}`
    return { title, body }
  },
}

async function rankedPlaces(
  act: DashboardAct,
  { sites, sections }: Scoped,
  period: Period,
  by: RankedBy,
  everywhere: boolean,
) {
  const { words, readUnitResults } = act
  const answers = await readPlaceAnswers(readUnitResults, sites, period)
  const offices = visibleOffices(act)
  const ofOffice = answers.offices(offices)
  const officeRows = offices.flatMap(({ key, name }): RankedRow[] => {
    const result = ofOffice.get(key)?.now
    return result ? [{ ...result, name, href: `/admin/offices/${key}?period=${period.code}` }] : []
  })
  const ofSection = answers.by(({ site, prefix }) => `${site} ${prefix}`)
  const known = new Set(sites.map(({ site: { key } }) => key))
  const sectionRows = sections.flatMap(({ site, prefix, name }): RankedRow[] => {
    const result = known.has(site) ? ofSection.get(`${site} ${prefix}`)?.now : undefined
    const asked = new URLSearchParams({ period: period.code, section: prefix })
    return result ? [{ ...result, name, href: `/admin/sites/${site}/articles?${asked}` }] : []
  })
  return html`${
    everywhere && officeRows.length > 1
      ? rankingTable(words, words.rankingOffices, by, rank(officeRows, by, MOST))
      : NOTHING
  }
  ${sectionRows.length > 0 ? rankingTable(words, words.rankingSections, by, rank(sectionRows, by, MOST)) : NOTHING}`
}

async function rankedMonths(
  { words, rules, readUnitResults }: DashboardAct,
  { sites }: Scoped,
  period: Period,
  by: RankedBy,
  site: string | undefined,
) {
  const ground = { store: rules.store, readUnitResults, now: rules.clock() }
  const grouped = sites.map((one) => {
    return { site: one.site, groups: new Map([...one.units.keys()].map((unit) => [unit, 0])) }
  })
  const series = (await readSeries(ground, grouped, monthsUntil(period))).get(0) ?? []
  const root = site === undefined ? '/admin' : `/admin/sites/${site}`
  const rows = series.map(({ period: month, result }): RankedRow => {
    const code = month.code
    return { ...result, name: nameOfPeriod(words, month), href: `${root}?period=${code}` }
  })
  return rankingTable(words, words.rankingMonths, by, rank(rows, by, MOST))
}

async function rankedArticles(
  { words, rules }: DashboardAct,
  { sites }: Scoped,
  period: Period,
  by: RankedBy,
) {
  const { items, ranked } = await rankArticles(rules.store, sites, period, by)
  const rows = items.map((article): RankedRow => {
    const href = articleAddress(article.site.key, article.key, period.code)
    return { ...article, name: article.title ?? article.key, href }
  })
  return rankingTable(words, words.rankingArticles, by, { items: rows, ranked })
}
