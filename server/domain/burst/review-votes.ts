import type { PendingReason } from '../../../shared/standing.ts'
import type { ArticleId, AuditEntry, Store } from '../../store/store.ts'
import type { Guard } from '../guard/guard.ts'
import { localDay } from '../local-day.ts'
import type { BurstWatch } from './burst-watch.ts'

const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND

/** Suspicions that speak of what a process remembers, and can't be looked at again without it. */
const REMEMBERED: readonly PendingReason[] = ['network', 'rate', 'too-fast']

/**
 * Counts the votes that the guard holds nothing against any more; to be called every 15 minutes.
 * Votes of a burst are never among them: those are for a moderator.
 */
export async function releaseVotes(
  store: Store,
  guard: Pick<Guard, 'rejudge' | 'settle'>,
  now: number,
): Promise<void> {
  for (const release of await guard.rejudge(now)) {
    const { article, reason, voters } = release
    const votes = { site: article.site, article: article.key, standing: 'pending' } as const
    const audit = released(article, `looked at again: ${reason}`, now)
    await store.changeStanding({ ...votes, reason, voters }, { standing: 'counted' }, audit)
    await guard.settle(release, now)
  }
}

/**
 * Goes on after a start, of which nothing is remembered but what is on disk: an article with
 * pending votes of a burst is taken for one in a burst, and elsewhere what nobody can look at
 * again is counted, unless the article is under review. Votes of today and yesterday only.
 */
export async function resumeVotes(store: Store, watch: BurstWatch, now: number): Promise<void> {
  await flagReviews(store, now)
  const from = localDay('UTC', now - DAY)
  const pending = await store.readPending(from)
  for (const { article, reason } of pending) if (reason === 'burst') watch.restore(article, now)
  for (const { article, reason, review } of pending) {
    if (review || watch.inBurst(article, now) || !REMEMBERED.includes(reason)) continue
    const votes = { site: article.site, article: article.key, standing: 'pending' } as const
    const audit = released(article, `after a start: ${reason}`, now)
    await store.changeStanding({ ...votes, reason, from }, { standing: 'counted' }, audit)
  }
}

/** Sets what readers are told, "sedang ditinjau", by the votes of today and yesterday. */
export async function flagReviews(store: Store, now: number): Promise<void> {
  const zones = new Set((await store.readSites()).map(({ timeZone }) => timeZone))
  for (const zone of zones) await store.markReviews(zone, localDay(zone, now - DAY))
}

function released({ site, key }: ArticleId, note: string, now: number): AuditEntry {
  const at = Math.floor(now / SECOND)
  return { at, actor: 'system', action: 'release', site, article: key, note }
}
