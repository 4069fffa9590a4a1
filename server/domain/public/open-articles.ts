import { RESULTS_FROM } from '../../../shared/site-settings.ts'
import { countVotes, NO_VOTES, type VotesByChoice } from '../../../shared/votes-by-choice.ts'
import type { AddressedArticle, Gathered, Position, Site, Store } from '../../store/store.ts'
import type { PublicResults } from './public-results.ts'

/** Articles read at once: one less than a statement looks at, which tells then whether there are more. */
const AT_ONCE = 499

/** Views and answers as anybody may see them. */
export interface OpenFigures {
  readonly views: number
  readonly responses: number
  /** Null where the distribution is not shown. */
  readonly votes: VotesByChoice | null
}

/** An article of the open data. */
export interface OpenArticle extends OpenFigures {
  readonly article: string
  readonly title: string | null
  /** What it brought from an older counter. */
  readonly opening: OpenFigures | null
}

/** Every article that the site itself has, in the order of their addresses, while somebody takes them. */
export async function* openArticles(
  store: Store,
  { key: site, settings }: Site,
  { from, to }: PublicResults,
): AsyncGenerator<OpenArticle> {
  const { results = 'always', resultsFrom = RESULTS_FROM } = settings
  const list = { site, period: 'all', from, to, verified: true }
  for (let after: Position | null | undefined; after !== null; ) {
    const page = await store.listByAddress(list, { after: after ?? null, most: AT_ONCE })
    for (const article of page.entries) {
      yield openArticle(article, results === 'always', resultsFrom)
    }
    after = page.next
  }
}

/** The threshold counts an opening balance too, as it does for readers. */
function openArticle(
  { key, title, views, votes, opening }: AddressedArticle,
  always: boolean,
  resultsFrom: number,
): OpenArticle {
  const responses = countVotes(votes) + countVotes(opening?.votes ?? NO_VOTES)
  const shown = always && responses >= resultsFrom
  return {
    ...{ article: key, title, ...figures({ views, votes }, shown) },
    opening: opening && figures(opening, shown),
  }
}

function figures({ views, votes }: Gathered, shown: boolean): OpenFigures {
  return { views, responses: countVotes(votes), votes: shown ? votes : null }
}
