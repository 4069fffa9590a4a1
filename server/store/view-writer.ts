import type { HeldDrops } from './held-drops.ts'
import type { Ledger } from './ledger.ts'
import type { LiveArticles } from './live-articles.ts'
import type { Scheduler } from './scheduler.ts'

/** Views reach the disk at the latest this long after they were counted, in milliseconds. */
const VIEWS_HELD = 500
/** Most rows in one transaction: keeps a commit short enough for the votes behind it. */
const MOST_IN_GROUP = 500

/** Brings the views that are held back to the disk. */
interface ViewWriter {
  /** Within half a second; tried again until it works. */
  writeSoon(): void
  /** Resolves once all that were held at the call are on disk. */
  write(): Promise<void>
}

export function createViewWriter(
  ledger: Ledger,
  live: LiveArticles,
  drops: HeldDrops,
  scheduler: Scheduler,
): ViewWriter {
  let flushing: Promise<void> | undefined
  let flushDue = false

  function flushSoon(): void {
    if (flushDue) return
    flushDue = true
    scheduler.after(VIEWS_HELD, () => {
      flushDue = false
      // A flush that fails keeps its views and tries again with the next one.
      flush().catch(flushSoon)
    })
  }

  async function flush(): Promise<void> {
    while (flushing) await flushing.catch(() => undefined)
    flushing = writeViews().finally(() => {
      flushing = undefined
    })
    await flushing
  }

  /** Writes all waiting views, a group at a time: the votes behind them wait for one only. */
  async function writeViews(): Promise<void> {
    for (let views = live.takeViews(MOST_IN_GROUP); views.length > 0; ) {
      const missing = views.filter((each) => !each.live.stored).map(({ article }) => article)
      try {
        await ledger.addViews(views, missing)
      } catch (reason) {
        live.settle(views, false)
        throw reason
      }
      live.settle(views, true)
      views = live.takeViews(MOST_IN_GROUP)
    }
    await drops.write((views) => ledger.dropViews(views))
  }

  return { writeSoon: flushSoon, write: flush }
}
