import { CHOICES } from '../../../shared/choice.ts'
import { periodOf } from '../../domain/report/period.ts'
import type { Series } from '../../domain/report/series.ts'
import type { SiteWordings } from '../../domain/report/wording-parts.ts'
import type { WordingChange } from '../../store/store.ts'
import { nameOfPeriod } from '../period-words.ts'
import type { Words } from '../words/words.ts'

/** A day on which what readers are asked became another, as pictures over time mark it. */
export interface WordingMark {
  /** From 1, in order. */
  readonly number: number
  /** YYYY-MM-DD, and as one says it. */
  readonly day: string
  readonly name: string
  /** What changed: `Indonesia: Puas “Puas” menjadi “Jelas”`, with the site where there are several. */
  readonly changes: readonly string[]
}

/** The marks for the steps of a picture. */
export function wordingMarks(
  words: Words,
  sites: readonly Pick<SiteWordings, 'site' | 'changes'>[],
  steps: Series,
): readonly WordingMark[] {
  const [from, to] = [steps[0]?.period.from ?? '', steps.at(-1)?.period.to ?? '']
  const days = new Map<string, string[]>()
  for (const { site, changes } of sites) {
    const of = sites.length > 1 ? `${site.name}, ` : ''
    for (const change of changes) {
      if (change.day < from || change.day > to) continue
      days.set(change.day, [...(days.get(change.day) ?? []), of + changeText(words, change)])
    }
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, changes], i) => {
      return { number: i + 1, day, name: dayName(words, day), changes }
    })
}

/** `5 Maret 2026` */
export function dayName(words: Words, day: string): string {
  return nameOfPeriod(words, periodOf('day', day))
}

/** Only what became another. */
function changeText(words: Words, { language, former, wording }: WordingChange): string {
  const fields = [
    [words.wordingQuestion, former.question, wording.question] as const,
    ...CHOICES.map(
      (choice) => [words.choices[choice], former.labels[choice], wording.labels[choice]] as const,
    ),
  ]
  const changed = fields
    .filter(([, before, now]) => before !== now)
    .map((field) => words.wordingField(...field))
  return `${words.wordingLanguages[language]}: ${changed.join('; ')}`
}
