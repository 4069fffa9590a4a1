/** The demo's site exists from the first start and takes every loopback origin. */
export const SITE = 'bojonegoro'

/** How many articles the many-article measurements are spread over. */
export const ARTICLES = 10_000

/** What requests are spread over: one article (or one listing), or all of them. */
export const SPREADS = ['hot', '10,000 articles'] as const
export type Spread = (typeof SPREADS)[number]

export function addressOf(article: number): string {
  return `/artikel/${article + 1}`
}
