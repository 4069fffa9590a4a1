/** First pause, and the longest, in seconds. */
const FIRST = 60
const LONGEST = 24 * 60 * 60
/** After so many attempts, some three and a half days, an article is given up. */
const MOST_ATTEMPTS = 14
/** How much a pause is shortened or lengthened at most, so that not all come back at once. */
const SPREAD = 0.25

/**
 * When an article is tried again after an attempt that failed, in seconds since 1970: each pause
 * is twice the one before. Null once it is given up; it then stays counted and unlisted until
 * somebody asks for it.
 * @param attempts how many there were, this one included
 * @param chance from 0 to 1
 */
export function nextAttempt(now: number, attempts: number, chance: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null
  const pause = Math.min(LONGEST, FIRST * 2 ** (attempts - 1))
  return Math.ceil(now + pause * (1 - SPREAD + 2 * SPREAD * chance))
}
