import type { VotesByChoice } from '../../shared/votes-by-choice.ts'
import { DAY } from './time.ts'
import { SITE, type World } from './world.ts'

/** What an article gathered before the simulation begins. */
export interface Past {
  readonly article: string
  readonly days: number
  readonly views: number
  readonly votes: VotesByChoice
}

/** Writes it into the daily tallies, evenly: only they know what happened before. */
export async function writePast(
  { database, clock, store }: World,
  pasts: readonly Past[],
): Promise<void> {
  const entries = pasts.flatMap(({ article, days, views, votes }) =>
    Array.from({ length: days }, (_, i) => {
      const day = new Date(clock.now - (i + 1) * DAY).toISOString().slice(0, 10)
      const part = (count: number) =>
        Math.floor((count * (i + 1)) / days) - Math.floor((count * i) / days)
      const counts = [votes['sangat-puas'], votes.puas, votes['cukup-puas'], votes['tidak-puas']]
      return [article, day, part(views), ...counts.map(part)]
    }),
  )
  const articles = JSON.stringify(pasts.map(({ article }) => article))
  await database.write([
    {
      sql: 'insert into articles (site, key, verified) select ?1, value, 1 from json_each(?2)',
      args: [SITE, articles],
    },
    {
      sql: `insert into tallies (article, day, views, sangat_puas, puas, cukup_puas, tidak_puas)
        select a.id, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
        from json_each(?1) join articles a on a.key = value ->> 0`,
      args: [JSON.stringify(entries)],
    },
  ])
  await store.check()
}

/** Votes of a number, in the shares of the usual mood. */
export function usualVotes(count: number): VotesByChoice {
  const [a, b, c] = [Math.round(count * 0.45), Math.round(count * 0.35), Math.round(count * 0.12)]
  return { 'sangat-puas': a, puas: b, 'cukup-puas': c, 'tidak-puas': count - a - b - c }
}
