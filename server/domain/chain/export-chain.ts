import { RESULTS_FROM } from '../../../shared/site-settings.ts'
import { countVotes, type VotesByChoice } from '../../../shared/votes-by-choice.ts'
import type { ChainLink, SignedDay, Site, Store } from '../../store/store.ts'
import type { NonceOf } from './commitment.ts'
import type { SignedCounts } from './counts-text.ts'
import { type FewAnswers, readFewAnswers } from './few-answers.ts'
import type { ChainOpening, PublishedChain } from './published-chain.ts'

/**
 * A site's chain as it is published, or with the counts of every day for those who may see all.
 * To the public only those counts are opened whose distribution the site shows: see `isShown`.
 * @param known the site's few answers, where they were read already: reading them takes long
 */
export async function exportChain(
  store: Store,
  { publicKey, nonceOf }: { readonly publicKey: string; readonly nonceOf: NonceOf },
  { key: site, settings }: Site,
  forPublic: boolean,
  known?: FewAnswers,
): Promise<PublishedChain> {
  const resultsFrom = settings.resultsFrom ?? RESULTS_FROM
  const shown = (settings.results ?? 'always') === 'always'
  const few: FewAnswers =
    forPublic && shown ? (known ?? (await readFewAnswers(store, site, resultsFrom))) : new Map()
  const opens = ({ day, counts }: SignedDay) =>
    !forPublic || (shown && isShown(counts, few.get(day) ?? 0, resultsFrom))

  const links: ChainLink[] = []
  const openings: ChainOpening[] = []
  for (;;) {
    const more = await store.readChain(site, links.at(-1)?.number ?? 0)
    const last = more.at(-1)
    if (!last) break
    const first = (links.at(-1)?.number ?? 0) + 1
    for (const signing of await store.readSignings(site, first, last.number)) {
      const { day, number, counts } = signing
      if (opens(signing)) openings.push({ number, day, nonce: nonceOf(site, number, day), counts })
    }
    links.push(...more)
  }
  const entries = links.map(({ entry, hash, signature }) => ({ entry, hash, signature }))
  return { site, publicKey, entries, openings }
}

/**
 * Whether a day's counts tell no distribution of so few votes that the site hides it: there are as
 * many as are shown, or none, of the counted ones, of those set aside, and of those at articles
 * that show no distribution of their own.
 */
function isShown(counts: string, few: number, resultsFrom: number): boolean {
  const { counted, pending, excluded } = JSON.parse(counts) as SignedCounts
  const aside: VotesByChoice[] = [pending, excluded].flatMap((reasons) => Object.values(reasons))
  const groups = [
    countVotes(counted),
    few,
    aside.reduce((sum, votes) => sum + countVotes(votes), 0),
  ]
  return groups.every((votes) => votes === 0 || votes >= resultsFrom)
}
