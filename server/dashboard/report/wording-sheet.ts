import { CHOICES } from '../../../shared/choice.ts'
import type { Report } from '../../domain/report/report.ts'
import type { AskedIn } from '../../domain/report/wording-series.ts'
import type { Words } from '../words/words.ts'
import { type Sheet, share } from './cell.ts'
import { figureHeads, figures } from './figure-cells.ts'
import { partPeriod } from './wording-chapter.ts'

/** What readers were asked in each part of a report's periods, with the figures of that part alone. */
export function wordingSheet(words: Words, report: Report): Omit<Sheet, 'name'> {
  const shares = CHOICES.map((choice) => `${words.reportChoices[choice]}, ${words.reportShare}`)
  return {
    head: [
      ...[words.wordingAsked, words.reportSite, words.reportPeriod],
      ...[words.wordingFirst, words.wordingLast, ...figureHeads(words), ...shares],
    ],
    rows: report.wordings.flatMap(({ site, parts }) =>
      parts.map((part) => [
        part.asked.map((asked) => askedText(words, asked)).join(' | '),
        ...[site.key, partPeriod(words, report, part), part.days.from, part.days.to],
        ...figures(part.result),
        ...CHOICES.map((choice) => share(part.result.votes[choice], part.result.n)),
      ]),
    ),
  }
}

/** `Indonesia: Bagaimana Tanggapan Anda? Sangat Puas / Puas / Cukup Puas / Tidak Puas` */
function askedText(words: Words, { language, wording: { question, labels } }: AskedIn): string {
  const choices = CHOICES.map((choice) => labels[choice]).join(' / ')
  return `${words.wordingLanguages[language]}: ${question} ${choices}`
}
