import { RANKED_FROM } from '../../../shared/ranking-bounds.ts'
import { countVotes } from '../../../shared/votes-by-choice.ts'
import type { ArticleOrder, ListedArticle, Site, Store } from '../../store/store.ts'
import type { Period } from './period.ts'
import { NOTHING } from './pool-sums.ts'
import { type RankedBy, type Ranking, rank } from './ranking.ts'
import { type Result, resultOf } from './result.ts'
import type { ScopedSite } from './unit-places.ts'

/** Articles in each list. */
const MOST = 10

/** An article of a report. */
export interface RankedArticle extends Result {
  readonly site: Site
  readonly key: string
  readonly title: string | null
}

/**
 * The ten best articles of a period, the ten that need attention most, or the ten most viewed; where none has votes
 * enough for a rank, those that come nearest. Only such as their own site has.
 */
export async function rankArticles(
  store: Store,
  sites: readonly ScopedSite[],
  period: Period,
  by: RankedBy,
): Promise<Ranking<RankedArticle>> {
  if (by === 'views') return rank(await firstOf(store, sites, period, by), by, MOST)
  const ranked = await firstOf(store, sites, period, by)
  const enough = ranked.filter(({ n }) => n >= RANKED_FROM)
  return rank(enough.length > 0 ? enough : await firstOf(store, sites, period, 'votes'), by, MOST)
}

async function firstOf(
  store: Store,
  sites: readonly ScopedSite[],
  period: Period,
  order: ArticleOrder,
): Promise<readonly RankedArticle[]> {
  const found: RankedArticle[] = []
  // One site after another: votes take turns with them.
  for (const { site, units, whole } of sites) {
    const { code, from, to } = period
    const filter = { site: site.key, period: code, from, to, order, verified: true }
    const only = whole ? filter : { ...filter, units: [...units.keys()] }
    const { entries } = await store.listByPeriod(only, { after: null, most: MOST })
    found.push(...entries.map((entry) => rankedFrom(site, entry)))
  }
  return found
}

function rankedFrom(site: Site, { key, title, views, votes }: ListedArticle): RankedArticle {
  return { site, key, title, ...resultOf({ ...NOTHING, views, votes }), n: countVotes(votes) }
}
