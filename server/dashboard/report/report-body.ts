import { periodName, type ReportLanguage } from '../../domain/report/period-name.ts'
import type { Report } from '../../domain/report/report.ts'
import type { Series } from '../../domain/report/series.ts'
import { indexChart } from '../charts/index-chart.ts'
import { wordingMarks } from '../charts/wording-marks.ts'
import { wordingLegend } from '../charts/wording-rules.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { countText } from '../number-text.ts'
import type { Words } from '../words/words.ts'
import { dayText } from './day-text.ts'
import { followUpTable } from './follow-up-table.ts'
import { scopeName } from './report-ask.ts'
import { leadSentence, resultsChapter } from './report-results.ts'
import {
  indexWithInterval,
  lineTable,
  numberCell,
  numberHead,
  rankingTable,
  tableOf,
} from './report-tables.ts'
import { hatching } from './share-bar.ts'

/** The report in the order of chapters that officials use. @param made DD-MM-YYYY */
export function reportBody(words: Words, report: Report, made: string): Html {
  const { complete, closed } = report
  const last = periodName(report.previous, words.language as ReportLanguage)
  return html`<div class="report">${hatching()}
    ${complete ? NOTHING : html`<p class="notice">${words.reportIncomplete}</p>`}
    ${closed ? NOTHING : html`<p class="notice">${words.reportOpenPeriod(made)}</p>`}
    ${introduction(words, report, made)} ${collection(words, report)}
    ${resultsChapter(words, report)} ${analysis(words, report)}
    <h2>${words.reportChapters.conclusion}</h2>
    <p>${leadSentence(words, report)}
      ${report.scope.kind === 'article' ? NOTHING : words.reportConcludes(rankedOf(report))}</p>
    <h2>${words.reportChapters.appendix}</h2>
    ${followUpTable(words, words.reportPreviousFollowUps(last), report.previousFollowUps)}
    <h3>${words.reportMethod}</h3>
    <ol class="notes">${words.reportMethodNotes.map((note) => html`<li>${note}</li>`)}</ol></div>`
}

function rankedOf({ attention: { ranked, items } }: Report): number {
  return ranked ? items.length : 0
}

function introduction(words: Words, report: Report, made: string): Html {
  const { office, scope, title, period, zones } = report
  return html`<h2>${words.reportChapters.introduction}</h2>
    <p>${words.reportPurpose}</p>
    <dl class="facts">
      <dt>${words.reportAgency}</dt><dd>${office ?? words.reportNoAgency}</dd>
      <dt>${words.reportScope}</dt><dd>${scopeName(scope, title)}</dd>
      <dt>${words.reportPeriod}</dt>
      <dd>${periodName(period, words.language as ReportLanguage)} (${dayText(period.from)} – ${dayText(period.to)})</dd>
      <dt>${words.reportZone}</dt><dd>${zones.join(', ')}</dd>
      <dt>${words.reportMade}</dt><dd>${made}</dd>
    </dl>`
}

function collection(words: Words, { scope, period, total: { now } }: Report): Html {
  const settings = scope.kind === 'office' ? undefined : scope.site.settings
  const language = words.language as ReportLanguage
  const question = settings?.wording?.[language]?.question ?? words.reportUsualQuestion
  return html`<h2>${words.reportChapters.collection}</h2>
    <p>${words.reportCollected(dayText(period.from), dayText(period.to))}</p>
    <dl class="facts">
      <dt>${words.reportQuestion}</dt><dd>${question}</dd>
      <dt>${words.reportRatings}</dt><dd>${countText(words, now.n)}</dd>
      <dt>${words.reportPending}</dt><dd>${countText(words, now.pending)}</dd>
      <dt>${words.reportExcluded}</dt><dd>${countText(words, now.excluded)}</dd>
    </dl>`
}

function analysis(words: Words, report: Report): Html {
  const { offices, sections, best, attention, scope } = report
  return html`<h2>${words.reportChapters.analysis}</h2>
    ${
      offices.length > 0
        ? html`<h3>${words.reportPerOffice}</h3>
          ${scope.kind === 'office' ? html`<p>${words.reportPerOfficeText}</p>` : NOTHING}
          ${lineTable(words, words.reportOffice, offices, words.reportNoOffice)}`
        : NOTHING
    }
    ${
      sections.length > 0
        ? html`<h3>${words.reportPerSection}</h3>
          ${lineTable(words, words.reportSection, sections, words.reportNoSection)}`
        : NOTHING
    }
    ${trend(words, report)}
    ${
      scope.kind === 'article'
        ? NOTHING
        : html`${rankingTable(words, words.reportBest, best)}
          ${rankingTable(words, words.reportAttention, attention)}`
    }
    ${followUpTable(words, words.reportFollowUps, report.followUps)}`
}

function trend(words: Words, { trend: points, wordings }: Report): Html {
  const series: Series = points.map((point) => ({ ...point, state: 'measured' }))
  const marks = wordingMarks(words, wordings, series)
  const language = words.language as ReportLanguage
  const head = html`<th scope="col">${words.reportMonth}</th>${numberHead(words.reportViews)}
    ${numberHead(words.reportN)}${numberHead(words.reportIndex)}`
  const rows = points.map(
    ({ period, result }) => html`<tr><th scope="row">${periodName(period, language)}</th>
      ${numberCell(countText(words, result.views))}${numberCell(countText(words, result.n))}
      ${numberCell(indexWithInterval(words, result))}</tr>`,
  )
  return html`<h3>${words.reportTrend}</h3>
    ${indexChart(words, series, marks)} ${wordingLegend(words, marks)}
    <p class="hint">${words.reportTrendPicture}</p>
    ${tableOf(words.reportTrend, head, rows)}`
}
