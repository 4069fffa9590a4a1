import type { DropReason } from '../../shared/drop-reason.ts'
import type { Reason } from '../../shared/standing.ts'
import type { Database } from './database.ts'
import type { DaySums } from './moderation-reads.ts'

/** Rows added up in one statement, so that it takes a few milliseconds. */
const ROWS_AT_ONCE = 1000

const VOTES = 'sangat_puas + puas + cukup_puas + tidak_puas'

/** Sums over the articles of a site, of a table whose days have an index. */
interface Summed {
  readonly source: string
  /** Columns that order the table from its day on, and tell every row from the others. */
  readonly order: readonly string[]
  /** By what it is added up, and what. */
  readonly group: string
  readonly sums: string
}

const TALLIES: Summed = {
  source: `select day, article, views, ${VOTES} as votes from tallies indexed by tallies_day`,
  order: ['day', 'article'],
  group: 'c.day',
  sums: 'c.day, sum(c.views), sum(c.votes)',
}

const UNCOUNTED: Summed = {
  source: `
    select day, article, standing, reason, ${VOTES} as votes
    from uncounted indexed by uncounted_day`,
  order: ['day', 'article', 'standing', 'reason'],
  group: 'c.day, c.standing, c.reason',
  sums: 'c.day, c.standing, c.reason, sum(c.votes)',
}

type TallyRow = readonly [day: string, views: number, votes: number]
type UncountedRow = readonly [day: string, 'pending' | 'excluded', Reason, votes: number]

/** What a site gathered on each of some days, added up piece by piece. */
export async function readDays(
  database: Database,
  site: string,
  from: string,
  to: string,
): Promise<readonly DaySums[]> {
  const days = new Map<string, DaySums>()
  const change = (day: string, changed: (sums: DaySums) => Partial<DaySums>) => {
    const sums = days.get(day) ?? { day, views: 0, counted: 0, uncounted: [], dropped: [] }
    days.set(day, { ...sums, ...changed(sums) })
  }

  for await (const [day, views, votes] of sumUp<TallyRow>(database, TALLIES, [site, from, to])) {
    change(day, (sums) => ({ views: sums.views + views, counted: sums.counted + votes }))
  }
  for await (const row of sumUp<UncountedRow>(database, UNCOUNTED, [site, from, to])) {
    const [day, standing, reason, votes] = row
    if (votes === 0) continue
    change(day, ({ uncounted }) => ({ uncounted: added(uncounted, { standing, reason, votes }) }))
  }
  const dropped = await database.read({ sql: DROPPED, args: [site, from, to] })
  for (const [day, reason, views] of dropped) {
    const drop = { reason: reason as DropReason, views: Number(views) }
    change(String(day), (sums) => ({ dropped: [...sums.dropped, drop] }))
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

type Uncounted = DaySums['uncounted']

function added(all: Uncounted, more: Uncounted[number]): Uncounted {
  const same = all.find(({ standing, reason }) => {
    return standing === more.standing && reason === more.reason
  })
  const others = all.filter((sums) => sums !== same)
  return [...others, { ...more, votes: more.votes + (same?.votes ?? 0) }]
}

const DROPPED = `
  select day, reason, views from dropped_views where site = ? and day between ? and ?
  order by day, reason`

/** One row or more for each group: a group that spans two pieces comes twice. */
async function* sumUp<Row>(
  database: Database,
  { source, order, group, sums }: Summed,
  [site, from, to]: readonly [string, string, string],
): AsyncGenerator<Row> {
  const position = `json_array(${order.join(', ')})`
  let after: readonly (string | number)[] = [from, 0, '', ''].slice(0, order.length)
  for (;;) {
    const sql = `
      with c as materialized (
        ${source} where day <= ? and (${order.join(', ')}) > (${order.map(() => '?').join(', ')})
        order by ${order.join(', ')} limit ${ROWS_AT_ONCE}
      )
      select
        (select json_group_array(json(line)) from (
          select json_array(${sums}) as line
          from c join articles a on a.id = c.article and a.site = ? group by ${group}
        )),
        (select count(*) from c),
        (select ${position} from c order by ${order.map((name) => `${name} desc`).join(', ')} limit 1)`
    const [row] = await database.read({ sql, args: [to, ...after, site] })
    const [lines, looked, last] = row ?? []
    yield* JSON.parse(String(lines)) as Row[]
    if (Number(looked) < ROWS_AT_ONCE) return
    after = JSON.parse(String(last))
  }
}
