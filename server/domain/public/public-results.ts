import { RESULTS_FROM } from '../../../shared/site-settings.ts'
import {
  countVotes,
  NO_VOTES,
  poolVotes,
  type VotesByChoice,
} from '../../../shared/votes-by-choice.ts'
import type { Days, SignedDay, Site, Store } from '../../store/store.ts'
import type { SignedCounts } from '../chain/counts-text.ts'
import { type FewAnswers, readFewAnswers } from '../chain/few-answers.ts'
import { partsOf } from '../report/wording-parts.ts'
import { type AskedIn, readWordingSeries, wordingsOn } from '../report/wording-series.ts'

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
  /** The days between changes of what was asked, in order; empty where it was the same throughout. */
  readonly asked: readonly AskedDays[]
  /** What the days' counts are opened by; empty where the site shows no distribution. Not told. */
  readonly few: FewAnswers
  /** Another one wherever any of this is another. */
  readonly version: string
}

/** Days on which a site asked the same. */
export interface AskedDays {
  readonly from: string
  readonly to: string
  readonly asked: readonly AskedIn[]
  /** Number of counted votes. Their distribution apart might tell of a few. */
  readonly n: number
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
  return async (site) => {
    const { key, settings } = site
    const head = (await store.readChainHeads()).find(({ site }) => site === key)
    if (!head) return null
    const version = `${head.number} ${head.hash} ${JSON.stringify(settings)}`
    const known = kept.get(key)
    if (known?.version === version) return known
    const results = await gather(store, site, version)
    kept.set(key, results)
    return results
  }
}

async function gather(
  store: Store,
  { key: site, settings, ...more }: Site,
  version: string,
): Promise<PublicResults> {
  const { results = 'always', resultsFrom = RESULTS_FROM } = settings
  const signed = await store.readLatestSignings(site, '')
  const days = signed.map(({ day }) => day).sort()
  const [from = '', to = ''] = [days[0], days.at(-1)]
  const counts = signed.map((each: SignedDay) => JSON.parse(each.counts) as SignedCounts)
  const votes = counts.reduce((all, { counted }) => poolVotes(all, counted), NO_VOTES)
  const n = countVotes(votes)
  const sums = await store.readUnitSums(site, { from, to })
  const few =
    results === 'always'
      ? await readFewAnswers(store, site, resultsFrom)
      : new Map<string, number>()
  const shown = results === 'always' && n >= resultsFrom && isTold(few, to, resultsFrom)
  return {
    ...{ from, to, n, votes: shown ? votes : null, few, version },
    views: sums.reduce((sum, { views }) => sum + views, 0),
    pending: byReason(counts.map(({ pending }) => pending)),
    excluded: byReason(counts.map(({ excluded }) => excluded)),
    asked: await askedDays(store, { ...more, key: site }, { from, to }, signed),
  }
}

async function askedDays(
  store: Store,
  site: Pick<Site, 'key' | 'timeZone' | 'addedAt'>,
  days: Days,
  signed: readonly SignedDay[],
): Promise<readonly AskedDays[]> {
  const changes = await readWordingSeries(store, site)
  const parts = partsOf(days, changes)
  if (parts.length < 2) return []
  return parts.map(({ from, to }) => {
    const within = signed.filter(({ day }) => day >= from && day <= to)
    const n = within.reduce(
      (sum, { counts }) => sum + countVotes((JSON.parse(counts) as SignedCounts).counted),
      0,
    )
    return { from, to, asked: wordingsOn(changes, from), n }
  })
}

/** Whether what is left of a distribution without the articles that tell their own is none of a few. */
function isTold(few: FewAnswers, to: string, resultsFrom: number): boolean {
  let left = 0
  for (const [day, votes] of few) if (day <= to) left += votes
  return left === 0 || left >= resultsFrom
}

function byReason(days: readonly SignedCounts['pending'][]): readonly VotesByReason[] {
  const sums = new Map<string, number>()
  for (const [reason, votes] of days.flatMap((day) => Object.entries(day))) {
    sums.set(reason, (sums.get(reason) ?? 0) + countVotes(votes))
  }
  return [...sums].map(([reason, votes]) => ({ reason, votes })).sort((a, b) => b.votes - a.votes)
}
