import type { DropReason } from '../../shared/drop-reason.ts'
import type { ViewReply } from '../../shared/figures.ts'
import type { Problem } from '../../shared/problem.ts'
import type { ViewRequest } from '../../shared/reader-request.ts'
import type { ArticleId, ArticleState, Store } from '../store/store.ts'
import { admitArticle } from './admit-article.ts'
import type { Client } from './client/client.ts'
import { figuresFor } from './figures.ts'
import { type Sending, whyDropped } from './guard/why-dropped.ts'
import { localDay } from './local-day.ts'
import type { Rules } from './rules.ts'
import type { ListedSite } from './site/site-directory.ts'

/**
 * Counts a view where it is one, and answers with the figures as they then stand and a
 * page token. One that does not count is answered alike, and counted by the reason.
 */
export async function recordView(
  rules: Rules,
  listed: ListedSite,
  request: ViewRequest,
  client: Client,
  sending: Sending,
): Promise<ViewReply | Problem> {
  const { site } = listed
  const viewed = viewedBy(rules, listed, request)
  if ('problem' in viewed) return viewed

  const { key } = viewed
  const article = { site: site.key, key }
  const voter = request.ballot === undefined ? null : rules.voterOf(article, request.ballot)
  const now = rules.clock()
  const day = localDay(site.timeZone, now)
  const dropped = await whyNotCounted(rules, article, request, client, sending, now)
  if (!dropped) {
    const refused = await admitArticle(rules, site, article, client, now)
    if (refused) return refused
    // A page that says that it is another article; one alone says nothing, many of them do.
    if (viewed.own !== null)
      rules.sharedKeys.note({ site: site.key, key: viewed.named }, viewed.own)
  }
  const state = dropped
    ? await answerDropped(rules.store, article, day, voter, dropped)
    : await rules.store.recordView(article, day, voter)
  return {
    ...figuresFor(key, state, site.settings),
    token: rules.pageTokens.issue(article, now),
    open: !state.closed,
    settings: site.settings,
  }
}

/** What the view says of itself comes first, what the guard knows of its reader after that. */
async function whyNotCounted(
  { guard, crowdAlarm }: Rules,
  article: ArticleId,
  request: ViewRequest,
  client: Client,
  sending: Sending,
  now: number,
): Promise<DropReason | null> {
  const dropped = whyDropped(request, client, sending)
  if (dropped) return dropped
  crowdAlarm.visit(client.address, now)
  return guard.seeView({ article, client, unknown: request.visit === 'unknown' }, now)
}

async function answerDropped(
  store: Store,
  article: ArticleId,
  day: string,
  voter: string | null,
  reason: DropReason,
): Promise<ArticleState> {
  const [state] = await Promise.all([
    store.readArticle(article, voter),
    store.dropView(article.site, day, reason),
  ])
  return state
}

interface Viewed {
  /** Of the article that counts the view. */
  readonly key: string
  /** Of the article that the page says that it is. */
  readonly named: string
  /** Of the page itself; null where it is not told. */
  readonly own: string | null
}

/**
 * What is viewed: the article named, or the page itself where the site goes by addresses. A page
 * is named only by a browser that goes by what the page says of itself, and only where that differs.
 */
function viewedBy(
  { keyOf }: Rules,
  listed: ListedSite,
  { article, page }: ViewRequest,
): Viewed | Problem {
  const named = keyOf(listed, article)
  if (named === null) return { problem: 'article' }
  if (page === undefined) return { key: named, named, own: null }
  const own = keyOf(listed, page)
  if (own === null) return { problem: 'page' }
  return { key: listed.site.settings.identity === 'address' ? own : named, named, own }
}
