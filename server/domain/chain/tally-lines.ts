import { LONGEST_ADDRESS } from '../../../shared/longest-address.ts'
import type { ArticleId, ArticleState } from '../../store/store.ts'
import type { KeyOf } from '../article-keys.ts'
import { figuresFor } from '../figures.ts'
import type { ListedSite } from '../site/site-directory.ts'

/** Most lines remembered for one site. */
const MOST = 20_000

/** One article's line in a tallies reply, as last written. */
export interface TallyLine {
  readonly article: ArticleId
  /** The state that `json` was written from; null before the first. */
  state: ArticleState | null
  json: string
  /** Of `json`, for the entity tag of the whole. */
  hash: number
}

/** The line for an address as it stands in the query, still encoded; null for no article. */
export type TallyLineOf = (listed: ListedSite, encoded: string) => TallyLine | null

/** Remembers the lines of a site: a listing asks for fifty, most of them as before. */
export function createTallyLines(keyOf: KeyOf): TallyLineOf {
  const known = new WeakMap<ListedSite, Map<string, TallyLine>>()

  return (listed, encoded) => {
    let lines = known.get(listed)
    if (!lines) {
      lines = new Map()
      known.set(listed, lines)
    }
    const before = lines.get(encoded)
    if (before) return before
    const own = copyOf(encoded)
    const address = decode(own)
    if (address === null || address.length > LONGEST_ADDRESS) return null
    const key = keyOf(listed, address)
    if (key === null) return null
    const line = { article: { site: listed.site.key, key }, state: null, json: '', hash: 0 }
    // Else a stranger's long addresses would fill the memory.
    if (own.length > LONGEST_ADDRESS) return line
    if (lines.size >= MOST) lines.clear()
    lines.set(own, line)
    return line
  }
}

/** Writes a line anew where its article's state is another than it was written from. */
export function writeLine(line: TallyLine, state: ArticleState, { site }: ListedSite): void {
  if (line.state === state) return
  const { article, views, responses, votes } = figuresFor(line.article.key, state, site.settings)
  line.state = state
  line.json = JSON.stringify({ article, views, responses, votes })
  line.hash = hashOf(line.json)
}

/** A part of a string keeps the whole: what is remembered must not keep the request's address. */
function copyOf(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text))
}

function decode(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '))
  } catch {
    // Not an encoded address, hence not an article's.
    return null
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
