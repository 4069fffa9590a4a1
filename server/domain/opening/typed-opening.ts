import { CHOICES, type Choice } from '../../../shared/choice.ts'
import type { VotesByChoice } from '../../../shared/votes-by-choice.ts'
import type { OpeningBalance } from '../../store/store.ts'
import { isDay } from '../report/period.ts'
import { plainText } from '../site/plain-text.ts'
import { countIn, LARGEST_COUNT } from './count-in.ts'

/** A field of an opening balance that is not as it has to be. */
export type OpeningFault = 'views' | 'votes' | 'nothing' | SourceFault
export type SourceFault = 'source' | 'date'

/** Where counts come from: their source, the day they were taken over on, and whether they are worked out. */
export type OpeningOrigin = Pick<OpeningBalance, 'source' | 'date' | 'estimate'>

/** Longest name of a source: readers are shown it. */
const sourceText = plainText(120)

type Form = Readonly<Record<string, string | undefined>>

/**
 * Reads an opening balance as a form has it: views and each choice in a field of its own, an empty one being none.
 * @param today the site's local day: nothing is taken over tomorrow
 */
export function openingFrom(
  form: Form,
  today: string,
): OpeningBalance | { readonly faults: readonly OpeningFault[] } {
  const views = believed(countIn(form['views']))
  const votes = Object.fromEntries(
    CHOICES.map((choice) => [choice, believed(countIn(form[choice]))]),
  )
  const origin = originFrom(form, today)
  const faults: OpeningFault[] = 'faults' in origin ? [...origin.faults] : []
  if (CHOICES.some((choice) => votes[choice] === null)) faults.unshift('votes')
  if (views === null) faults.unshift('views')
  const counts = votes as Readonly<Record<Choice, number>> satisfies VotesByChoice
  if (views === 0 && CHOICES.every((choice) => counts[choice] === 0)) faults.unshift('nothing')
  if (views === null || faults.length > 0 || 'faults' in origin) return { faults }
  return { views, votes: counts, ...origin }
}

function believed(count: number | null): number | null {
  return count !== null && count > LARGEST_COUNT ? null : count
}

/** Reads where counts come from. */
export function originFrom(
  form: Form,
  today: string,
): OpeningOrigin | { readonly faults: readonly SourceFault[] } {
  const source = sourceText(form['source'] ?? '', 'source', [])
  const date = form['date'] ?? ''
  const faults: SourceFault[] = []
  if (source === undefined) faults.push('source')
  if (!isDay(date) || date > today) faults.push('date')
  if (source === undefined || faults.length > 0) return { faults }
  return { source, date, estimate: form['estimate'] === 'yes' }
}
