import { bandOf, type Gathered } from './burst-figures.ts'
import type { Cluster } from './burst-judgement.ts'
import type { RecentEvents } from './recent-events.ts'

/** Most events looked at for one vote. */
const MOST_EVENTS = 2048

/** Votes that a burst holds: those of a cluster, in windows of a length in milliseconds. */
export interface HeldCluster {
  readonly cluster: Cluster
  readonly length: number
}

/** Events of a window's votes that belong to a cluster and are not held yet. */
export function votesIn(cluster: Cluster, figures: Gathered, events: RecentEvents): number[] {
  return figures.voteEvents.filter((event) => {
    if (events.isHeld(event)) return false
    if (cluster.of === 'article') return true
    const network = figures.networks.get(events.network(event))
    if (!network) return false
    if (cluster.of === 'band') return bandOf(network.views) === cluster.band
    return network.neighbourhood === cluster.neighbourhood
  })
}

/** Whether a vote that came just now belongs to what is held. */
export function isHeldBy(
  { cluster, length }: HeldCluster,
  event: number,
  events: RecentEvents,
): boolean {
  if (cluster.of === 'article') return true
  if (cluster.of === 'neighbourhood') return events.neighbourhood(event) === cluster.neighbourhood
  return bandOf(viewsBefore(event, length, events)) === cluster.band
}

/** Views of an event's network in the time before it. */
function viewsBefore(event: number, length: number, events: RecentEvents): number {
  const network = events.network(event)
  const since = events.at(event) - length
  let views = 0
  let left = MOST_EVENTS
  for (let each = event; events.knows(each) && left > 0; each = events.before(each), left--) {
    if (events.at(each) < since) break
    if (events.network(each) === network && events.choice(each) === null) views += 1
  }
  return views
}
