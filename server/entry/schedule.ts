import { Cron } from 'croner'

/** Work that comes round by the clock. */
export interface Chore {
  /** Minute, hour, day, month, weekday, in UTC, or seconds before them: `7 * * * *` is hourly. */
  readonly pattern: string
  /** @param stopping aborted when the server stops: what takes long ends then */
  readonly run: (stopping: AbortSignal) => Promise<unknown>
}

/**
 * Runs each piece of work at its times, never beside itself, and keeps no process alive. What
 * fails is told, and comes round again all the same.
 * @returns stops it; resolves when what is under way has ended
 */
export function startSchedule(
  chores: readonly Chore[],
  onFault: (fault: unknown) => void,
): () => Promise<void> {
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()
  const crons = chores.map(({ pattern, run }) => {
    async function once(): Promise<void> {
      const running = run(stopping.signal).then(() => undefined, onFault)
      underWay.add(running)
      await running
      underWay.delete(running)
    }
    return new Cron(pattern, { protect: true, unref: true, timezone: 'UTC' }, once)
  })

  return async () => {
    for (const cron of crons) cron.stop()
    stopping.abort()
    await Promise.all(underWay)
  }
}
