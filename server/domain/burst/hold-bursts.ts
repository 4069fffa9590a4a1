import type { Store } from '../../store/store.ts'
import type { BurstWatch } from './burst-watch.ts'
import type { UsualAt } from './usuals.ts'

const SECOND = 1000

/** What the detector of bursts works with. */
export interface BurstPost {
  readonly store: Store
  readonly watch: BurstWatch
  readonly usualAt: UsualAt
  /** Tells whoever runs the server a sentence. */
  readonly warn: (sentence: string) => void
}

/**
 * Judges the articles that are due and makes the votes of a burst pending, with a line in the
 * audit log. To be called every second: a burst is seen by its first dozen votes.
 */
export async function holdBursts(post: BurstPost, now: number): Promise<void> {
  const { store, watch, usualAt, warn } = post
  for (const article of watch.due(now)) {
    const { voters, alert } = watch.judge(article, await usualAt(article, now), now)
    const { site, key } = article
    if (alert?.isNew) warn(`${site}: votes at ${key} look like a burst: ${alert.evidence}`)
    if (voters.length === 0) continue
    const audit = {
      at: Math.floor(now / SECOND),
      actor: 'system',
      action: 'suspend',
      site,
      article: key,
      note: alert?.evidence ?? 'votes of a burst that were on their way',
    }
    const votes = { site, article: key, standing: 'counted', voters } as const
    const changed = await store.changeStanding(
      votes,
      { standing: 'pending', reason: 'burst' },
      audit,
    )
    watch.settle(article, changed, now)
  }
}
