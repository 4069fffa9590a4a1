import { localDay } from '../../domain/local-day.ts'
import { periodName, type ReportLanguage } from '../../domain/report/period-name.ts'
import { makeReport, type Report } from '../../domain/report/report.ts'
import { countReportArticles, reportArticles } from '../../domain/report/report-articles.ts'
import { readScope } from '../../domain/report/report-scope.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { html, NOTHING } from '../html.ts'
import { countText } from '../number-text.ts'
import { dayText } from '../report/day-text.ts'
import { paperStyles } from '../report/paper.ts'
import { askedReport, type ReportAsk, scopeName } from '../report/report-ask.ts'
import { reportBody } from '../report/report-body.ts'
import { reportFile } from '../report/report-file.ts'

/** The report of a site, or of one of its articles. */
export const siteReport: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/report',
  access: { action: 'see', on: 'site' },
  answer: reportPage,
}

/** The report of an office with all below it. */
export const officeReport: DashboardRoute = {
  method: 'GET',
  path: '/offices/:office/report',
  access: { action: 'see', on: 'office' },
  answer: reportPage,
}

export const siteReportFile: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/report/:file',
  access: { action: 'see', on: 'site' },
  answer: file,
}

export const officeReportFile: DashboardRoute = {
  method: 'GET',
  path: '/offices/:office/report/:file',
  access: { action: 'see', on: 'office' },
  answer: file,
}

async function reportPage(act: DashboardAct): Promise<DashboardAnswer> {
  // Without a period there is nothing to report yet: one is chosen first.
  if (!act.query['period']) return { to: '/admin/reports' }
  const ask = askedReport(act)
  const report = ask && (await reportOf(act, ask))
  if (!ask || !report) return { missing: true }
  const { words, rules } = act
  const { scope, period } = ask
  const scoped = await readScope(rules.store, scope)
  const rows = await countReportArticles(rules.store, scope, scoped, period)
  const body = html`<link rel="stylesheet" href="${ask.path}/paper.css${ask.query}">
    <div class="screen">
      <h2>${words.reportDownloads}</h2>
      <ul class="downloads">${['xlsx', 'csv', 'json'].map(
        (type) =>
          html`<li><a href="${ask.path}/report.${type}${ask.query}" download>${type.toUpperCase()}</a></li>`,
      )}${
        report.wordings.length > 0
          ? html`<li><a href="${ask.path}/wordings.csv${ask.query}" download>CSV: ${words.wordingSheet}</a></li>`
          : NOTHING
      }</ul>
      <p class="hint">${words.reportRows(countText(words, rows))}</p>
      <p class="hint">${words.reportPrint}</p>
      <p><a href="/admin/reports">${words.reportOther}</a></p>
    </div>
    ${reportBody(words, report, madeOn(act, report))}`
  const name = scopeName(scope, report.title)
  const of = periodName(period, words.language as ReportLanguage)
  return { title: `${words.reportTitle(name)}, ${of}`, body }
}

async function file(act: DashboardAct): Promise<DashboardAnswer> {
  if (!act.query['period']) return { to: '/admin/reports' }
  const ask = askedReport(act)
  if (ask && act.path['file'] === 'paper.css') {
    return { file: { type: 'text/css; charset=utf-8', pieces: paperStyles(act.words, ask) } }
  }
  const report = ask && (await reportOf(act, ask))
  if (!ask || !report) return { missing: true }
  const { store, clock } = act.rules
  const scoped = await readScope(store, ask.scope)
  const articles = reportArticles(store, ask.scope, scoped, ask.period)
  const made = { day: madeOn(act, report), at: clock() }
  const answer = reportFile(act.words, ask, act.path['file'] ?? '', { report, articles, made })
  return answer ? { file: answer } : { missing: true }
}

function reportOf(
  { rules, readUnitResults }: DashboardAct,
  { scope, period }: ReportAsk,
): Promise<Report | null> {
  const { store, clock } = rules
  return makeReport({ store, readUnitResults, now: clock() }, scope, period)
}

/** DD-MM-YYYY, where the report is about. */
function madeOn({ rules }: DashboardAct, { zones }: Report): string {
  return dayText(localDay(zones[0] ?? 'Asia/Jakarta', rules.clock()))
}
