import type { Standing } from '../../shared/standing.ts'
import type { ChainBook, ChainLink, DaySum, SignedDay } from './chain-book.ts'
import type { Database, Rows } from './database.ts'

/** Rows added up in one statement, so that it takes some milliseconds. */
const ROWS_AT_ONCE = 4000
const LINKS_AT_ONCE = 500

const LINK = 'site, number, day, entry, hash, signature'

const HEADS = `
  select ${LINK} from chain c
  where number = (select max(number) from chain where site = c.site) order by site`

const LINKS = `
  select ${LINK} from chain where site = ?1 and number > ?2 order by number limit ${LINKS_AT_ONCE}`

const SIGNINGS = `
  select day, number, counts from chain_days
  where site = ?1 and number between ?2 and ?3 order by number, day`

/** Beside `max` the other columns are those of the row that has it. */
const LATEST_SIGNINGS = `
  select day, max(number), counts from chain_days
  where site = ?1 and (day >= ?2 or day in (select day from changed_days where site = ?1))
  group by day`

/** ?7: hash of the link before it. */
const ADD_LINK = `
  insert into chain (${LINK}) select ?1, ?2, ?3, ?4, ?5, ?6
  where (select hash from chain where site = ?1 and number = ?2 - 1) is ?7
  on conflict do nothing`

/** ?1 site, ?2 number, ?3 hash. */
const OURS = 'exists (select 1 from chain where site = ?1 and number = ?2 and hash = ?3)'

/** ?4: [[day, counts], …] */
const ADD_SIGNED = `
  insert into chain_days (site, day, number, counts)
  select ?1, value ->> 0, ?2, value ->> 1 from json_each(?4) where ${OURS}
  on conflict do nothing`

/** ?4: [[day, marks], …] */
const UNMARK = `
  delete from changed_days
  where site = ?1 and ${OURS}
    and (day, marks) in (select value ->> 0, value ->> 1 from json_each(?4))`

/** Rows in the order of an index on their day, and what is made of them. */
interface Summed {
  readonly rows: string
  readonly order: readonly string[]
  readonly line: string
  readonly from: string
  readonly group: string
}

const COUNTS = 'sangat_puas, puas, cukup_puas, tidak_puas'
const SUM = {
  line: `a.site, c.day, c.standing, c.reason,
    sum(c.sangat_puas), sum(c.puas), sum(c.cukup_puas), sum(c.tidak_puas)`,
  from: 'c join articles a on a.id = c.article',
  group: 'a.site, c.day, c.standing, c.reason',
}
const COUNTED: Summed = {
  ...SUM,
  rows: `
    select day, article, 'counted' as standing, '' as reason, ${COUNTS}
    from tallies indexed by tallies_day`,
  order: ['day', 'article'],
}
const NOT_COUNTED: Summed = {
  ...SUM,
  rows: `
    select day, article, standing, reason, ${COUNTS} from uncounted indexed by uncounted_day`,
  order: ['day', 'article', 'standing', 'reason'],
}
const FEW_ANSWERS: Summed = {
  rows: `
    select day, article, sangat_puas + puas + cukup_puas + tidak_puas as votes
    from tallies indexed by tallies_day`,
  order: ['day', 'article'],
  line: 'c.day, sum(c.votes)',
  from: `c
    join articles a on a.id = c.article and a.site = ?
    join totals t on t.article = a.id
    left join opening_balances o on o.article = a.id
    where t.sangat_puas + t.puas + t.cukup_puas + t.tidak_puas
      + coalesce(o.sangat_puas + o.puas + o.cukup_puas + o.tidak_puas, 0) < ?`,
  group: 'c.day',
}

type SumRow = [string, string, Standing, string, number, number, number, number]

export function createChainBook(database: Database): ChainBook {
  return {
    readChainHeads: async () => linksFrom(await database.read({ sql: HEADS })),

    readChain: async (site, after) =>
      linksFrom(await database.read({ sql: LINKS, args: [site, after] })),

    readSignings: async (site, from, through) =>
      signingsFrom(await database.read({ sql: SIGNINGS, args: [site, from, through] })),

    readLatestSignings: async (site, from) =>
      signingsFrom(await database.read({ sql: LATEST_SIGNINGS, args: [site, from] })),

    async readChangedDays() {
      const rows = await database.read({ sql: 'select site, day, marks from changed_days' })
      return rows.map(([site, day, marks]) => {
        return { site: String(site), day: String(day), marks: Number(marks) }
      })
    },

    async *sumDays(from, through) {
      for (const summed of [COUNTED, NOT_COUNTED]) {
        for await (const rows of sumUp<SumRow>(database, summed, [from, through])) {
          yield rows.map(sumFrom)
        }
      }
    },

    async *sumFewAnswers(site, resultsFrom) {
      const all = ['', '9'] as const
      for await (const rows of sumUp<[string, number]>(database, FEW_ANSWERS, all, [
        site,
        resultsFrom,
      ])) {
        yield rows.map(([day, votes]) => ({ day, votes }))
      }
    },

    async addLink({ site, number, day, entry, hash, signature }, previous, signed, unmarked) {
      const ours = [site, number, hash]
      const days = JSON.stringify(signed.map(({ day: of, counts }) => [of, counts]))
      const marks = JSON.stringify(unmarked.map(({ day: of, marks: seen }) => [of, seen]))
      const rows = await database.write([
        { sql: ADD_LINK, args: [site, number, day, entry, hash, signature, previous] },
        { sql: ADD_SIGNED, args: [...ours, days] },
        { sql: UNMARK, args: [...ours, marks] },
        { sql: `select ${OURS}`, args: ours },
      ])
      return rows[3]?.[0]?.[0] === 1
    },
  }
}

/** Each answer is what one statement found; a group that spans two of them comes twice. */
async function* sumUp<Row>(
  database: Database,
  { rows, order, line, from, group }: Summed,
  [first, last]: readonly [string, string],
  values: readonly (string | number)[] = [],
): AsyncGenerator<readonly Row[]> {
  const columns = order.join(', ')
  const latest = order.map((name) => `${name} desc`).join(', ')
  const sql = `
    with c as materialized (
      ${rows} where day <= ? and (${columns}) > (${order.map(() => '?').join(', ')})
      order by ${columns} limit ${ROWS_AT_ONCE}
    )
    select
      (select json_group_array(json(line)) from (
        select json_array(${line}) as line from ${from} group by ${group}
      )),
      (select count(*) from c),
      (select json_array(${columns}) from c order by ${latest} limit 1)`
  let after: readonly (string | number)[] = [first, 0, '', ''].slice(0, order.length)
  for (;;) {
    const [row] = await database.read({ sql, args: [last, ...after, ...values] })
    yield JSON.parse(String(row?.[0])) as Row[]
    if (Number(row?.[1]) < ROWS_AT_ONCE) return
    after = JSON.parse(String(row?.[2]))
  }
}

function sumFrom([site, day, standing, reason, a, b, c, d]: SumRow): DaySum {
  const votes = { 'sangat-puas': a, puas: b, 'cukup-puas': c, 'tidak-puas': d }
  return { site, day, standing, reason, votes }
}

function linksFrom(rows: Rows): ChainLink[] {
  return rows.map(([site, number, day, entry, hash, signature]) => ({
    site: String(site),
    number: Number(number),
    day: String(day),
    entry: String(entry),
    hash: String(hash),
    signature: String(signature),
  }))
}

function signingsFrom(rows: Rows): SignedDay[] {
  return rows.map(([day, number, counts]) => ({
    day: String(day),
    number: Number(number),
    counts: String(counts),
  }))
}
