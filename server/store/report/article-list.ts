import type { SqlValue } from '../database.ts'
import type { Conditions, WalkedList } from '../page-walk.ts'
import type { ArticleFilter, ArticleOrder, ListedArticle } from './article-periods.ts'
import { COUNTS, votesFrom } from './unit-sum-row.ts'

const ALL = `views, ${COUNTS}`.split(', ')

const COLUMN: Readonly<Record<ArticleOrder, string>> = {
  views: 'views',
  votes: 'votes',
  best: 'low',
  attention: 'high',
}

/** What was not summed yet: of the article and its aliases, days behind those that are in. */
const SINCE = `
  select json_array(${ALL.map((column) => `coalesce(sum(t.${column}), 0)`).join(', ')}) from tallies t
  where t.article in (select c.article union all select article from aliases where target = c.article)
    and t.day > max(c.through, c.before) and t.day <= c.to_day`

/** Where few are picked, so that a page takes fewer statements. */
const MANY_AT_ONCE = 1000
const AT_ONCE = 500

type Row = readonly [string, string | null, number, number, readonly number[], readonly number[]]

/** The list of a site's articles in the order of an index. */
export function articlesByPeriod(filter: ArticleFilter): WalkedList<Row, ListedArticle> {
  const { site, period, from, to, order, units, search, verified } = filter
  const column = COLUMN[order]
  const isRank = order === 'best' || order === 'attention'
  // Days of the period itself: quoted, since a source has no values of its own.
  const [before, last] = [`${quoted(from)}`, quoted(to)]
  return {
    order: [column, 'article'],
    direction: order === 'attention' ? 'asc' : 'desc',
    atOnce: units || search !== undefined ? MANY_AT_ONCE : AT_ONCE,
    source: `
      select article, unit, through, ${ALL.join(', ')}, votes, low, high,
        date(${before}, '-1 day') as before, ${last} as to_day
      from article_periods indexed by article_periods_${column}`,
    within: [
      ['site = ?', site],
      ['period = ?', period],
      ...(isRank ? ([[`${column} is not null`]] as Conditions) : []),
    ],
    join: 'join articles a on a.id = c.article',
    columns: `a.key, a.title, a.verified, c.unit,
      json_array(${ALL.map((count) => `c.${count}`).join(', ')}), json((${SINCE}))`,
    where: [
      ...(units
        ? ([['c.unit in (select value from json_each(?))', JSON.stringify(units)]] as const)
        : []),
      ...(verified === undefined ? [] : ([['a.verified = ?', Number(verified)]] as const)),
      ...(search === undefined ? [] : ([[FOUND, search, search]] as const)),
    ],
    entry: ([key, title, isVerified, unit, kept, since]) => {
      const counts: SqlValue[] = kept.map((count, i) => count + (since[i] ?? 0))
      const [views, ...votes] = counts
      return {
        key,
        title,
        verified: isVerified === 1,
        unit,
        views: Number(views),
        votes: votesFrom(votes),
      }
    },
  }
}

const FOUND = '(instr(lower(a.title), lower(?)) > 0 or instr(lower(a.key), lower(?)) > 0)'

/** A day as a literal; anything else is a bug. */
function quoted(day: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new RangeError(`${day} is no day`)
  return `'${day}'`
}
