import type { Choice } from '../../shared/choice.ts'
import { readRows } from './read-rows.ts'

export interface StoredVote {
  readonly turn: number
  readonly choice: Choice | null
}

/** What a database file holds, and where its sums disagree with its rows. */
export interface Stored {
  /** By `article voter`. */
  readonly votes: ReadonlyMap<string, StoredVote>
  /** By article. */
  readonly views: ReadonlyMap<string, number>
  readonly faults: readonly string[]
}

const VOTES = `
  select a.key || ' ' || lower(hex(v.voter)) as id, v.turn, v.choice, v.day
  from votes v join articles a on a.id = v.article`

const COUNTS = ['sangat_puas', 'puas', 'cukup_puas', 'tidak_puas']
const listOf = (columns: readonly string[]) => columns.join(` || ',' || `)

/** Each article's counts as its totals and as the sum of its days have them. */
const SUMS = `
  select a.key, t.views, ${listOf(COUNTS.map((name) => `t.${name}`))} as totals,
    d.views as day_views, ${listOf(COUNTS.map((name) => `d.${name}`))} as days
  from articles a
  left join totals t on t.article = a.id
  left join (
    select article, sum(views) as views, ${COUNTS.map((c) => `sum(${c}) as ${c}`).join(', ')}
    from tallies group by article
  ) d on d.article = a.id`

/** Reads a database whose server has ended, and counts its votes anew. */
export function readStored(file: string): Stored {
  const faults: string[] = []
  const votes = new Map<string, StoredVote>()
  const recount = new Map<string, Record<string, number>>()
  for (const { id, turn, choice } of readRows(file, VOTES)) {
    if (votes.has(String(id))) faults.push(`${id}: two rows`)
    votes.set(String(id), { turn: Number(turn), choice: choice as Choice | null })
    const article = String(id).split(' ')[0] ?? ''
    const counted = recount.get(article) ?? {}
    if (choice !== null) counted[String(choice)] = (counted[String(choice)] ?? 0) + 1
    recount.set(article, counted)
  }

  const views = new Map<string, number>()
  for (const row of readRows(file, SUMS)) {
    const article = String(row['key'])
    const counted = recount.get(article) ?? {}
    const rows = COUNTS.map((name) => counted[name.replace('_', '-')] ?? 0).join()
    const [totals, days] = [row['totals'] ?? '0,0,0,0', row['days'] ?? '0,0,0,0']
    if (totals !== rows) faults.push(`${article}: totals say ${totals}, its rows ${rows}`)
    if (days !== rows) faults.push(`${article}: tallies say ${days}, its rows ${rows}`)
    const [inAll, byDay] = [Number(row['views']), Number(row['day_views'])]
    if (inAll !== byDay) faults.push(`${article}: ${inAll} views in totals, ${byDay} in tallies`)
    views.set(article, inAll)
  }
  return { votes, views, faults }
}
