import { instantText } from './instant.ts'
import type { Rules } from './rules.ts'
import type { ListedSite } from './site-directory.ts'

/** Something that whoever answers for a site should look at, and what to do about it. */
export interface Notice {
  /** Closed list; programs branch on it. */
  readonly kind: 'proxy-untrusted' | 'proxy-silent' | 'crowd'
  /** ISO 8601 in UTC. */
  readonly since: string
  /** When it was over; null while it lasts. */
  readonly until: string | null
  /** For people: what it is and what helps. */
  readonly text: string
}

/** One register of notices. Another kind is one more of these. */
type NoticeSource = (
  rules: Rules,
  listed: ListedSite,
) => readonly Notice[] | Promise<readonly Notice[]>

const SOURCES: readonly NoticeSource[] = [proxies, crowds]

/** What is to be looked at now, of this site and of the server that it is on; the latest first. */
export async function noticesOf(rules: Rules, listed: ListedSite): Promise<readonly Notice[]> {
  const notices = await Promise.all(SOURCES.map((source) => source(rules, listed)))
  return notices.flat().sort((a, b) => (a.since < b.since ? 1 : -1))
}

function proxies({ proxyNotices }: Rules): readonly Notice[] {
  return proxyNotices.list().map(({ kind, since, remedy }) => ({
    kind: `proxy-${kind}` as const,
    since: instantOf(since),
    until: null,
    text: remedy,
  }))
}

function crowds({ crowdAlarm }: Rules): readonly Notice[] {
  return crowdAlarm.crowds().map(({ since, until }) => ({
    kind: 'crowd',
    since: instantOf(since),
    until: until === null ? null : instantOf(until),
    text: 'Most visits came from a few addresses. Behind a proxy or a CDN every reader looks like that until its networks are in TRUSTED_PROXIES; votes pending for "network" of that time can then be released.',
  }))
}

/** @param at milliseconds since 1970 */
function instantOf(at: number): string {
  return instantText(Math.floor(at / 1000))
}
