import { createPageTokens } from '../../server/domain/page-token.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import { secretOf } from './secret-of.ts'

/** Older than what a server takes for too fast, in milliseconds. */
const AGE = 2000

/**
 * Page tokens as a running server gave them two seconds ago, one for each voter: under its own
 * secret, so that nobody has to wait.
 * @param dataDir of a server that has started before
 */
export function ripeTokens(dataDir: string, site = 'bojonegoro'): (articleKey: string) => string {
  const tokens = createPageTokens(nodeMac, secretOf(dataDir), nodeRandom)
  return (key) => tokens.issue({ site, key }, Date.now() - AGE)
}
