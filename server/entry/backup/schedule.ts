import type { Scheduler } from '../../store/scheduler.ts'
import type { Log } from '../log.ts'
import { backUpDaily, type DailyGround } from './daily-backup.ts'

/** How often it is looked at what is due, in milliseconds. */
const LOOK_EVERY = 10 * 60 * 1000
/** The first look, once the start is over. */
const FIRST_LOOK = 1000

/**
 * Has backups made every day for as long as the server runs.
 * @returns what ends it: a backup under way is given up
 */
export function scheduleBackups(
  ground: Omit<DailyGround, 'signal'>,
  log: Log,
  { after }: Pick<Scheduler, 'after'>,
): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  let underWay = Promise.resolve()

  function look(): void {
    if (signal.aborted) return
    underWay = backUpDaily({ ...ground, signal }, new Date())
      .then((file) => {
        if (file) log.info(`backed up: ${file}`)
      })
      .catch(log.fault)
      .finally(() => after(LOOK_EVERY, look))
  }

  after(FIRST_LOOK, look)
  return async () => {
    stopping.abort()
    await underWay
  }
}
