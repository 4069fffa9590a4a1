import type { Choice } from '../../shared/choice.ts'
import type { Standing } from '../../shared/standing.ts'
import { readRows } from './read-rows.ts'
import { SUMS_AMISS } from './sums-amiss.ts'

export interface StoredVote {
  readonly turn: number
  readonly choice: Choice | null
  readonly standing: Standing
}

/** What a database file holds, and where its sums disagree with its rows. */
export interface Stored {
  /** By `article voter`. */
  readonly votes: ReadonlyMap<string, StoredVote>
  /** By article. */
  readonly views: ReadonlyMap<string, number>
  /** Counted votes by article, as the totals have them. */
  readonly responses: ReadonlyMap<string, number>
  /** Votes of any standing by article, day and choice, as the sums have them. */
  readonly sums: readonly string[]
  readonly faults: readonly string[]
}

const VOTES = `
  select a.key || ' ' || lower(hex(v.voter)) as id, v.turn, v.choice, v.standing
  from votes v join articles a on a.id = v.article`

const TOTALS = `
  select a.key, t.views, t.sangat_puas + t.puas + t.cukup_puas + t.tidak_puas as responses
  from articles a join totals t on t.article = a.id`

const SUMS = `
  select article, day, sum(sangat_puas), sum(puas), sum(cukup_puas), sum(tidak_puas) from (
    select article, day, sangat_puas, puas, cukup_puas, tidak_puas from tallies
    union all select article, day, sangat_puas, puas, cukup_puas, tidak_puas from uncounted
  ) group by article, day order by article, day`

/** Reads a database whose server has ended, and counts its votes anew. */
export function readStored(file: string): Stored {
  const faults = readRows(file, SUMS_AMISS).map((row) => `sums amiss: ${JSON.stringify(row)}`)
  const votes = new Map<string, StoredVote>()
  for (const { id, turn, choice, standing } of readRows(file, VOTES)) {
    if (votes.has(String(id))) faults.push(`${id}: two rows`)
    const vote = { turn: Number(turn), choice: choice as Choice | null }
    votes.set(String(id), { ...vote, standing: standing as Standing })
  }
  const totals = readRows(file, TOTALS)
  const byArticle = (name: string) =>
    new Map(totals.map((row) => [String(row['key']), Number(row[name])]))
  const sums = readRows(file, SUMS).map((row) => Object.values(row).join(' '))
  return { votes, views: byArticle('views'), responses: byArticle('responses'), sums, faults }
}
