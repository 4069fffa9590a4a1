import { CHOICES, SCORES } from '../../../shared/choice.ts'
import { RANKED_FROM } from '../../../shared/ranking-bounds.ts'
import { compareShares } from '../../domain/report/comparison.ts'
import type { Period } from '../../domain/report/period.ts'
import { periodName, type ReportLanguage } from '../../domain/report/period-name.ts'
import type { Report } from '../../domain/report/report.ts'
import type { Result } from '../../domain/report/result.ts'
import { isOtherSince } from '../../domain/report/wording-parts.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { countText, rateText, shareText, tenthsText } from '../number-text.ts'
import type { Words } from '../words/words.ts'
import { changeText, indexWithInterval, numberCell, numberHead, tableOf } from './report-tables.ts'
import { shareBar } from './share-bar.ts'
import { wordingChapter } from './wording-chapter.ts'

/** The answer in one sentence. */
export function leadSentence(words: Words, { period, previous, total }: Report): string {
  const language = words.language as ReportLanguage
  const [now, before] = [total.now, total.before]
  const name = periodName(period, language)
  if (now.n === 0) return words.reportLeadNone(name)
  const lead = words.reportLead(shareText(words, now.satisfied), countText(words, now.n), name)
  const change = compareShares(before.satisfied, now.satisfied)
  const last = periodName(previous, language)
  return lead + (change ? words.reportChanges[change](last) : words.reportNothingBefore(last))
}

/** Chapter III: how many answered, what they said, and beside earlier periods. */
export function resultsChapter(words: Words, report: Report): Html {
  const { now } = report.total
  return html`<h2>${words.reportChapters.results}</h2>
    <p class="lead">${leadSentence(words, report)}</p>
    ${isOtherSince(report, report.previous) ? html`<p>${words.wordingSince(nameOf(words, report.previous))}</p>` : NOTHING}
    ${now.n > 0 && now.n < RANKED_FROM ? html`<p>${words.reportFew}</p>` : NOTHING}
    ${now.n > 0 ? shareBar(now.votes, 680, 24) : NOTHING}
    ${choiceTable(words, now)}
    <dl class="facts">
      <dt>${words.reportViews}</dt><dd>${countText(words, now.views)}</dd>
      <dt>${words.reportRate}</dt><dd>${rateText(words, { k: now.n, n: now.views })}</dd>
      <dt>${words.reportIndex}</dt><dd>${now.n > 0 ? indexWithInterval(words, now) : words.reportNone}</dd>
      <dt>${words.reportGrade}</dt><dd>${
        now.grade ? words.reportGrades[now.grade] : words.reportNoGrade(RANKED_FROM)
      }</dd>
    </dl>
    <h3>${words.reportCompared}</h3>
    ${comparedTable(words, report)} ${wordingChapter(words, report)}`
}

function nameOf({ language }: Words, period: Period): string {
  return periodName(period, language as ReportLanguage)
}

function choiceTable(words: Words, { votes, n, percentages }: Result): Html {
  const rows = CHOICES.map((choice) => {
    const percent = percentages
      ? tenthsText(words, percentages.tenths[choice], percentages.decimals)
      : '–'
    return html`<tr><th scope="row"><svg class="swatch" viewBox="0 0 12 12" aria-hidden="true"><rect class="fill ${choice}" width="12" height="12"></rect>
      ${SCORES[choice] < 3 ? html`<rect class="hatch" fill="url(#hatch-${choice})" width="12" height="12"></rect>` : NOTHING}</svg>${words.reportChoices[choice]}</th>
      ${numberCell(countText(words, votes[choice]))}${numberCell(percent)}
      ${numberCell(String(SCORES[choice]))}</tr>`
  })
  const all = html`<tr><th scope="row">${words.reportN}</th>${numberCell(countText(words, n))}
    ${numberCell(percentages?.rounded ? words.reportRounded : '')}<td></td></tr>`
  const head = html`<th scope="col">${words.reportChoice}</th>${numberHead(words.reportRatings)}
    ${numberHead(words.reportShare)}${numberHead(words.reportScore)}`
  return tableOf(words.reportDistribution, head, [...rows, all])
}

function comparedTable(words: Words, report: Report): Html {
  const { total, period, previous, lastYear, yearBefore, yearHundredths, yearChange } = report
  const language = words.language as ReportLanguage
  const year = { hundredths: yearHundredths, change: yearChange }
  const lines = [
    [words.reportThis, period, total.now, null],
    [words.reportPrevious, previous, total.before, total],
    [words.reportLastYear, lastYear, yearBefore, year],
  ] as const
  const other = (of: Period) => (isOtherSince(report, of) ? `; ${words.wordingOther}` : '')
  const head = html`<th scope="col">${words.reportPeriod}</th>${numberHead(words.reportN)}
    ${numberHead(words.reportIndex)}${numberHead(words.reportChange)}`
  const rows = lines.map(
    ([
      name,
      of,
      result,
      change,
    ]) => html`<tr><th scope="row">${name}: ${periodName(of, language)}</th>
      ${numberCell(countText(words, result.n))}${numberCell(indexWithInterval(words, result))}
      ${numberCell(change ? changeText(words, change) + other(of) : '')}</tr>`,
  )
  return tableOf(words.reportCompared, head, rows)
}
