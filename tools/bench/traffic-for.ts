import type { Acknowledged } from './acknowledged.ts'
import { ARTICLES } from './articles.ts'
import type { Subject } from './measurement.ts'
import { hotListing, listingPages } from './tallies.ts'
import type { Traffic } from './traffic.ts'
import { viewTraffic } from './views.ts'
import { voteTraffic } from './votes.ts'

/** The requests that a subject is measured with. */
export function trafficFor(
  { kind, spread }: Subject,
  port: number,
  acknowledged: Acknowledged,
  tokens: readonly string[],
): Traffic {
  const hot = spread === 'hot'
  const articles = hot ? 1 : ARTICLES
  if (kind === 'views') return viewTraffic(port, articles, acknowledged)
  if (kind === 'votes') return voteTraffic(port, articles, acknowledged, tokens)
  return hot ? hotListing(port) : listingPages(port, articles)
}
