import { FOLLOW_UP_STATUSES } from '../../../shared/follow-up-status.ts'
import type { FollowUpText } from '../../store/store.ts'
import { plainText } from '../site/plain-text.ts'
import { readPeriod } from './period.ts'

const LONGEST = { issue: 300, action: 500, owner: 120 } as const

/** A field of a follow-up in which something is wrong. */
export type FollowUpFault = keyof FollowUpText

/**
 * A follow-up as somebody typed it, or the fields in which something is wrong. Texts are one line
 * each: 300 characters of the issue, 500 of the action, 120 of the owner at most.
 */
export function followUpFrom(
  typed: Readonly<Partial<Record<keyof FollowUpText, string>>>,
): FollowUpText | { readonly faults: readonly FollowUpFault[] } {
  const faults: FollowUpFault[] = []
  const line = (name: keyof typeof LONGEST) => {
    const text = plainText(LONGEST[name])(tidy(typed[name]), name, [])
    if (text === undefined) faults.push(name)
    return text ?? ''
  }
  const [issue, action, owner] = [line('issue'), line('action'), line('owner')]
  const due = typed.due ?? ''
  if (readPeriod(due)?.kind !== 'day') faults.push('due')
  const status = FOLLOW_UP_STATUSES.find((known) => known === typed.status)
  if (!status) faults.push('status')
  return status && faults.length === 0 ? { issue, action, owner, due, status } : { faults }
}

/** A field of several lines, where browsers send the ends of lines, is one here. */
function tidy(text = ''): string {
  return text.replaceAll(/\s+/g, ' ')
}
