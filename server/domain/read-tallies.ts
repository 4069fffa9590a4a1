import type { Problem } from '../../shared/problem.ts'
import type { ArticleState } from '../store/store.ts'
import { type TallyLine, writeLine } from './chain/tally-lines.ts'
import type { Rules } from './rules.ts'
import type { ListedSite } from './site/site-directory.ts'

/** Most articles that one request may ask for. */
const MOST_ARTICLES = 100

export interface Tallies {
  /** JSON of an array of TallyReply. */
  readonly json: string
  /** Another one wherever the JSON is another. */
  readonly version: string
}

/**
 * The tallies of 1 to 100 articles in the asked order.
 * @param encoded the addresses as they stand in the query, still percent-encoded
 */
export async function readTallies(
  { tallyLineOf, store }: Rules,
  listed: ListedSite,
  encoded: readonly string[],
): Promise<Tallies | Problem> {
  if (encoded.length === 0 || encoded.length > MOST_ARTICLES) {
    return { problem: 'article', detail: 'Ask for 1 to 100 articles.' }
  }
  const lines: TallyLine[] = []
  for (const address of encoded) {
    const line = tallyLineOf(listed, address)
    if (line === null) return { problem: 'article' }
    lines.push(line)
  }

  const states = await store.readArticles(lines.map(({ article }) => article))
  let json = ''
  let low = 0
  let high = lines.length
  lines.forEach((line, i) => {
    writeLine(line, states[i] as ArticleState, listed)
    json += (i === 0 ? '[' : ',') + line.json
    // Order matters, hence two different multipliers rather than a plain sum.
    low = (Math.imul(low, 0x01000193) ^ line.hash) >>> 0
    high = (Math.imul(high, 0x5bd1e995) ^ line.hash) >>> 0
  })
  return { json: `${json}]`, version: low.toString(36) + high.toString(36) }
}
