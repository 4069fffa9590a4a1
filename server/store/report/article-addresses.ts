import type { Conditions, WalkedList } from '../page-walk.ts'
import { figuresFrom, figuresNow, found } from './article-list.ts'
import type { AddressedArticle, ArticlesOfPeriod } from './article-reads.ts'
import { COUNTS, votesFrom } from './unit-sum-row.ts'

/** Articles looked at in one statement. */
const AT_ONCE = 500

type Row = readonly [
  string,
  string | null,
  number,
  number,
  readonly number[],
  readonly number[],
  readonly number[] | null,
]

/** The list of a site's articles of a period in the order of their addresses. */
export function articlesByAddress(filter: ArticlesOfPeriod): WalkedList<Row, AddressedArticle> {
  const { site, period, from, to } = filter
  return {
    order: ['key'],
    direction: 'asc',
    atOnce: AT_ONCE,
    source: 'select id, key, title, verified from articles indexed by articles_site_key',
    within: [['site = ?', site]],
    join: `
      cross join article_periods p on p.article = c.id
      left join opening_balances o on o.article = c.id`,
    columns: `c.key, c.title, c.verified, p.unit, ${figuresNow('p', from, to)},
      iif(o.article is null, null, json_array(${`views, ${COUNTS}`.replaceAll(/\w+/g, 'o.$&')}))`,
    where: [['p.period = ?', period], ...narrowed(filter)],
    entry: ([key, title, verified, unit, kept, since, opening]) => ({
      ...{ key, title, unit, verified: verified === 1, ...figuresFrom(kept, since) },
      opening: opening && { views: opening[0] ?? 0, votes: votesFrom(opening.slice(1)) },
    }),
  }
}

function narrowed({ units, search, verified }: ArticlesOfPeriod): Conditions {
  return [
    ...(units
      ? ([['p.unit in (select value from json_each(?))', JSON.stringify(units)]] as const)
      : []),
    ...(search === undefined ? [] : ([[found('c'), search, search]] as const)),
    ...(verified === undefined ? [] : ([['c.verified = ?', Number(verified)]] as const)),
  ]
}
