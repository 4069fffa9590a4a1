import type { Acknowledged } from './acknowledged.ts'
import { ARTICLES } from './articles.ts'
import type { Subject } from './measurement.ts'
import { hotListing, listingPages } from './tallies.ts'
import type { WriteToken } from './token-stock.ts'
import type { Traffic } from './traffic.ts'
import { viewTraffic } from './views.ts'
import { voteTraffic } from './votes.ts'

/**
 * The requests that a subject is measured with.
 * @param tokens page tokens of the first so many articles
 */
export function trafficFor(
  { kind, spread }: Subject,
  port: number,
  acknowledged: Acknowledged,
  tokens: (articles: number) => WriteToken | undefined,
): Traffic {
  const hot = spread === 'hot'
  const articles = hot ? 1 : ARTICLES
  if (kind === 'views') return viewTraffic(port, articles, acknowledged)
  if (kind === 'votes') return voteTraffic(port, articles, acknowledged, tokens(articles))
  return hot ? hotListing(port) : listingPages(port, articles)
}
