import { CHOICES } from '../../../shared/choice.ts'
import type { Result } from '../../domain/report/result.ts'
import type { Words } from '../words/words.ts'
import { count, index } from './cell.ts'

/** What {@link figures} are called. */
export function figureHeads(words: Words): readonly string[] {
  return [
    ...[words.reportViews, words.reportN],
    ...CHOICES.map((choice) => words.reportChoices[choice]),
    ...[words.reportIndex, words.reportFrom, words.reportTo, words.reportGrade],
    ...[words.reportPending, words.reportExcluded],
  ]
}

/** Everything that the tables of files tell of a result. */
export function figures({ views, n, votes, index: at, interval, grade, ...aside }: Result) {
  return [
    ...[count(views), count(n)],
    ...CHOICES.map((choice) => count(votes[choice])),
    ...[index(at), index(interval?.low), index(interval?.high), grade],
    ...[count(aside.pending), count(aside.excluded)],
  ] as const
}
