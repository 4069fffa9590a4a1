import type { Database, SqlValue } from '../database.ts'
import type { Pooling, SiteDay, UnitSum } from './pooling.ts'
import { COUNTS, unitSumFrom } from './unit-sum-row.ts'

/** Rows added up, or articles marked, in one statement, so that it takes some milliseconds. */
const ROWS_AT_ONCE = 1500

const ALL = `views, ${COUNTS}`
const sums = (columns: string) =>
  columns
    .split(', ')
    .map((column) => `sum(${column})`)
    .join(', ')
const KEPT = `${ALL}, pending, excluded`

/** Rows of a day in the order of their index, and what is made of them by site and unit. */
interface Summed {
  readonly rows: string
  readonly order: readonly string[]
  readonly line: string
}

const COUNTED: Summed = {
  rows: `select article, ${ALL} from tallies indexed by tallies_day where day = ?`,
  order: ['article'],
  line: `${sums(`c.${ALL.replaceAll(', ', ', c.')}`)}, 0, 0`,
}
const UNCOUNTED: Summed = {
  rows: `
    select article, standing, reason, sangat_puas + puas + cukup_puas + tidak_puas as votes
    from uncounted indexed by uncounted_day where day = ?`,
  order: ['article', 'standing', 'reason'],
  line: `0, 0, 0, 0, 0, sum(iif(c.standing = 'pending', c.votes, 0)),
    sum(iif(c.standing = 'excluded', c.votes, 0))`,
}

const CLAIM = `
  insert into stale_days (site, day, claim) values (?1, ?2, ?3)
  on conflict (site, day) do update set claim = excluded.claim`

/** ?1 site, ?2 day, ?3 claim. */
const OURS = 'exists (select 1 from stale_days where site = ?1 and day = ?2 and claim = ?3)'

/** ?4: [[unit, …counts], …] */
const KEEP_DAY = `
  insert into unit_days (site, day, unit, ${KEPT})
  select ?1, ?2, ${Array.from({ length: 8 }, (_, i) => `value ->> ${i}`).join(', ')}
  from json_each(?4) where ${OURS}`

/** ?4: the month */
const KEEP_MONTH = `
  insert into unit_months (site, month, unit, ${KEPT})
  select ?1, ?4, unit, ${sums(KEPT)} from unit_days
  where site = ?1 and day between ?4 || '-01' and ?4 || '-31' and ${OURS} group by unit`

const MARK_ARTICLES = `
  insert into stale_articles (article)
  select article from tallies indexed by tallies_day where day = ?1 and article > ?2
  order by article limit ${ROWS_AT_ONCE}
  on conflict (article) do update set claim = null where claim is not null`

/** The last of what the statement above looks at. */
const LAST_MARKED = `
  select article from tallies indexed by tallies_day where day = ?1 and article > ?2
  order by article limit 1 offset ${ROWS_AT_ONCE - 1}`

export function createPooling(database: Database): Pooling {
  return {
    async readNextDay(after) {
      const sql = 'select min(day) from tallies indexed by tallies_day where day > ?1'
      const [row] = await database.read({ sql, args: [after] })
      return typeof row?.[0] === 'string' ? row[0] : null
    },

    async readStaleDays() {
      const rows = await database.read({
        sql: 'select site, day from stale_days order by day, site',
      })
      return rows.map(([site, day]) => ({ site: String(site), day: String(day) }))
    },

    async markDay({ site, day }) {
      const sql = `
        insert into stale_days (site, day) values (?1, ?2)
        on conflict (site, day) do update set claim = null`
      await database.write([{ sql, args: [site, day] }])
    },

    async claimDay({ site, day }, claim) {
      await database.write([{ sql: CLAIM, args: [site, day, claim] }])
    },

    async *sumUnits(day) {
      yield* sumUp(database, COUNTED, day)
      yield* sumUp(database, UNCOUNTED, day)
    },

    async readUnitDay({ site, day }) {
      const sql = `select site, unit, ${KEPT} from unit_days where site = ?1 and day = ?2`
      return (await database.read({ sql, args: [site, day] })).map(unitSumFrom)
    },

    async keepDay(day, kept, claim, closing) {
      await database.write(keeping(day, kept, claim, closing))
    },

    async markArticles(day, after) {
      const args = [day, after]
      const rows = await database.write([
        { sql: MARK_ARTICLES, args },
        { sql: LAST_MARKED, args },
      ])
      const last = rows[1]?.[0]?.[0]
      return last === undefined ? null : Number(last)
    },
  }
}

function keeping(
  { site, day }: SiteDay,
  kept: readonly UnitSum[],
  claim: string,
  closing: boolean,
) {
  const args = [site, day, claim]
  const lines = kept.map(({ unit, views, votes, pending, excluded }) => {
    const counts = [votes['sangat-puas'], votes.puas, votes['cukup-puas'], votes['tidak-puas']]
    return [unit, views, ...counts, pending, excluded]
  })
  const month = day.slice(0, 7)
  const through = `
    update summaries set through = ?2 where site = ?1 and through < ?2 and ${OURS}`
  return [
    { sql: `delete from unit_days where site = ?1 and day = ?2 and ${OURS}`, args },
    { sql: KEEP_DAY, args: [...args, JSON.stringify(lines)] },
    {
      sql: `delete from unit_months where site = ?1 and month = ?4 and ${OURS}`,
      args: [...args, month],
    },
    { sql: KEEP_MONTH, args: [...args, month] },
    ...(closing ? [{ sql: through, args }] : []),
    { sql: 'delete from stale_days where site = ?1 and day = ?2 and claim = ?3', args },
  ]
}

/** Each answer is what one statement found. */
async function* sumUp(
  database: Database,
  { rows, order, line }: Summed,
  day: string,
): AsyncGenerator<readonly UnitSum[]> {
  const columns = order.join(', ')
  const sql = `
    with c as materialized (
      ${rows} and (${columns}) > (${order.map(() => '?').join(', ')})
      order by ${columns} limit ${ROWS_AT_ONCE}
    )
    select
      (select json_group_array(json(line)) from (
        select json_array(a.site, coalesce(a.unit, 0), ${line}) as line
        from c join articles a on a.id = c.article group by a.site, a.unit
      )),
      (select count(*) from c),
      (select json_array(${columns}) from c
        order by ${order.map((name) => `${name} desc`).join(', ')} limit 1)`
  let after: readonly (string | number)[] = [0, '', ''].slice(0, order.length)
  for (;;) {
    const [row] = await database.read({ sql, args: [day, ...after] })
    yield (JSON.parse(String(row?.[0])) as SqlValue[][]).map(unitSumFrom)
    if (Number(row?.[1]) < ROWS_AT_ONCE) return
    after = JSON.parse(String(row?.[2]))
  }
}
