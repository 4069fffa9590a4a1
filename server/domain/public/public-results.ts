import { RESULTS_FROM, type SiteSettings } from '../../../shared/site-settings.ts'
import {
  countVotes,
  NO_VOTES,
  poolVotes,
  type VotesByChoice,
} from '../../../shared/votes-by-choice.ts'
import type { SignedDay, Site, Store } from '../../store/store.ts'
import type { SignedCounts } from '../chain/counts-text.ts'

/** What a site's public page tells: everything of the days that are signed. */
export interface PublicResults {
  /** The first and the last signed day, local to the site. */
  readonly from: string
  readonly to: string
  readonly views: number
  /** Number of counted votes. */
  readonly n: number
  /** Null where the site does not show a distribution: what is hidden is not sent. */
  readonly votes: VotesByChoice | null
  /** Votes of all choices that are not counted, by reason; the most first. */
  readonly pending: readonly VotesByReason[]
  readonly excluded: readonly VotesByReason[]
  /** Another one wherever any of this is another. */
  readonly version: string
}

export interface VotesByReason {
  readonly reason: string
  readonly votes: number
}

/** Answers with null before the first day is signed. */
export type ReadPublicResults = (site: Site) => Promise<PublicResults | null>

/**
 * Reads what is signed, so that anybody can check it against the chain, and keeps it in memory until
 * another day is: a page that many ask for costs one short statement.
 */
export function createPublicResults(store: Store): ReadPublicResults {
  const kept = new Map<string, PublicResults>()
  return async ({ key, settings }) => {
    const head = (await store.readChainHeads()).find(({ site }) => site === key)
    if (!head) return null
    const version = `${head.number} ${head.hash} ${JSON.stringify(settings)}`
    const known = kept.get(key)
    if (known?.version === version) return known
    const results = { ...(await gather(store, key, settings)), version }
    kept.set(key, results)
    return results
  }
}

async function gather(
  store: Store,
  site: string,
  settings: SiteSettings,
): Promise<Omit<PublicResults, 'version'>> {
  const signed = await store.readLatestSignings(site, '')
  const days = signed.map(({ day }) => day).sort()
  const [from = '', to = ''] = [days[0], days.at(-1)]
  const counts = signed.map((each: SignedDay) => JSON.parse(each.counts) as SignedCounts)
  const votes = counts.reduce((all, { counted }) => poolVotes(all, counted), NO_VOTES)
  const sums = await store.readUnitSums(site, { from, to })
  const shown = await isShown(store, site, settings, countVotes(votes), to)
  return {
    ...{ from, to, n: countVotes(votes), votes: shown ? votes : null },
    views: sums.reduce((sum, { views }) => sum + views, 0),
    pending: byReason(counts.map(({ pending }) => pending)),
    excluded: byReason(counts.map(({ excluded }) => excluded)),
  }
}

/**
 * Whether a site's distribution may be told: it shows one, there are answers enough, and what is
 * left of it without the articles that tell their own is no distribution of a few.
 */
async function isShown(
  store: Store,
  site: string,
  { results = 'always', resultsFrom = RESULTS_FROM }: SiteSettings,
  n: number,
  to: string,
): Promise<boolean> {
  if (results !== 'always' || n < resultsFrom) return false
  let few = 0
  for await (const sums of store.sumFewAnswers(site, resultsFrom)) {
    for (const { day, votes } of sums) if (day <= to) few += votes
  }
  return few === 0 || few >= resultsFrom
}

function byReason(days: readonly SignedCounts['pending'][]): readonly VotesByReason[] {
  const sums = new Map<string, number>()
  for (const [reason, votes] of days.flatMap((day) => Object.entries(day))) {
    sums.set(reason, (sums.get(reason) ?? 0) + countVotes(votes))
  }
  return [...sums].map(([reason, votes]) => ({ reason, votes })).sort((a, b) => b.votes - a.votes)
}
