import { localDay } from '../../domain/local-day.ts'
import { periodName, type ReportLanguage } from '../../domain/report/period-name.ts'
import {
  latestPeriods,
  type ReportKind,
  readReportPeriod,
} from '../../domain/report/report-period.ts'
import { inTreeOrder } from '../../domain/report/tree-order.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, type Fault, faultOf, faultSummary } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { indented } from '../indented.ts'
import { addressOf, articleOf } from '../report/report-ask.ts'
import { visibleOffices } from '../visible-offices.ts'
import { visibleSites } from '../visible-sites.ts'

/** Kinds of period in the order in which they are offered, and how many of each. */
const OFFERED: readonly (readonly [kind: ReportKind, most: number])[] = [
  ['quarter', 9],
  ['semester', 5],
  ['year', 4],
  ['month', 13],
]

/** Where one chooses what a report is about. The form's own address leads on to the report. */
export const reportsPage: DashboardRoute = {
  method: 'GET',
  path: '/reports',
  access: { action: 'see', on: 'somewhere' },
  async answer(act) {
    const { query, rules } = act
    if (query['of'] === undefined) return choices(act, [])
    const [kind = '', key = ''] = (query['of'] ?? '').split(' ')
    const period = readReportPeriod(query['period'] ?? '')
    const typed = (query['article'] ?? '').trim()
    const site = visibleSites(act).find((each) => kind === 'site' && each.key === key)
    const office = visibleOffices(act).find((each) => kind === 'office' && each.key === key)
    const { words } = act
    const faults: Fault[] = []
    if (!site && !office) faults.push({ field: 'of', text: words.faultReportOf })
    if (!period) faults.push({ field: 'period', text: words.faultReportPeriod })
    const article = site && typed !== '' ? articleOf(site, typed) : null
    const known =
      typed === '' ||
      (site && article && (await rules.store.readArticleDays({ site: key, key: article }, ANY)))
    if (!known) faults.push({ field: 'article', text: words.faultReportArticle })
    if (!period || faults.length > 0) return choices(act, faults, 400)
    const place = addressOf(site ? 'sites' : 'offices', key, period, article ?? '')
    return { to: place.path + place.query }
  },
}

/** No day at all: whether there is such an article is asked for. */
const ANY = { from: '9', to: '0' }

function choices(act: DashboardAct, faults: readonly Fault[], status = 200): DashboardAnswer {
  const { words, query } = act
  const [sites, offices] = [visibleSites(act), visibleOffices(act)]
  const title = words.reportsTitle
  if (sites.length + offices.length === 0) {
    return { title, body: html`<p>${words.reportsNone}</p>`, status }
  }
  const option = (name: string, value: string, text: string) =>
    html`<option value="${value}" ${query[name] === value ? html`selected` : NOTHING}>${text}</option>`
  const group = (label: string, options: readonly ReturnType<typeof option>[]) =>
    options.length > 0 ? html`<optgroup label="${label}">${options}</optgroup>` : NOTHING
  const of = [
    group(
      words.reportOffices,
      inTreeOrder(offices).map(({ key, name, depth }) =>
        option('of', `office ${key}`, indented(words.reportOfOffice(name), depth)),
      ),
    ),
    group(
      words.reportSites,
      sites.map(({ key, name }) => option('of', `site ${key}`, name)),
    ),
  ]
  const body = html`${faultSummary(words.faults, faults)}
    <p>${words.reportsText}</p>
    <form class="card" method="get" action="/admin/reports">
      ${chosen('of', words.reportOf, of, faults)}
      ${chosen('period', words.reportPeriod, periods(act, option, group), faults)}
      ${articleField(act, faults)}
      ${button(words.reportOpen)}
    </form>`
  return { title, body, status }
}

type Piece = ReturnType<typeof html> | typeof NOTHING

function periods(
  { words, rules, sites }: DashboardAct,
  option: (name: string, value: string, text: string) => ReturnType<typeof html>,
  group: (label: string, options: readonly ReturnType<typeof html>[]) => Piece,
): readonly Piece[] {
  const today = localDay(sites[0]?.timeZone ?? 'Asia/Jakarta', rules.clock())
  return OFFERED.map(([kind, most]) => {
    // What has ended is handed in: the one that has not comes after it.
    const [present, last, ...earlier] = latestPeriods(kind, today, most)
    const ordered = [last, present, ...earlier].filter((each) => each !== undefined)
    const named = ordered.map((period) =>
      option('period', period.code, periodName(period, words.language as ReportLanguage)),
    )
    return group(words.reportKinds[kind], named)
  })
}

function chosen(
  name: string,
  label: string,
  options: readonly Piece[],
  faults: readonly Fault[],
): Piece {
  const fault = faultOf(faults, name)
  return html`<div class="field${fault ? ' wrong' : ''}"><label for="${name}">${label}</label>
    ${fault ? html`<p class="fault" id="${name}-fault">${fault}</p>` : NOTHING}
    <select id="${name}" name="${name}" required aria-describedby="${fault ? `${name}-fault` : ''}"
      aria-invalid="${fault ? 'true' : 'false'}">${options}</select></div>`
}

function articleField({ words, query }: DashboardAct, faults: readonly Fault[]): Piece {
  const fault = faultOf(faults, 'article')
  return html`<div class="field${fault ? ' wrong' : ''}">
    <label for="article">${words.reportArticle}</label>
    <p class="hint" id="article-hint">${words.reportArticleHint}</p>
    ${fault ? html`<p class="fault" id="article-fault">${fault}</p>` : NOTHING}
    <input id="article" name="article" type="text" value="${query['article'] ?? ''}" autocomplete="off"
      aria-describedby="article-hint${fault ? ' article-fault' : ''}" aria-invalid="${fault ? 'true' : 'false'}"></div>`
}
