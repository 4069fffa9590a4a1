import type { Problem } from '../../shared/problem.ts'
import type { ArticleState } from '../store/store.ts'
import { figuresFor } from './figures.ts'
import type { Rules } from './rules.ts'
import type { ListedSite } from './site-directory.ts'

/** Most articles that one request may ask for. */
const MOST_ARTICLES = 100

/** The counts of a tally as last written, kept while neither site nor article changes. */
const written = new WeakMap<ListedSite, WeakMap<ArticleState, string>>()

/**
 * The tallies of 1 to 100 articles in the asked order, as JSON: an array of TallyReply.
 * Written once for each state of an article, because a listing asks for fifty of them.
 */
export async function readTallies(
  rules: Rules,
  listed: ListedSite,
  addresses: readonly string[],
): Promise<string | Problem> {
  if (addresses.length === 0 || addresses.length > MOST_ARTICLES) {
    return { problem: 'article', detail: 'Ask for 1 to 100 articles.' }
  }
  const articles: { site: string; key: string }[] = []
  for (const address of addresses) {
    const key = rules.keyOf(listed, address)
    if (key === null) return { problem: 'article' }
    articles.push({ site: listed.site.key, key })
  }
  const states = await rules.store.readArticles(articles)
  const tallies = articles.map(({ key }, i) => tallyJson(listed, key, states[i] as ArticleState))
  return `[${tallies.join(',')}]`
}

function tallyJson(listed: ListedSite, key: string, state: ArticleState): string {
  let ofSite = written.get(listed)
  if (!ofSite) written.set(listed, (ofSite = new WeakMap()))
  let counts = ofSite.get(state)
  if (counts === undefined) {
    const { views, responses, votes } = figuresFor(key, state, listed.site.settings)
    counts = JSON.stringify({ views, responses, votes }).slice(1)
    ofSite.set(state, counts)
  }
  return `{"article":${JSON.stringify(key)},${counts}`
}
