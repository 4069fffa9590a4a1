/** Longest title kept, in characters (code points). */
const LONGEST = 200

/** Whatever breaks a line or spaces words. */
const SPACES = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu
/**
 * What is not seen or turns the reading order; joiners stay, which some scripts and pictures
 * are written with. Halves of characters and code points without a meaning go as well.
 */
const UNSEEN = /(?![\u200c\u200d])[\p{Cf}\p{Cs}\p{Cn}\p{Co}]/gu
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/** A title as one line of text that is safe to show as text; null where nothing is left. */
export function pageTitle(written: string | null): string | null {
  const line = (written ?? '').replace(SPACES, ' ').replace(UNSEEN, '').trim()
  const title = [...line].slice(0, LONGEST).join('').trim()
  return VISIBLE.test(title) ? title : null
}
