import type { Store, UnverifiedArticle } from '../../store/store.ts'
import type { SiteDirectory } from '../site/site-directory.ts'
import { nextAttempt } from './next-attempt.ts'
import type { BeginVisit } from './page-visit.ts'
import { verifyArticle } from './verify-article.ts'

export interface VerifyingGround {
  readonly store: Pick<Store, 'verifyArticles' | 'failArticle'>
  readonly sites: Pick<SiteDirectory, 'find'>
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** From 0 to 1. */
  readonly chance: () => number
  readonly beginVisit: BeginVisit
}

/** Visits one article and keeps what came of it. @throws the store's errors */
export async function verifyDue(
  { store, sites, clock, chance, beginVisit }: VerifyingGround,
  { article, attempts }: UnverifiedArticle,
  signal: AbortSignal,
): Promise<void> {
  const listed = await sites.find(article.site)
  if (!listed) return
  const verified = await verifyArticle(article.key, listed, beginVisit, signal)
  // A visit that was ended says nothing about the site.
  if (signal.aborted) return
  if ('title' in verified) {
    await store.verifyArticles(article.site, [{ key: article.key, title: verified.title }], false)
  } else {
    const { failure } = verified
    const next = nextAttempt(failure, Math.floor(clock() / 1000), attempts + 1, chance())
    await store.failArticle(article, failure, next)
  }
}
