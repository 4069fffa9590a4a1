import type { NextAttempt } from '../../store/store.ts'
import type { VerificationFailure } from './verification-failure.ts'

/** First pause, and the longest, in seconds. */
const FIRST = 60
const LONGEST = 24 * 60 * 60
/** After so many attempts, some three and a half days, an article is given up. */
const MOST_ATTEMPTS = 14
/** After so many attempts, some three minutes, a page that its site won't have keeps no place. */
const ATTEMPTS_WITH_PLACE = 3
/**
 * What a site that works may answer for an address that somebody made up: many lead it to their
 * home page, or show a picture or a form to sign in. Everything else is about the site, whose
 * articles all wait for somebody to mend it.
 */
const OF_ONE_PAGE: ReadonlySet<VerificationFailure> = new Set([
  'not-found',
  'moved',
  'foreign-redirect',
  'redirects',
  'blocked',
  'status',
  'not-html',
  'too-large',
  'no-title',
  'canonical',
])
/** How much a pause is shortened or lengthened at most, so that not all come back at once. */
const SPREAD = 0.25

/**
 * When an article is tried again after an attempt that failed: each pause is twice the one before.
 * Null once it is given up; it then stays counted and unlisted until somebody asks for it.
 *
 * Anybody can make up addresses, so those that their site has no page for soon make room for others. A
 * page that is published late is found all the same, by the later attempts: these go by the clock
 * and not by views, so that nobody has a site asked more often by viewing what it hasn't got.
 * @param now seconds since 1970
 * @param attempts how many there were, this one included
 * @param chance from 0 to 1
 */
export function nextAttempt(
  failure: VerificationFailure,
  now: number,
  attempts: number,
  chance: number,
): NextAttempt | null {
  if (attempts >= MOST_ATTEMPTS) return null
  const pause = Math.min(LONGEST, FIRST * 2 ** (attempts - 1))
  return {
    at: Math.ceil(now + pause * (1 - SPREAD + 2 * SPREAD * chance)),
    keepsPlace: !OF_ONE_PAGE.has(failure) || attempts < ATTEMPTS_WITH_PLACE,
  }
}
