import type { Choice } from '../../../shared/choice.ts'
import type { Standing } from '../../../shared/standing.ts'
import { SUMS_AMISS } from '../sums-amiss.ts'

/** A vote as the database has it. */
export interface Row {
  readonly turn: number
  readonly choice: Choice | null
  readonly standing: Standing
  readonly reason: string | null
  readonly day: string
  /** Hours since 1970 at the latest turn; null where it was forgotten. */
  readonly hour: number | null
}

/** Everything that is held against the model, as read from the database itself. */
export interface StoredState {
  /** By `article voter`. */
  readonly rows: ReadonlyMap<string, Row>
  /** Votes that the audit log's lines speak of, by the line's number. */
  readonly audited: ReadonlyMap<number, number>
  /** Views that were counted, and those that were dropped with a reason. */
  readonly views: number
  /** Sums that are not those of their rows. */
  readonly amiss: readonly string[]
}

type Query = (sql: string) => Promise<readonly (readonly unknown[])[]>

const ROWS = `
  select a.key || ' ' || lower(hex(v.voter)), v.turn, v.choice, v.standing, v.reason, v.day, v.hour
  from votes v join articles a on a.id = v.article`

const VIEWS = `
  select (select coalesce(sum(views), 0) from totals)
    + (select coalesce(sum(views), 0) from dropped_views)`

export async function readState(query: Query): Promise<StoredState> {
  const rows = new Map<string, Row>()
  for (const [id, turn, choice, standing, reason, day, hour] of await query(ROWS)) {
    if (rows.has(String(id))) throw new Error(`${id}: two rows of one ballot`)
    rows.set(String(id), { turn, choice, standing, reason, day, hour } as Row)
  }
  const audited = new Map<number, number>()
  for (const [id, votes] of await query('select id, votes from audit')) {
    audited.set(Number(id), Number(votes))
  }
  const amiss = (await query(SUMS_AMISS)).map((row) => row.join(' '))
  const views = Number((await query(VIEWS))[0]?.[0])
  return { rows, audited, views, amiss }
}
