import { StorageError } from './store.ts'

export interface GroupQueue<In, Out> {
  /** Resolves once the group that the entry went with is committed. */
  add(entry: In): Promise<Out>
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>
}

interface Waiting<In, Out> {
  readonly entry: In
  readonly resolve: (out: Out) => void
  readonly reject: (reason: unknown) => void
}

export interface GroupQueueOptions<In, Out> {
  /** Commits a group and answers for each entry, in the same order. */
  readonly commit: (entries: readonly In[]) => Promise<readonly Out[]>
  /** Runs a function after the event loop has polled for input once more. */
  readonly afterPoll: (run: () => void) => void
  /** Most entries in one group. */
  readonly most: number
  /** Most entries that may wait; one more is refused with a StorageError. */
  readonly longest: number
}

/**
 * Group commit: entries that arrive while a group is on its way to the disk go together
 * with the next. The first one waits for one poll of the event loop, because a database
 * that answers at once would otherwise be handed groups of one.
 */
export function createGroupQueue<In, Out>(
  options: GroupQueueOptions<In, Out>,
): GroupQueue<In, Out> {
  let waiting: Waiting<In, Out>[] = []
  let busy = false
  let whenIdle: (() => void)[] = []

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.slice(0, options.most)
      waiting = waiting.slice(options.most)
      await settle(group)
    }
    busy = false
    const listeners = whenIdle
    whenIdle = []
    for (const resolve of listeners) resolve()
  }

  async function settle(group: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const outs = await options.commit(group.map(({ entry }) => entry))
      group.forEach(({ resolve }, i) => {
        resolve(outs[i] as Out)
      })
    } catch (reason) {
      for (const { reject } of group) reject(reason)
    }
  }

  return {
    add(entry) {
      if (waiting.length >= options.longest) {
        return Promise.reject(new StorageError('too many writes are waiting for the disk'))
      }
      return new Promise((resolve, reject) => {
        waiting.push({ entry, resolve, reject })
        if (busy) return
        busy = true
        options.afterPoll(() => void drain())
      })
    },
    idle() {
      return busy ? new Promise((resolve) => whenIdle.push(resolve)) : Promise.resolve()
    },
  }
}
