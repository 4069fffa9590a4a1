import type { Draw } from '../../domain/sample/draw.ts'
import type { SampleArticle } from '../../domain/sample/sample-articles.ts'
import { sampleDays } from '../../domain/sample/sample-days.ts'
import { pourDays } from '../../domain/sample/sample-fill.ts'
import { SAMPLE_SITE } from '../../domain/sample/sample-offices.ts'
import type { Database } from '../../store/database.ts'
import {
  addSampleArticles,
  addSampleRows,
  type DayOfViews,
  type SampleVote,
  type SealedDay,
} from '../../store/sample-rows.ts'

const ARTICLES_AT_ONCE = 200
/** Rows in one transaction: short enough for a server that counts meanwhile. */
const ROWS_AT_ONCE = 1000

interface Filled {
  readonly articles: number
  readonly votes: number
}

interface Filling {
  readonly signal: AbortSignal
  /** @param done articles that are there */
  readonly told: (done: number) => void
}

/** Makes the articles of a sample with all that they gathered, some at a time. */
export async function fillSample(
  database: Database,
  draw: Draw,
  { first, articles }: { first: SampleArticle; articles: Iterable<SampleArticle> },
  today: string,
  { signal, told }: Filling,
): Promise<Filled> {
  let done = 0
  let votes = 0
  let group = [first]
  const buffer = createBuffer(database)
  async function pour(): Promise<void> {
    const named = group.map(({ key, title }) => [key, title] as const)
    const ids = await addSampleArticles(database, SAMPLE_SITE, named)
    for (const [i, article] of group.entries()) {
      pourDays(draw, ids[i] ?? 0, sampleDays(draw, article, today), today, buffer.sink)
      votes += article.votes
      await buffer.flush(ROWS_AT_ONCE)
    }
    done += group.length
    group = []
    told(done)
  }
  for (const article of articles) {
    if (signal.aborted) break
    group.push(article)
    if (group.length >= ARTICLES_AT_ONCE) await pour()
  }
  await pour()
  await buffer.flush(1)
  return { articles: done, votes }
}

/** Gathers rows until there are enough for a transaction. */
function createBuffer(database: Database) {
  let sealed: SealedDay[] = []
  let views: DayOfViews[] = []
  let votes: SampleVote[] = []
  return {
    sink: {
      sealed: (id: number, day: { day: string; views: number; votes: readonly number[] }) =>
        void sealed.push([id, day.day, day.views, ...day.votes]),
      views: (id: number, day: { day: string; views: number }) =>
        void views.push([id, day.day, day.views]),
      vote: (
        id: number,
        vote: {
          voter: string
          choice: string
          day: string
          standing: string
          reason: string | null
        },
      ) => void votes.push([id, vote.voter, vote.choice, vote.day, vote.standing, vote.reason]),
    },
    /** Writes what there is, where that is at least so much. */
    async flush(least: number): Promise<void> {
      if (sealed.length + views.length + votes.length < least) return
      const most = Math.max(sealed.length, views.length, votes.length)
      for (let from = 0; from < most; from += ROWS_AT_ONCE) {
        const to = from + ROWS_AT_ONCE
        await addSampleRows(database, {
          sealed: sealed.slice(from, to),
          views: views.slice(from, to),
          votes: votes.slice(from, to),
        })
      }
      sealed = []
      views = []
      votes = []
    },
  }
}
