import type { VotesByChoice } from '../../../shared/votes-by-choice.ts'
import type { PublicWords } from './words-id.ts'

/** About as wide is a character at this size, in pixels. */
const CHARACTER = 6.6
const ROOM = 8

/**
 * A picture in one line for a page of the site: so many of so many satisfied, or the number alone where the
 * distribution is not shown.
 */
export function badge(words: PublicWords, responses: number, votes: VotesByChoice | null): string {
  const number = (count: number) => count.toLocaleString(words.language)
  const told =
    votes && responses > 0
      ? words.badgeShare(number(votes['sangat-puas'] + votes.puas), number(responses))
      : words.badgeCount(number(responses))
  const [first, second] = [words.badge, told].map((text) =>
    Math.ceil(text.length * CHARACTER + 2 * ROOM),
  )
  const [left = 0, right = 0] = [first, second]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="24" role="img" aria-label="${words.badge}: ${told}"><title>${words.badge}: ${told}</title><rect width="${left + right}" height="24" rx="4" fill="#00695c"/><path d="M0 4a4 4 0 0 1 4-4h${left - 4}v24H4a4 4 0 0 1-4-4z" fill="#1b1f23"/><g fill="#ffffff" font-family="system-ui,sans-serif" font-size="12" text-anchor="middle"><text x="${left / 2}" y="16">${words.badge}</text><text x="${left + right / 2}" y="16">${told}</text></g></svg>\n`
}
