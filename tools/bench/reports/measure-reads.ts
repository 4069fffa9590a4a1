import { randomBytes } from 'node:crypto'
import { localDay } from '../../../server/domain/local-day.ts'
import { SAMPLE_SITE } from '../../../server/domain/sample/sample-offices.ts'
import { NODE_SCHEDULER } from '../../../server/entry/node-scheduler.ts'
import { openThreadedDatabase } from '../../../server/entry/threaded-database.ts'
import { createExclusiveStore } from '../../../server/store/exclusive-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { CHOICES } from '../../../shared/choice.ts'
import { COUNTED } from '../../../shared/standing.ts'
import { createHistogram } from '../histogram.ts'
import { reportReads } from './report-reads.ts'

const THREAD = new URL('../../../dist/node/database-thread.js', import.meta.url)
/** Votes come in so often, in milliseconds: some at once each time. */
const PACE = 20

export interface Measured {
  readonly reads: readonly { readonly name: string; readonly times: readonly number[] }[]
  readonly votes: { readonly count: number; readonly times: readonly number[] }
  /** Votes in the database when it began. */
  readonly total: number
}

/**
 * Reads all that the dashboard's pages read, in turns, on a sample while votes come in.
 * @param rate votes in a second
 */
export async function measureReads(file: string, rounds: number, rate: number): Promise<Measured> {
  const database = await openThreadedDatabase(`file:${file}`, THREAD)
  const store = createExclusiveStore(database, NODE_SCHEDULER)
  const total = 'select sum(sangat_puas + puas + cukup_puas + tidak_puas) from totals'
  const counted = Number((await database.read({ sql: total }))[0]?.[0])
  const page = { period: 'all', from: '2000-01-01', to: '2099-12-31', order: 'views' } as const
  const listed = await store.listByPeriod(
    { site: SAMPLE_SITE, ...page },
    { after: null, most: 500 },
  )
  const pump = pumpVotes(
    store,
    listed.entries.map(({ key }) => key),
    rate,
  )
  const reads = await reportReads(store)
  const measured = new Map(reads.map(({ name }) => [name, createHistogram()]))
  for (let round = 0; round < rounds; round++) {
    for (const { name, read } of reads) {
      const begun = performance.now()
      await read(round)
      measured.get(name)?.record(performance.now() - begun)
    }
  }
  const votes = await pump()
  await store.close()
  const times = [...measured].map(([name, each]) => {
    return { name, times: [each.quantile(0.5), each.quantile(0.95), each.longest] }
  })
  return {
    reads: times,
    votes: {
      count: votes.count,
      times: [votes.quantile(0.5), votes.quantile(0.99), votes.longest],
    },
    total: counted,
  }
}

/** @returns what ends it, and answers with how long the votes took */
function pumpVotes(store: Store, keys: readonly string[], rate: number) {
  const times = createHistogram()
  const underWay = new Set<Promise<void>>()
  async function vote(): Promise<void> {
    const now = Date.now()
    const key = keys[Math.floor(Math.random() * keys.length)] ?? ''
    const begun = performance.now()
    await store.takeTurn({
      article: { site: SAMPLE_SITE, key },
      voter: randomBytes(16).toString('hex'),
      turn: 1,
      choice: CHOICES[Math.floor(Math.random() * 4)] ?? null,
      day: localDay('Asia/Jakarta', now),
      hour: Math.floor(now / 3_600_000),
      verdict: COUNTED,
    })
    times.record(performance.now() - begun)
  }
  let owed = 0
  const timer = setInterval(() => {
    for (owed += (rate * PACE) / 1000; owed >= 1; owed--) {
      const voting = vote()
      underWay.add(voting)
      void voting.finally(() => underWay.delete(voting))
    }
  }, PACE)
  return async () => {
    clearInterval(timer)
    await Promise.all(underWay)
    return times
  }
}
