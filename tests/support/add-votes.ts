import type { Database } from '../../server/store/database.ts'
import { CHOICES } from '../../shared/choice.ts'
import type { Verdict } from '../../shared/standing.ts'

const ADD = `
  insert into votes (article, voter, turn, choice, standing, reason, day)
  with recursive n (i) as (select 1 union all select i + 1 from n where i < ?4)
  select a.id, unhex(printf('%016x%016x', a.id * 1000003 + ?7, i)), 1,
    json_extract(?8, '$[' || (i % 4) || ']'), ?5, ?6, ?3
  from articles a, n where a.site = ?1 and a.key = ?2`

/** Votes of an article as the guards would leave them, of every choice, many at once. */
export async function addVotes(
  database: Database,
  article: { readonly site: string; readonly key: string },
  day: string,
  votes: number,
  { standing, reason }: Verdict,
): Promise<void> {
  const name = `${day}${standing}${reason}`
  // Kept small at each step: a larger sum would be rounded, and two days be one.
  const salt = [...name].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 1_000_000_007, 7)
  const named = [article.site, article.key, day, votes, standing, reason]
  const args = [...named, salt, JSON.stringify(CHOICES)]
  await database.write([{ sql: ADD, args }])
}
