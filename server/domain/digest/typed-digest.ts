import type { Digest } from '../../store/store.ts'
import { typedMails } from '../alerts/typed-mails.ts'
import { isTimeZone } from '../local-day.ts'

/** A field of a digest in which something is wrong. */
export type DigestFault = 'weekday' | 'hour' | 'timeZone' | 'mails' | 'noMail' | 'noRecipient'

/** What a digest is until somebody sets it: Friday at six. */
export function usualDigest(office: string, timeZone: string): Digest {
  return { office, active: false, weekday: 5, hour: 6, timeZone, mails: [], language: 'id' }
}

/**
 * A digest as somebody typed it, or the fields in which something is wrong.
 * @param mail whether this server sends e-mail
 */
export function typedDigest(
  office: string,
  typed: Readonly<Record<string, string>>,
  mail: boolean,
): Digest | { readonly faults: readonly DigestFault[] } {
  const faults: DigestFault[] = []
  const whole = (name: 'weekday' | 'hour', least: number, most: number) => {
    const text = typed[name] ?? ''
    const number = Number(text)
    if (!/^\d{1,2}$/.test(text) || number < least || number > most) faults.push(name)
    return number
  }
  const [weekday, hour] = [whole('weekday', 1, 7), whole('hour', 0, 23)]
  const timeZone = (typed['timeZone'] ?? '').trim()
  if (timeZone === '' || !isTimeZone(timeZone)) faults.push('timeZone')
  const active = typed['active'] === 'yes'
  const mails = typedMails(typed['mails'] ?? '')
  if (mails === null) faults.push('mails')
  else if (active && !mail) faults.push('noMail')
  else if (active && mails.length === 0) faults.push('noRecipient')
  if (faults.length > 0 || mails === null) return { faults }
  const language = typed['language'] === 'en' ? 'en' : 'id'
  return { office, active, weekday, hour, timeZone, mails, language }
}
