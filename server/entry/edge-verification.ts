import { createSiteDirectory } from '../domain/site/site-directory.ts'
import { verifyDue } from '../domain/verification/verify-due.ts'
import type { Store } from '../store/store.ts'
import { edgePageVisits } from './edge-page-visits.ts'

/** When `wrangler.jsonc` has it run; every other time is maintenance's. */
export const VERIFICATION_CRON = '*/5 * * * *'
/** Most visits in one run: a run on Workers may make a limited number of requests. */
const MOST = 8

/** Has sites asked for the articles that are due, the longest due first, one after another. */
export async function verifySome(store: Store): Promise<void> {
  const ground = {
    store,
    sites: createSiteDirectory(store, Date.now, () => undefined),
    clock: Date.now,
    chance: Math.random,
    beginVisit: edgePageVisits,
  }
  const due = await store.readDueArticles(Math.floor(Date.now() / 1000), MOST)
  const { signal } = new AbortController()
  for (const article of due.slice(0, MOST)) await verifyDue(ground, article, signal)
}
