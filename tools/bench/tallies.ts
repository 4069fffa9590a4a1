import { talliesPath } from '../../shared/paths.ts'
import { addressOf, SITE } from './articles.ts'
import { getRequest } from './http-request.ts'
import type { Traffic } from './traffic.ts'

/** Articles in one listing, such as a newspaper's front page. */
export const LISTED = 50

/** Path of a request for the tallies of some articles. */
export function listingPath(articles: readonly number[]): string {
  const query = articles.map((article) => `article=${encodeURIComponent(addressOf(article))}`)
  return `${talliesPath(SITE)}?${query.join('&')}`
}

/** One listing, the same for everyone. */
export function hotListing(port: number): Traffic {
  const articles = Array.from({ length: LISTED }, (_, i) => i)
  return reading([getRequest(port, listingPath(articles))])
}

/** Every listing page of the first `articles`, in any order: a page lists neighbours. */
export function listingPages(port: number, articles: number): Traffic {
  const pages = Array.from({ length: Math.ceil(articles / LISTED) }, (_, page) => {
    const listed = Array.from({ length: LISTED }, (_, i) => page * LISTED + i)
    return getRequest(port, listingPath(listed))
  })
  return reading(pages)
}

/** Reading leaves nothing to count. */
function reading(requests: readonly Buffer[]): Traffic {
  return { requests, acknowledge: () => undefined }
}
