import type { Database } from './database.ts'

/** Most articles named; one is reason enough to look. */
const MOST = 20
const COUNTS = ['sangat_puas', 'puas', 'cukup_puas', 'tidak_puas']
const NAMES = COUNTS.join(', ')
const SUMS = COUNTS.map((name) => `sum(${name}) as ${name}`).join(', ')
const COUNTED = COUNTS.map((name) => `sum(choice = '${name.replace('_', '-')}') as ${name}`)

/** Days whose tally is not what the votes and what was folded of them come to. */
const WRONG_TALLIES = `
  with counted as materialized (
    select article, day, ${SUMS} from (
      select article, day, ${COUNTED.join(', ')} from votes
      where standing = 'counted' and choice is not null group by article, day
      union all
      select article, day, ${NAMES} from folded where standing = 'counted'
    ) group by article, day
  ), told as materialized (
    select article, day, ${NAMES} from tallies where ${COUNTS.join(' + ')} > 0
  )
  select article, day from (select * from counted except select * from told)
  union
  select article, day from (select * from told except select * from counted)
  limit ${MOST}`

/** Articles whose totals are not the sum of their days. */
const WRONG_TOTALS = `
  with days as materialized (
    select a.id, ${['views', ...COUNTS].map((name) => `coalesce(sum(${name}), 0)`).join(', ')}
    from articles a left join tallies t on t.article = a.id group by a.id
  ), told as materialized (select article, views, ${NAMES} from totals)
  select id from (select * from days except select * from told)
  union
  select article from (select * from told except select * from days)
  limit ${MOST}`

/**
 * Counts every vote anew and holds the tallies against it, in two long statements: on a copy,
 * not on the database that votes wait for.
 * @returns a line for each tally or total that is wrong
 */
export async function checkSums(database: Pick<Database, 'read'>): Promise<readonly string[]> {
  const days = await database.read({ sql: WRONG_TALLIES })
  const articles = await database.read({ sql: WRONG_TOTALS })
  return [
    ...days.map(
      ([article, day]) => `article ${article}, ${day}: the tally is not what its votes are`,
    ),
    ...articles.map(([article]) => `article ${article}: the totals are not the sum of its days`),
  ]
}
