import type { AlertKind } from '../../../shared/alert-kind.ts'
import type { AlertSettings } from '../../store/store.ts'
import { typedMails } from './typed-mails.ts'

const LONGEST_ADDRESS = 2000

/** A field of a rule in which something is wrong. */
export type AlertFault = 'bound' | 'least' | 'span' | 'webhook' | 'mails' | 'noMail' | 'destination'

/** What one may set. */
export interface TypedRuleLimits {
  readonly kind: AlertKind
  /** Whether this server sends e-mail. */
  readonly mail: boolean
  /** The webhook that may be on a private address though who types may not allow it; null for none. */
  readonly allowed: string | null
  /** Whether who types may allow private addresses. */
  readonly mayAllow: boolean
}

/**
 * A rule as somebody typed it, or the fields in which something is wrong. The index from 25.01 to
 * 100, 1 to 100,000 votes, 1 to 365 days, backups 1 to 1,000 hours.
 */
export function typedRule(
  typed: Readonly<Record<string, string>>,
  limits: TypedRuleLimits,
): AlertSettings | { readonly faults: readonly AlertFault[] } {
  const { kind } = limits
  const faults: AlertFault[] = []
  const whole = (name: 'least' | 'span', most: number) => {
    const number = Number((typed[name] ?? '').trim())
    const fits = /^\d{1,6}$/.test((typed[name] ?? '').trim()) && number >= 1 && number <= most
    if (!fits) faults.push(name)
    return number
  }
  const bound = kind === 'index' ? hundredthsFrom(typed['bound'] ?? '') : null
  if (kind === 'index' && bound === null) faults.push('bound')
  const least = kind === 'index' ? whole('least', 100_000) : null
  const span = kind === 'burst' ? null : whole('span', kind === 'backup' ? 1000 : 365)

  const address = (typed['webhook'] ?? '').trim()
  const intranet = limits.mayAllow
    ? typed['intranet'] === 'yes'
    : address !== '' && address === limits.allowed
  const webhook = address === '' ? null : webhookFrom(address, intranet)
  if (address !== '' && webhook === null) faults.push('webhook')
  const mails = typedMails(typed['mails'] ?? '')
  if (mails === null) faults.push('mails')
  else if (mails.length > 0 && !limits.mail) faults.push('noMail')
  else if (address === '' && mails.length === 0) faults.push('destination')
  if (faults.length > 0 || mails === null) return { faults }
  const language = typed['language'] === 'en' ? 'en' : 'id'
  const tellsEnd = typed['tellsEnd'] !== 'no'
  return { bound, least, span, webhook, intranet, mails, language, tellsEnd }
}

/** `76,61` or `76.61` as hundredths; null where it is no value of the index above its lowest. */
function hundredthsFrom(typed: string): number | null {
  const text = typed.trim().replace(',', '.')
  const hundredths = Math.round(Number(text) * 100)
  const fits = /^\d{1,3}(\.\d{1,2})?$/.test(text) && hundredths > 2500 && hundredths <= 10_000
  return fits ? hundredths : null
}

/** Null where it is no address of the web, or holds a password, which a log could show. */
function webhookFrom(typed: string, intranet: boolean): string | null {
  if (typed.length > LONGEST_ADDRESS || !URL.canParse(typed)) return null
  const { protocol, username, password, href } = new URL(typed)
  const fits = protocol === 'https:' || (intranet && protocol === 'http:')
  return fits && username === '' && password === '' ? href : null
}
