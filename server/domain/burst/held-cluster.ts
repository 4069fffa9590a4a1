import { bandOf, type Gathered, type NetworkFigures } from './burst-figures.ts'
import type { Cluster } from './burst-judgement.ts'
import type { RecentEvents } from './recent-events.ts'

/** Events of a window's votes that belong to a cluster and are not held yet. */
export function votesIn(cluster: Cluster, figures: Gathered, events: RecentEvents): number[] {
  return figures.voteEvents.filter(
    (event) => !events.isHeld(event) && isIn(cluster, event, events, figures.networks),
  )
}

/**
 * Whether a vote belongs to a cluster.
 * @param networks as they were when last looked at; a network that is new since has one view
 */
export function isIn(
  cluster: Cluster,
  event: number,
  events: RecentEvents,
  networks: ReadonlyMap<number, NetworkFigures>,
): boolean {
  if (cluster.of === 'article') return true
  if (cluster.of === 'neighbourhood') return events.neighbourhood(event) === cluster.neighbourhood
  return bandOf(networks.get(events.network(event))?.views ?? 1) === cluster.band
}
