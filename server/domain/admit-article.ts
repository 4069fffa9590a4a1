import type { Problem } from '../../shared/problem.ts'
import type { ArticleId, Site } from '../store/store.ts'
import type { Client } from './client/client.ts'
import type { Rules } from './rules.ts'

/** Most articles of a site that wait for their site's word, and in the week after it was added. */
const MOST_UNVERIFIED = 500
const MOST_AT_FIRST = 20_000
const FIRST_WEEK = 7 * 24 * 60 * 60
/** When to try again where too many wait: some are verified every second. In seconds. */
const LATER = 60
const SECOND = 1000

/**
 * Refuses a request that would make one article too many; what exists goes on. To be asked before
 * anything of the request is stored.
 * @param now milliseconds since 1970
 */
export async function admitArticle(
  { store, guard }: Rules,
  { addedAt }: Site,
  article: ArticleId,
  client: Client,
  now: number,
): Promise<Problem | null> {
  const beside = await store.countBeside(article)
  if (beside === null) return null
  const isNew = Math.abs(now / SECOND - addedAt) < FIRST_WEEK
  if (beside >= (isNew ? MOST_AT_FIRST : MOST_UNVERIFIED)) {
    return { problem: 'article-quota', retryAfter: LATER }
  }
  const refusal = await guard.admitArticle(article, client, now)
  return refusal && { problem: 'article-quota', ...refusal }
}
