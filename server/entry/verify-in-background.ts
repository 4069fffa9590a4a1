import { createSiteDirectory } from '../domain/site/site-directory.ts'
import { startVerifier } from '../domain/verification/verifier.ts'
import type { Store } from '../store/store.ts'
import { createLookUp } from './look-up.ts'
import { NODE_SCHEDULER } from './node-scheduler.ts'
import { createPageVisits } from './page-visits.ts'

/**
 * Has sites asked for their articles as long as the server runs.
 * @returns ends it
 */
export function verifyInBackground(
  store: Store,
  onFault: (fault: unknown) => void,
): () => Promise<void> {
  const verifier = startVerifier({
    store,
    sites: createSiteDirectory(store, Date.now, () => undefined),
    clock: Date.now,
    chance: Math.random,
    after: NODE_SCHEDULER.after,
    beginVisit: createPageVisits(createLookUp()),
    onFault,
  })
  return verifier.stop
}
