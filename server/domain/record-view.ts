import type { ViewReply } from '../../shared/figures.ts'
import type { Problem } from '../../shared/problem.ts'
import type { ViewRequest } from '../../shared/reader-request.ts'
import type { Client } from './client.ts'
import { figuresFor } from './figures.ts'
import { localDay } from './local-day.ts'
import type { Rules } from './rules.ts'
import type { ListedSite } from './site-directory.ts'

/**
 * Counts a view where it is one, and answers with the figures as they then stand and a
 * page token.
 * @param countable false for a request that no reader's page sent: a view without an
 *   Origin, or a prefetch. It is answered and leaves no trace.
 */
export async function recordView(
  rules: Rules,
  listed: ListedSite,
  request: ViewRequest,
  client: Client,
  countable: boolean,
): Promise<ViewReply | Problem> {
  const { site } = listed
  const key = articleKeyOf(rules, listed, request)
  if (typeof key !== 'string') return key

  const article = { site: site.key, key }
  const voter = request.ballot === undefined ? null : rules.voterOf(article, request.ballot)
  const now = rules.clock()
  const counts = countable && request.visit !== 'repeat' && request.automated !== true
  if (counts) rules.crowdAlarm.visit(client.address, now)
  const state = counts
    ? await rules.store.recordView(article, localDay(site.timeZone, now), voter)
    : await rules.store.readArticle(article, voter)
  return {
    ...figuresFor(key, state, site.settings),
    token: rules.pageTokens.issue(article, now),
    open: !state.closed,
    settings: site.settings,
  }
}

/**
 * What is viewed: the article named, or the page itself where the site goes by addresses. A page
 * is named only by a browser that goes by what the page says of itself, and only where that differs.
 */
function articleKeyOf(
  { keyOf }: Rules,
  listed: ListedSite,
  { article, page }: ViewRequest,
): string | Problem {
  const named = keyOf(listed, article)
  if (named === null) return { problem: 'article' }
  const own = page === undefined ? named : keyOf(listed, page)
  if (own === null) return { problem: 'page' }
  return listed.site.settings.identity === 'address' ? own : named
}
