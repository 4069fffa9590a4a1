import type { PlacedSum } from '../domain/report/report-lines.ts'
import { inTreeOrder } from '../domain/report/tree-order.ts'
import type { Office } from '../store/store.ts'
import { type AnswerRow, answerTable } from './answer-table.ts'
import type { ChosenPeriod } from './chosen-period.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { type Html, html, NOTHING } from './html.ts'
import type { SeenAnswers } from './office-answers.ts'
import { officeLink } from './office-link.ts'
import { siteTarget } from './targets.ts'

/** What an office is made of: the offices below it, and what it answers for itself. */
export function officeParts(
  act: DashboardAct,
  office: Office,
  seen: SeenAnswers,
  chosen: ChosenPeriod,
): Html {
  const { words } = act
  const tables = [
    table(act, words.officeBelow, words.office, belowRows(act, office, seen, chosen)),
    table(act, words.officeSites, words.site, siteRows(act, office, seen, chosen)),
    table(act, words.officeSections, words.section, sectionRows(act, office, seen)),
  ]
  return tables.every((each) => each === NOTHING)
    ? html`<p>${words.officeNothing}</p>`
    : html`${tables}`
}

function table({ words }: DashboardAct, label: string, head: string, rows: readonly AnswerRow[]) {
  if (rows.length === 0) return NOTHING
  return html`<h2>${label}</h2>${answerTable(words, { label, head, rows })}`
}

/** Each with all that is below it; what the office gathered itself comes first. */
function belowRows(
  { words, places }: DashboardAct,
  office: Office,
  { answers }: SeenAnswers,
  { period }: ChosenPeriod,
): readonly AnswerRow[] {
  const below = inTreeOrder(places.offices.filter(({ parent }) => parent === office.key))
  if (below.length === 0) return []
  const results = answers.offices(places.offices)
  const itself = answers.total((sum) => sum.office === office.key)
  const rows = below.flatMap((each) => {
    const answer = results.get(each.key)
    return answer ? [{ name: officeLink(each, period), answer }] : []
  })
  const { views, n } = itself.now
  return views + n > 0 ? [{ name: words.officeItself, answer: itself }, ...rows] : rows
}

/** The sites that are its own, each with what it answers for there. */
function siteRows(
  act: DashboardAct,
  { key }: Office,
  { answers, places }: SeenAnswers,
  { period }: ChosenPeriod,
): readonly AnswerRow[] {
  const own = places.sites.filter(({ site }) => act.places.officeOf.get(site.key) === key)
  return own.map(({ site }) => ({
    name: html`<a href="/admin/sites/${site.key}?period=${period.code}">${site.name}</a>`,
    answer: answers.total((sum) => sum.office === key && sum.site === site.key),
  }))
}

/** The sections that were given to it, of whichever site. */
function sectionRows(
  act: DashboardAct,
  { key }: Office,
  { answers, places }: SeenAnswers,
): readonly AnswerRow[] {
  const own = places.sections.filter(({ office }) => office === key)
  return own.map(({ site, prefix, name }) => ({
    name: sectionName(act, site, name, prefix),
    answer: answers.total(
      (sum: PlacedSum) => sum.office === key && sum.site === site && sum.prefix === prefix,
    ),
  }))
}

function sectionName(act: DashboardAct, key: string, name: string, prefix: string): Html {
  const site = act.sites.find((each) => each.key === key)
  const text = act.words.officeSectionOf(name, site?.name ?? key)
  const address = html`<br><code>${prefix}</code>`
  return act.may('see', siteTarget(act, key))
    ? html`<a href="/admin/sites/${key}/sections">${text}</a>${address}`
    : html`${text}${address}`
}
