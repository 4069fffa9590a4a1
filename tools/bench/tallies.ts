import { talliesPath } from '../../shared/paths.ts'
import { addressOf, SITE } from './articles.ts'
import { getRequest } from './http-request.ts'
import type { Traffic } from './traffic.ts'

/** Articles in one listing, such as a newspaper's front page. */
export const LISTED = 50
/** Different listings made beforehand; together they name every article several times. */
const LISTINGS = 2000

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

/** Listings of articles drawn at random from the first `articles`. */
export function randomListings(port: number, articles: number): Traffic {
  const draw = () => Math.floor(Math.random() * articles)
  const requests = Array.from({ length: LISTINGS }, () => {
    return getRequest(port, listingPath(Array.from({ length: LISTED }, draw)))
  })
  return reading(requests)
}

/** Reading leaves nothing to count. */
export function reading(requests: readonly Buffer[]): Traffic {
  return { requests, acknowledge: () => undefined }
}
