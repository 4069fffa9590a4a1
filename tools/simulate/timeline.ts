import { MINUTE, SECOND } from './time.ts'
import type { World } from './world.ts'

type Act = () => Promise<void>

/** What happens when: acts of one second go side by side, as requests do. */
export interface Timeline {
  /** @param at milliseconds since 1970 */
  at(at: number, act: Act): void
  /** Lets everything happen up to an instant. @param watch called after each second of them */
  run(world: World, until: number, watch: () => Promise<void>): Promise<void>
}

export function createTimeline(): Timeline {
  const seconds = new Map<number, Act[]>()

  return {
    at(at, act) {
      const second = Math.floor(at / SECOND)
      const acts = seconds.get(second)
      if (acts) acts.push(act)
      else seconds.set(second, [act])
    },

    async run(world, until, watch) {
      const { clock } = world
      for (let second = Math.ceil(clock.now / SECOND); second * SECOND < until; second++) {
        const acts = seconds.get(second)
        const idle =
          (second * SECOND) % MINUTE !== 0 && world.watch.due(second * SECOND).length === 0
        if (!acts && idle) continue
        clock.now = second * SECOND
        seconds.delete(second)
        await Promise.all((acts ?? []).map((act) => act()))
        await world.tick()
        await watch()
      }
      clock.now = until
    },
  }
}
