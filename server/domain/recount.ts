import type { ArticleId, DaySum, Recounted, Store, SumDifference } from '../store/store.ts'
import { countsText } from './chain/counts-text.ts'
import { signingWindow } from './chain/signing-window.ts'

/** A sealed day whose counts are not those that its site's chain has signed. */
export interface SignedDifference {
  readonly site: string
  readonly day: string
  /** Of the entry that signed the day last; null where none did. */
  readonly number: number | null
  /** Canonical JSON. */
  readonly signed: string
  readonly stored: string
}

/** What came of a recount. */
export interface RecountResult {
  readonly articles: number
  readonly differences: readonly SumDifference[]
  readonly signed: readonly SignedDifference[]
  /** Articles whose sums were put right. */
  readonly repaired: number
}

export interface RecountGround {
  readonly store: Store
  /** Waits a moment between two steps, so that votes need not wait. */
  readonly rest: () => Promise<void>
  readonly stopping: AbortSignal
  /** Present: what differs is put right; the present instant, in milliseconds since 1970. */
  readonly repairAt?: number
}

/**
 * Counts every sum anew from its rows and says where it differs, then holds the sealed days against
 * what was signed of them. Votes go on meanwhile.
 */
export async function recount(ground: RecountGround): Promise<RecountResult> {
  const { store, rest, stopping, repairAt } = ground
  const differences: SumDifference[] = []
  let articles = 0
  let repaired = 0
  for (let after: number | null = null; ; ) {
    const step: Recounted = await store.recountArticles(after)
    articles += step.articles
    differences.push(...step.differences)
    if (repairAt !== undefined) repaired += await repair(store, step.differences, repairAt)
    if (step.next === null || stopping.aborted) break
    after = step.next
    await rest()
  }
  return { articles, differences, signed: await compareSigned(ground), repaired }
}

async function repair(
  store: Store,
  differences: readonly SumDifference[],
  at: number,
): Promise<number> {
  const articles = new Map<string, { readonly article: ArticleId; found: SumDifference[] }>()
  for (const each of differences) {
    const name = `${each.site} ${each.article}`
    const article = { site: each.site, key: each.article }
    const { found } = articles.get(name) ?? { found: [] }
    articles.set(name, { article, found: [...found, each] })
  }
  for (const { article, found } of articles.values()) {
    const days = [...new Set(found.map(({ day }) => day ?? 'in all'))].join(', ')
    const note = `sums put right that were not what their votes are: ${days}`
    await store.repairSums(article, note, Math.floor(at / 1000), found)
  }
  return articles.size
}

/** Sealed days are what was signed of them, except where they wait to be signed anew. */
async function compareSigned(ground: RecountGround): Promise<readonly SignedDifference[]> {
  const { store, rest, stopping } = ground
  const heads = await store.readChainHeads()
  const limits = new Map(heads.map(({ site, day }) => [site, signingWindow(day)]))
  const through = [...limits.values()].sort().at(-1)
  if (through === undefined) return []

  const sums = new Map<string, DaySum[]>()
  for await (const some of store.sumDays('', through)) {
    for (const sum of some) {
      if (sum.day >= (limits.get(sum.site) ?? '')) continue
      const name = `${sum.site} ${sum.day}`
      sums.set(name, [...(sums.get(name) ?? []), sum])
    }
    if (stopping.aborted) return []
    await rest()
  }
  const waiting = new Set((await store.readChangedDays()).map(({ site, day }) => `${site} ${day}`))
  const found: SignedDifference[] = []
  for (const [site, limit] of limits) {
    const signings = new Map(
      (await store.readLatestSignings(site, '')).map((signing) => [signing.day, signing]),
    )
    const days = [...sums.keys()].flatMap((name) => dayOf(name, site)).concat(...signings.keys())
    for (const day of [...new Set(days)].sort()) {
      if (day >= limit || waiting.has(`${site} ${day}`)) continue
      const stored = countsText(sums.get(`${site} ${day}`) ?? [])
      const signing = signings.get(day)
      const signed = signing?.counts ?? countsText([])
      if (stored !== signed)
        found.push({ site, day, number: signing?.number ?? null, signed, stored })
    }
  }
  return found
}

function dayOf(name: string, site: string): readonly string[] {
  return name.startsWith(`${site} `) ? [name.slice(site.length + 1)] : []
}
