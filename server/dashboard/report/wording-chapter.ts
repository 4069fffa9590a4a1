import { CHOICES } from '../../../shared/choice.ts'
import { RANKED_FROM } from '../../../shared/ranking-bounds.ts'
import { dayBefore } from '../../domain/day-before.ts'
import { periodName, type ReportLanguage } from '../../domain/report/period-name.ts'
import type { Report } from '../../domain/report/report.ts'
import type { SiteWordings, WordingPart } from '../../domain/report/wording-parts.ts'
import type { WordingChange } from '../../store/store.ts'
import { dayName } from '../charts/wording-marks.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { countText, tenthsText } from '../number-text.ts'
import type { Words } from '../words/words.ts'
import { dayText } from './day-text.ts'
import { indexWithInterval, numberCell, numberHead, tableOf } from './report-tables.ts'

/** Both wordings of each change that a report reaches across, and the figures before and after apart. */
export function wordingChapter(words: Words, report: Report): Html {
  const { wordings } = report
  if (wordings.length === 0) return html`${NOTHING}`
  return html`<h3>${words.wordingTitle}</h3><p>${words.wordingText}</p>
    ${wordings.map(
      (one) => html`${wordings.length > 1 ? html`<h4>${one.site.name}</h4>` : NOTHING}
        ${one.changes.map((change) => bothWordings(words, change))}
        ${partTable(words, report, one)}`,
    )}`
}

/** `Periode ini: Maret 2026` */
export function partPeriod(words: Words, report: Report, { of }: WordingPart): string {
  const names = {
    now: [words.reportThis, report.period],
    previous: [words.reportPrevious, report.previous],
    lastYear: [words.reportLastYear, report.lastYear],
  } as const
  const [name, period] = names[of]
  return `${name}: ${periodName(period, words.language as ReportLanguage)}`
}

function bothWordings(words: Words, { day, language, former, wording }: WordingChange): Html {
  const name = `${dayName(words, day)}, ${words.wordingLanguages[language]}`
  const fields = [
    [words.wordingQuestion, former.question, wording.question],
    ...CHOICES.map((choice) => [
      ...[words.reportChoices[choice], former.labels[choice], wording.labels[choice]],
    ]),
  ]
  const rows = fields.map(([field = '', before = '', now = '']) => {
    return html`<tr><th scope="row">${field}</th><td>${before}</td>
      <td>${before === now ? now : html`<strong>${now}</strong>`}</td></tr>`
  })
  const head = html`<th scope="col">${name}</th>
    <th scope="col">${words.wordingUntil(dayText(dayBefore(day, 1)))}</th>
    <th scope="col">${words.wordingFrom(dayText(day))}</th>`
  return tableOf(`${words.wordingTitle}: ${name}`, head, rows)
}

function partTable(words: Words, report: Report, { site, parts }: SiteWordings): Html {
  const head = html`<th scope="col">${words.reportPeriod}</th>${numberHead(words.reportN)}
    ${CHOICES.map((choice) => numberHead(words.reportChoices[choice]))}
    ${numberHead(words.reportIndex)}<th scope="col">${words.reportGrade}</th>`
  const rows = parts.map((part) => {
    const { n, votes, percentages, grade } = part.result
    const shares = CHOICES.map((choice) => {
      const count = countText(words, votes[choice])
      return percentages
        ? `${count} (${tenthsText(words, percentages.tenths[choice], percentages.decimals)})`.replaceAll(
            ' ',
            '\u00a0',
          )
        : count
    })
    return html`<tr><th scope="row">${partPeriod(words, report, part)}<br>
      ${dayText(part.days.from)} – ${dayText(part.days.to)}</th>
      ${numberCell(`${countText(words, n)}${percentages?.rounded ? ` (${words.reportRounded})` : ''}`)}
      ${shares.map(numberCell)}${numberCell(indexWithInterval(words, part.result))}
      <td>${grade ?? (n === 0 ? '–' : words.reportNoGrade(RANKED_FROM))}</td></tr>`
  })
  return tableOf(`${words.wordingParts}: ${site.name}`, head, rows)
}
