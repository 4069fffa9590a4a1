import type { DropReason } from '../../shared/drop-reason.ts'
import type { DroppedViews } from './ledger.ts'

/** Dropped views that wait for the disk, as sums: a few for each site and day. */
export interface HeldDrops {
  add(site: string, day: string, reason: DropReason): void
  /** Writes what is held; what can't be written is held on. */
  write(write: (views: readonly DroppedViews[]) => Promise<void>): Promise<void>
}

export function createHeldDrops(): HeldDrops {
  let held = new Map<string, DroppedViews>()

  function hold(drop: DroppedViews): void {
    const name = `${drop.site} ${drop.day} ${drop.reason}`
    const before = held.get(name)?.views ?? 0
    held.set(name, { ...drop, views: before + drop.views })
  }

  return {
    add(site, day, reason) {
      hold({ site, day, reason, views: 1 })
    },

    async write(write) {
      if (held.size === 0) return
      const leaving = held
      held = new Map()
      try {
        await write([...leaving.values()])
      } catch (reason) {
        for (const drop of leaving.values()) hold(drop)
        throw reason
      }
    },
  }
}
