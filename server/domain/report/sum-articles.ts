import { RANKED_FROM, rankingBounds } from '../../../shared/ranking-bounds.ts'
import { countVotes, NO_VOTES, poolVotes } from '../../../shared/votes-by-choice.ts'
import type { ArticleMonth, ArticlePeriod, Gathered } from '../../store/store.ts'
import { dayBefore } from '../day-before.ts'
import { monthPeriods } from './month-periods.ts'
import type { SummingGround } from './summing-ground.ts'

/** Articles summed in one step; of each all days that it ever had are read. */
const ARTICLES_AT_ONCE = 50
const MILLION = 1_000_000

/**
 * Sums the periods of all articles that were marked.
 * @returns number of rows that lists are read from
 */
export async function sumArticles(ground: SummingGround): Promise<number> {
  const { store, rest, stopping } = ground
  let kept = 0
  while (!stopping.aborted && ground.spend()) {
    const claim = ground.newClaim()
    const months = await store.claimArticles(claim, ARTICLES_AT_ONCE)
    if (!months) break
    const periods = periodsOf(months)
    await store.keepPeriods(claim, periods)
    kept += periods.length
    await rest()
  }
  return kept
}

/** What the articles gathered in each period of which there is anything. */
function periodsOf(months: readonly ArticleMonth[]): readonly ArticlePeriod[] {
  const periods = new Map<string, ArticlePeriod>()
  const add = (month: ArticleMonth, period: string, more: Gathered) => {
    const name = `${month.article} ${period}`
    const before = periods.get(name)
    const { article, site, unit, through } = month
    const views = (before?.views ?? 0) + more.views
    const votes = before ? poolVotes(before.votes, more.votes) : more.votes
    periods.set(name, { article, period, site, unit, through, views, votes, ...rankOf(votes) })
  }
  const known = months.filter(({ month }) => month !== '')
  for (const month of known) {
    for (const period of monthPeriods(month.month)) add(month, period, month)
    add(month, 'latest', month.latest)
  }
  const gathered = [...periods.values()].filter(({ views, n }) => views + n > 0)
  return [...gathered, ...newcomers(months, new Set(gathered.map(({ article }) => article)))]
}

/** An article without a closed day stands, with nothing, in the lists that it will be in. */
function newcomers(
  months: readonly ArticleMonth[],
  known: ReadonlySet<number>,
): readonly ArticlePeriod[] {
  const news = new Map(months.map((month) => [month.article, month]))
  return [...news.values()]
    .filter(({ article }) => !known.has(article))
    .flatMap(({ article, site, unit, through }) => {
      const present = through === '' ? ['all'] : monthPeriods(dayBefore(through, -1).slice(0, 7))
      return [...present, 'latest'].map((period) => {
        return {
          article,
          period,
          site,
          unit,
          through,
          views: 0,
          votes: NO_VOTES,
          ...rankOf(NO_VOTES),
        }
      })
    })
}

function rankOf(votes: Gathered['votes']): Pick<ArticlePeriod, 'n' | 'low' | 'high'> {
  const n = countVotes(votes)
  if (n < RANKED_FROM) return { n, low: null, high: null }
  const { low, high } = rankingBounds(votes)
  return { n, low: Math.round(low * MILLION), high: Math.round(high * MILLION) }
}
