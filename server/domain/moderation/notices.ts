import { instantText } from '../instant.ts'
import { localDay } from '../local-day.ts'
import type { Rules } from '../rules.ts'
import { isBeside } from '../site/is-beside.ts'
import type { ListedSite } from '../site/site-directory.ts'
import type { VerificationFailure } from '../verification/verification-failure.ts'
import { VERIFICATION_WORDS } from '../verification/verification-words.ts'

/** Something that whoever answers for a site should look at, and what to do about it. */
export interface Notice {
  /** Closed list; programs branch on it. */
  readonly kind:
    | 'proxy-untrusted'
    | 'proxy-silent'
    | 'crowd'
    | 'burst'
    | 'network'
    | 'refused-origin'
    | 'shared-canonical'
    | 'unverified'
    | 'backup'
  /** ISO 8601 in UTC, for `refused-origin` of the latest request; null where no time was kept. */
  readonly since: string | null
  /** When it was over; null while it lasts. */
  readonly until: string | null
  /** Key of the article that it is about, or of one of them. */
  readonly article: string | null
  /** For people: what it is and what helps. Plain text; part of it may be a stranger's word. */
  readonly text: string
}

/** What is asked for: a site, by somebody who may see every site or this one alone. */
interface Onlooker {
  readonly listed: ListedSite
  readonly everySite: boolean
}

/** One register of notices. Another kind is one more of these. */
type NoticeSource = (
  rules: Rules,
  onlooker: Onlooker,
) => readonly Notice[] | Promise<readonly Notice[]>

/** Registers that are at hand, so that those of many sites can be asked at once. */
const AT_HAND: readonly NoticeSource[] = [
  ...[proxies, crowds, bursts, refusedOrigins, sharedKeys, backups],
]
const SOURCES: readonly NoticeSource[] = [...AT_HAND, networks, unverified]

const DAY = 24 * 60 * 60 * 1000
/** Fewer votes of an article and day that wait for their network are nothing to tell of. */
const WAITING = 10

/** Notices of one register; of many alike the first ones say enough. */
const MOST_OF_A_KIND = 50

/** What is to be looked at now, of a site and of the server that it is on; the latest first. */
export function noticesOf(rules: Rules, onlooker: Onlooker): Promise<readonly Notice[]> {
  return noticesFrom(SOURCES, rules, onlooker)
}

/** The same without what is looked for in the database. */
export function noticesAtHand(rules: Rules, onlooker: Onlooker): Promise<readonly Notice[]> {
  return noticesFrom(AT_HAND, rules, onlooker)
}

async function noticesFrom(
  sources: readonly NoticeSource[],
  rules: Rules,
  onlooker: Onlooker,
): Promise<readonly Notice[]> {
  const notices = await Promise.all(sources.map((source) => source(rules, onlooker)))
  return notices
    .flatMap((some) => some.slice(0, MOST_OF_A_KIND))
    .sort((a, b) => (b.since ?? '').localeCompare(a.since ?? ''))
}

const NOTHING = { since: null, until: null, article: null }

function proxies({ proxyNotices }: Rules): readonly Notice[] {
  return proxyNotices.list().map(({ kind, since, remedy }) => {
    return { ...NOTHING, kind: `proxy-${kind}`, since: instantOf(since), text: remedy }
  })
}

function crowds({ crowdAlarm }: Rules): readonly Notice[] {
  return crowdAlarm.crowds().map(({ since, until }) => ({
    ...NOTHING,
    kind: 'crowd',
    since: instantOf(since),
    until: until === null ? null : instantOf(until),
    text: 'Most visits came from a few addresses. Behind a proxy or a CDN every reader looks like that until its networks are in TRUSTED_PROXIES; votes pending for "network" of that time can then be released.',
  }))
}

function bursts({ watch }: Rules, { listed }: Onlooker): readonly Notice[] {
  return watch
    .alerts()
    .filter(({ article }) => article.site === listed.site.key)
    .map(({ article, from, held, evidence }) => ({
      ...NOTHING,
      kind: 'burst',
      since: instantOf(from),
      article: article.key,
      text: `A burst of votes, of which ${held} are pending for "burst": ${evidence}. Release or exclude them.`,
    }))
}

/** Votes of today and yesterday beyond what their network may, such as a class's. */
async function networks(
  { store, clock }: Rules,
  { listed: { site } }: Onlooker,
): Promise<readonly Notice[]> {
  const from = localDay(site.timeZone, clock() - DAY)
  const waiting = { site: site.key, standing: 'pending', reason: 'network', from } as const
  const { entries } = await store.readStandings(waiting, { after: null, most: MOST_OF_A_KIND })
  return entries
    .filter(({ votes }) => votes >= WAITING)
    .map(({ article, day, votes }) => ({
      ...NOTHING,
      kind: 'network',
      article,
      text: `${votes} votes of ${day} are pending for "network": addresses sent more of them than each may. Where many readers share an address, a school, an office or a meeting, release them; a loop looks the same, so ask there first.`,
    }))
}

/** Of those who see one site, only origins beside its own: others may be a neighbour's. */
function refusedOrigins(
  { refusedOrigins: refused }: Rules,
  { listed, everySite }: Onlooker,
): readonly Notice[] {
  return refused
    .list()
    .filter(({ origin }) => everySite || isBeside(origin, listed.site))
    .map(({ origin, requests, last }) => ({
      ...NOTHING,
      kind: 'refused-origin',
      since: instantOf(last),
      text: `${requests} requests of today came from ${origin}, which is no origin of a site. If its pages are the site's, add it.`,
    }))
}

function sharedKeys({ sharedKeys: shared }: Rules, { listed }: Onlooker): readonly Notice[] {
  return shared.list(listed.site.key).map(({ article, pages }) => ({
    ...NOTHING,
    kind: 'shared-canonical',
    article: article.key,
    text: `${pages.length} pages or more say that they are this article, such as ${pages[0]}. If they are articles of their own, mend the canonical links, or set the site to --identity address.`,
  }))
}

async function unverified({ store }: Rules, { listed }: Onlooker): Promise<readonly Notice[]> {
  const failures = await store.readFailures(listed.site.key)
  return failures.map(({ reason, articles, example }) => {
    // What stands in the database is one of the closed list.
    const { explanation, remedy } = VERIFICATION_WORDS.en[reason as VerificationFailure]
    const text = `${articles} articles could not be verified. ${explanation} ${remedy}`
    return { ...NOTHING, kind: 'unverified', article: example, text }
  })
}

/** The message may name folders of the server. */
async function backups(
  { readBackupFailure }: Rules,
  { everySite }: Onlooker,
): Promise<readonly Notice[]> {
  const failure = everySite ? await readBackupFailure() : null
  if (!failure) return []
  const text = `The last backup failed: ${failure.message}`
  return [{ ...NOTHING, kind: 'backup', since: failure.time, text }]
}

/** @param at milliseconds since 1970 */
function instantOf(at: number): string {
  return instantText(Math.floor(at / 1000))
}
