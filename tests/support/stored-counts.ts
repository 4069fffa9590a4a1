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
  readonly faults: readonly string[]
}

const VOTES = `
  select a.key || ' ' || lower(hex(v.voter)) as id, v.turn, v.choice, v.standing
  from votes v join articles a on a.id = v.article`

const VIEWS = 'select a.key, t.views from articles a join totals t on t.article = a.id'

/** Reads a database whose server has ended, and counts its votes anew. */
export function readStored(file: string): Stored {
  const faults = readRows(file, SUMS_AMISS).map((row) => `sums amiss: ${JSON.stringify(row)}`)
  const votes = new Map<string, StoredVote>()
  for (const { id, turn, choice, standing } of readRows(file, VOTES)) {
    if (votes.has(String(id))) faults.push(`${id}: two rows`)
    const vote = { turn: Number(turn), choice: choice as Choice | null }
    votes.set(String(id), { ...vote, standing: standing as Standing })
  }
  const views = readRows(file, VIEWS).map(({ key, views }) => [String(key), Number(views)] as const)
  return { votes, views: new Map(views), faults }
}
