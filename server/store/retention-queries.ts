import type { Database, Rows, Statement } from './database.ts'
import type { Retention, RetentionTerms, Swept, VotePlace } from './retention.ts'

/** Votes of a step: one whose votes are all sealed takes the database some 10 ms. */
const VOTES_A_STEP = 1000
/** Lines of the audit log looked at in a step. */
const LINES_A_STEP = 1000

const UPKEEP = 'upkeep'
const BEGINNING: VotePlace = { article: 0, voter: '' }
const END: VotePlace = { article: Number.MAX_SAFE_INTEGER, voter: '' }

/** Behind ?1, ?2. */
const BEHIND = '(article, voter) > (?1, unhex(?2))'
/** And up to ?3, ?4. */
const STEP = `${BEHIND} and (article, voter) <= (?3, unhex(?4))`

/** ?3: hoursBefore, ?4: sealedThrough. The last vote of the step, unless there are no more; what is due. */
const LOOK = `
  select
    (select json_array(article, hex(voter)) from votes where ${BEHIND}
      order by article, voter limit 1 offset ${VOTES_A_STEP - 1}),
    (select max(hour < ?3 or (choice is null and standing = 'counted' and hour is null) or day <= ?4)
      from (select choice, standing, day, hour from votes where ${BEHIND}
        order by article, voter limit ${VOTES_A_STEP}))`

/** ?5: hoursBefore. A row of before hours were kept is older than any. */
const DROP_WITHDRAWN = `
  delete from votes
  where ${STEP} and choice is null and standing = 'counted' and coalesce(hour, 0) < ?5`

const FORGET_HOURS = `update votes set hour = null where ${STEP} and hour < ?5`

/** ?5: sealedThrough, here and below. */
const DUE = `${STEP} and day <= ?5`

/** ?6: at. */
const TELL_EXPIRED = `
  insert into audit (at, actor, action, site, votes, note)
  select ?6, 'system', 'expire', site, count(*), 'still pending when they were sealed'
  from votes join articles on id = article
  where ${DUE} and standing = 'pending'
  group by site`

const EXPIRE = `
  update votes set standing = 'excluded', reason = 'expired' where ${DUE} and standing = 'pending'`

const MARK_CHANGED = `
  insert into changed_days (site, day)
  select distinct site, day from votes join articles on id = article where ${DUE}
  on conflict (site, day) do update set marks = marks + 1`

const FOLD = `
  insert into folded (article, day, standing, reason, sangat_puas, puas, cukup_puas, tidak_puas)
  select article, day, standing, coalesce(reason, ''), sum(choice = 'sangat-puas'),
    sum(choice = 'puas'), sum(choice = 'cukup-puas'), sum(choice = 'tidak-puas')
  from votes where ${DUE} and choice is not null
  group by article, day, standing, reason
  on conflict (article, day, standing, reason) do update set
    sangat_puas = sangat_puas + excluded.sangat_puas, puas = puas + excluded.puas,
    cukup_puas = cukup_puas + excluded.cukup_puas, tidak_puas = tidak_puas + excluded.tidak_puas`

const DROP_SEALED = `delete from votes where ${DUE}`

const CHANGES: Statement = { sql: 'select changes()' }

/** Lines come in the order of their time, except where a clock was set back. */
const DROP_AUDIT = `
  delete from audit where at < ?1
    and id <= (select max(id) from (select id from audit order by id limit ${LINES_A_STEP}))`

export function createRetention(database: Database): Retention {
  return {
    async sweepVotes(after, terms) {
      const from = after ?? BEGINNING
      const { hoursBefore, sealedThrough } = terms
      const args = [from.article, from.voter, hoursBefore, sealedThrough]
      const [row] = await database.read({ sql: LOOK, args })
      const next = placeFrom(row?.[0])
      if (!row?.[1]) return { next, hours: 0, withdrawn: 0, expired: 0, sealed: 0 }
      const rows = await database.write(stepOf(from, next ?? END, terms))
      return { next, ...doneBy(rows) }
    },

    async dropAudit(before) {
      const rows = await database.write([{ sql: DROP_AUDIT, args: [before] }, CHANGES])
      return changesOf(rows, 1)
    },

    async readUpkeep() {
      const sql = 'select value from instance where name = ?1'
      const [row] = await database.read({ sql, args: [UPKEEP] })
      return row ? String(row[0]) : null
    },

    async keepUpkeep(state) {
      const sql = `
        insert into instance (name, value) values (?1, ?2)
        on conflict (name) do update set value = excluded.value`
      await database.write([{ sql, args: [UPKEEP, state] }])
    },
  }
}

/** One transaction: what is counted before and after it is the same. */
function stepOf(
  from: VotePlace,
  to: VotePlace,
  { hoursBefore, sealedThrough, at }: RetentionTerms,
): Statement[] {
  const range = [from.article, from.voter, to.article, to.voter]
  const forgetting = [...range, hoursBefore]
  const forget = [
    { sql: DROP_WITHDRAWN, args: forgetting },
    CHANGES,
    { sql: FORGET_HOURS, args: forgetting },
    CHANGES,
  ]
  if (sealedThrough === null) return forget
  const sealing = [...range, sealedThrough]
  return [
    ...forget,
    { sql: TELL_EXPIRED, args: [...sealing, at] },
    { sql: EXPIRE, args: sealing },
    CHANGES,
    { sql: MARK_CHANGED, args: sealing },
    { sql: FOLD, args: sealing },
    { sql: DROP_SEALED, args: sealing },
    CHANGES,
  ]
}

/** The counts of a step, from the places that its statements have. */
function doneBy(rows: readonly Rows[]): Omit<Swept, 'next'> {
  return {
    withdrawn: changesOf(rows, 1),
    hours: changesOf(rows, 3),
    expired: changesOf(rows, 6),
    sealed: changesOf(rows, 10),
  }
}

function changesOf(rows: readonly Rows[], place: number): number {
  return Number(rows[place]?.[0]?.[0] ?? 0)
}

function placeFrom(json: unknown): VotePlace | null {
  if (typeof json !== 'string') return null
  const [article, voter] = JSON.parse(json) as [number, string]
  return { article, voter }
}
