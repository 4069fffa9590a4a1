import type { AuditEntry, FollowUpAbout, FollowUpText, Store } from '../../store/store.ts'
import { localDay } from '../local-day.ts'
import type { By } from './office-book.ts'

/** Longest piece of an issue that the audit log repeats, in characters. */
const LONGEST_NOTE = 80

/** Writes follow-ups down and changes them, each time with a line in the audit log. */
export interface FollowUpBook {
  /** @returns its id; null where there is no such site, article or office */
  add(about: FollowUpAbout, text: FollowUpText): Promise<number | null>
  /** @returns false where there is none */
  change(id: number, about: FollowUpAbout, text: FollowUpText): Promise<boolean>
}

/** @param timeZone of what the follow-ups are about: it decides which day it is */
export function createFollowUpBook(store: Store, by: By, timeZone: string): FollowUpBook {
  const today = localDay(timeZone, by.at * 1000)
  const audit = (action: string, about: FollowUpAbout, { issue, status }: FollowUpText) => {
    const short = [...issue].slice(0, LONGEST_NOTE).join('')
    const place = 'site' in about ? about : { site: null, article: null }
    const note = `${'office' in about ? `${about.office}: ` : ''}${short} [${status}]`
    return { ...by, action, ...place, note } satisfies AuditEntry
  }
  return {
    add: (about, text) =>
      store.addFollowUp({ ...text, about, opened: today }, audit('add-follow-up', about, text)),
    change: (id, about, text) =>
      store.changeFollowUp(id, text, today, audit('change-follow-up', about, text)),
  }
}
