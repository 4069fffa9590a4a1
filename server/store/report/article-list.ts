import type { Conditions, WalkedList } from '../page-walk.ts'
import type { ArticleFilter, ArticleOrder, Gathered, ListedArticle } from './article-periods.ts'
import { COUNTS, votesFrom } from './unit-sum-row.ts'

const ALL = `views, ${COUNTS}`.split(', ')

const COLUMN: Readonly<Record<ArticleOrder, string>> = {
  views: 'views',
  votes: 'votes',
  best: 'low',
  attention: 'high',
}

/**
 * Columns of a row of `article_periods`: what is kept of it, and what was not summed yet, of the
 * article and its aliases, on days of the period behind those that are in.
 * @param row what the row goes by in the statement
 * @param from first day of the period, YYYY-MM-DD; quoted, since columns have no values of their own
 * @throws RangeError for what is no day
 */
export function figuresNow(row: string, from: string, to: string): string {
  const sums = ALL.map((column) => `coalesce(sum(t.${column}), 0)`).join(', ')
  return `json_array(${ALL.map((count) => `${row}.${count}`).join(', ')}), json((
    select json_array(${sums}) from tallies t
    where t.article in (
        select ${row}.article union all select article from aliases where target = ${row}.article
      ) and t.day > max(${row}.through, date(${quoted(from)}, '-1 day')) and t.day <= ${quoted(to)}
  ))`
}

/** From those columns. */
export function figuresFrom(kept: readonly number[], since: readonly number[]): Gathered {
  const [views = 0, ...votes] = kept.map((count, i) => count + (since[i] ?? 0))
  return { views, votes: votesFrom(votes) }
}

/** Where few are picked, so that a page takes fewer statements. */
const MANY_AT_ONCE = 1000
const AT_ONCE = 500

type Row = readonly [string, string | null, number, number, readonly number[], readonly number[]]

/** The list of a site's articles in the order of an index. */
export function articlesByPeriod(filter: ArticleFilter): WalkedList<Row, ListedArticle> {
  const { site, period, from, to, order, units, search, verified } = filter
  const column = COLUMN[order]
  const isRank = order === 'best' || order === 'attention'
  return {
    order: [column, 'article'],
    direction: order === 'attention' ? 'asc' : 'desc',
    atOnce: units || search !== undefined ? MANY_AT_ONCE : AT_ONCE,
    source: `
      select article, unit, through, ${ALL.join(', ')}, votes, low, high
      from article_periods indexed by article_periods_${column}`,
    within: [
      ['site = ?', site],
      ['period = ?', period],
      ...(isRank ? ([[`${column} is not null`]] as Conditions) : []),
    ],
    join: 'join articles a on a.id = c.article',
    columns: `a.key, a.title, a.verified, c.unit, ${figuresNow('c', from, to)}`,
    where: [
      ...(units
        ? ([['c.unit in (select value from json_each(?))', JSON.stringify(units)]] as const)
        : []),
      ...(verified === undefined ? [] : ([['a.verified = ?', Number(verified)]] as const)),
      ...(search === undefined ? [] : ([[found('a'), search, search]] as const)),
    ],
    entry: ([key, title, isVerified, unit, kept, since]) => {
      return { key, title, verified: isVerified === 1, unit, ...figuresFrom(kept, since) }
    },
  }
}

/** The condition that title or key has a text, given twice, whichever the case of A to Z. */
export function found(row: string): string {
  return `(instr(lower(${row}.title), lower(?)) > 0 or instr(lower(${row}.key), lower(?)) > 0)`
}

/** A day as a literal; anything else is a bug. */
function quoted(day: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new RangeError(`${day} is no day`)
  return `'${day}'`
}
