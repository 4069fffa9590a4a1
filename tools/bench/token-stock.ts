import { createPageTokens } from '../../server/domain/page-token.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import { secretOf } from '../../tests/support/secret-of.ts'
import { addressOf, SITE } from './articles.ts'

/** More than one measurement spends, of all articles together. */
const STOCK = 60_000
/** Of each article at least, since which one is voted on is left to chance. */
const LEAST = 10
/** Older than what the server takes for too fast, in milliseconds. */
const AGE = 2000

/** As long as any token until the year 2059. */
export const BLANK_TOKEN = '_'.repeat(58)

/** Writes a page token of an article that no vote has spent. */
export type WriteToken = (into: Buffer, at: number, article: number) => void

/**
 * Page tokens as the server gave them to readers two seconds ago, made beforehand under its own
 * secret: asking for each would measure views.
 */
export function createTokenStock(dataDir: string, port: number, articles: number): WriteToken {
  const tokens = createPageTokens(nodeMac, secretOf(dataDir), nodeRandom)
  const make = (article: number) => {
    const key = `localhost:${port}${addressOf(article)}`
    return Buffer.from(tokens.issue({ site: SITE, key }, Date.now() - AGE), 'latin1')
  }
  const each = Math.max(LEAST, Math.ceil(STOCK / articles))
  const stock = Array.from({ length: articles }, (_, article) =>
    Array.from({ length: each }, () => make(article)),
  )
  return (into, at, article) => {
    const token = stock[article]?.pop() ?? make(article)
    token.copy(into, at)
  }
}
