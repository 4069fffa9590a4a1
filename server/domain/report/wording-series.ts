import { CHOICES } from '../../../shared/choice.ts'
import type { Language } from '../../../shared/language.ts'
import type { FullWording } from '../../../shared/shipped-wording.ts'
import type { Days, Site, Store, WordingChange } from '../../store/store.ts'
import { localDay } from '../local-day.ts'

/** What a site asks in one language. */
export interface AskedIn {
  readonly language: Language
  readonly wording: FullWording
}

/**
 * The days on which a site began to ask something else, in order, by language. Sums know whole days:
 * of several changes on one day the last one stands, and the day is counted with it. What came back
 * on the same day, and what was set on the day that the site was added, began nothing.
 */
export async function readWordingSeries(
  store: Pick<Store, 'readWordings'>,
  site: Pick<Site, 'key' | 'timeZone' | 'addedAt'>,
): Promise<readonly WordingChange[]> {
  const added = localDay(site.timeZone, site.addedAt * 1000)
  const days = new Map<string, WordingChange>()
  for (const change of await store.readWordings(site.key)) {
    const name = `${change.day} ${change.language}`
    const earlier = days.get(name)
    days.set(name, earlier ? { ...change, former: earlier.former } : change)
  }
  return [...days.values()]
    .filter(({ day, former, wording }) => day > added && isOther(former, wording))
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
}

/** Those that part some days: what begins on the first of them parts it from nothing. */
export function changesWithin(
  changes: readonly WordingChange[],
  { from, to }: Days,
): readonly WordingChange[] {
  return changes.filter(({ day }) => day > from && day <= to)
}

/** What was asked on a day, in each language that ever changed, as far as these changes tell. */
export function wordingsOn(changes: readonly WordingChange[], day: string): readonly AskedIn[] {
  const asked = new Map<Language, FullWording>()
  for (const change of changes) {
    if (change.day <= day) asked.set(change.language, change.wording)
    else if (!asked.has(change.language)) asked.set(change.language, change.former)
  }
  return [...asked].map(([language, wording]) => ({ language, wording }))
}

function isOther(a: FullWording, b: FullWording): boolean {
  return (
    a.question !== b.question || CHOICES.some((choice) => a.labels[choice] !== b.labels[choice])
  )
}
