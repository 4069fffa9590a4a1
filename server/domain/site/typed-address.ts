import { bareHost } from '../../../shared/bare-host.ts'
import { LONGEST_ADDRESS } from '../../../shared/longest-address.ts'
import type { OriginRule } from './origin-rule.ts'
import { type TypedValue, typedValue } from './typed-value.ts'

/** Services for complaints that every site may name: LAPOR!, the national one. */
const COMPLAINT_HOSTS: readonly string[] = ['lapor.go.id', 'www.lapor.go.id']

/** Without what means something in a `mailto:` address, such as `?` and `%`. */
const MAIL_ADDRESS = /^[\w.!'*+~-]{1,64}@([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/i

/** An https address on a host of the site or of a service for complaints. */
export function typedLink(rule: OriginRule): TypedValue<string> {
  const mayLeadTo = ({ host }: URL) =>
    COMPLAINT_HOSTS.includes(host) || rule.hostFor(bareHost(host)) !== null
  return typedValue(
    (typed) => {
      const url = secureUrl(typed)
      return url && mayLeadTo(url) ? url.href : undefined
    },
    `is not an https address on a host of the site or on ${COMPLAINT_HOSTS.join(', ')}`,
  )
}

/** An address for mail or on the web. */
export const typedContact: TypedValue<string> = typedValue((typed) => {
  const isMail = typeof typed === 'string' && MAIL_ADDRESS.test(typed)
  return isMail ? typed : secureUrl(typed)?.href
}, 'is neither an address for mail nor an https address')

/** Read as a browser reads it, so that what was judged is what a link leads to. */
function secureUrl(typed: unknown): URL | undefined {
  if (typeof typed !== 'string' || typed.length > LONGEST_ADDRESS) return undefined
  if (!/^https:\/\/[^\s\p{C}]+$/u.test(typed) || !URL.canParse(typed)) return undefined
  const url = new URL(typed)
  return url.username || url.password ? undefined : url
}
