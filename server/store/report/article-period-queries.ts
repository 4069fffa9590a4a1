import type { Database, SqlValue } from '../database.ts'
import { walkPage } from '../page-walk.ts'
import { articlesByPeriod } from './article-list.ts'
import type { ArticleMonth, ArticlePeriod, ArticlePeriods } from './article-periods.ts'
import { COUNTS, votesFrom } from './unit-sum-row.ts'

const ALL = `views, ${COUNTS}`
const CLAIM = `
  update stale_articles set claim = ?1
  where article in (select article from stale_articles order by article limit ?2)`

/** Where an alias changed, what it counts for did. */
const CLAIM_TARGETS = `
  insert into stale_articles (article, claim)
  select l.target, ?1 from stale_articles s join aliases l on l.article = s.article
  where s.claim = ?1
  on conflict (article) do update set claim = excluded.claim`

const COUNT = 'select count(*) from stale_articles where claim = ?1'

const summed = ALL.split(', ').map((column) => `coalesce(sum(t.${column}), 0)`)
const recent = ALL.split(', ').map(
  (column) => `coalesce(sum(iif(t.day > date(s.through, '-30 days'), t.${column}, 0)), 0)`,
)

const MONTHS = `
  with roots as materialized (
    select article as root from stale_articles
    where claim = ?1 and article not in (select article from aliases)
  ), members as materialized (
    select root, root as article from roots
    union all select r.root, l.article from roots r join aliases l on l.target = r.root
  )
  select json_group_array(json(line)) from (
    select json_array(m.root, a.site, coalesce(a.unit, 0), s.through, coalesce(substr(t.day, 1, 7), ''),
      ${[...summed, ...recent].join(', ')}) as line
    from members m
    cross join articles a on a.id = m.root
    cross join summaries s on s.site = a.site
    left join tallies t on t.article = m.article and t.day <= s.through
    group by m.root, substr(t.day, 1, 7)
  )`

/** ?2: [[article, period, site, unit, through, …counts, votes, low, high], …], here and below. */
const DROP = `
  delete from article_periods
  where article in (select article from stale_articles where claim = ?1)
    and (article, period) not in (select value ->> 0, value ->> 1 from json_each(?2))`

const KEPT = `unit, through, ${ALL}, votes, low, high`
const FIGURES = `unit, ${ALL}, low, high`
const KEEP = `
  insert into article_periods (article, period, site, ${KEPT})
  select ${Array.from({ length: 13 }, (_, i) => `value ->> ${i}`).join(', ')} from json_each(?2)
  where exists (select 1 from stale_articles where article = value ->> 0 and claim = ?1)
  on conflict (article, period) do update set
    ${KEPT.split(', ')
      .map((column) => `${column} = excluded.${column}`)
      .join(', ')}
  where (${FIGURES}) is not (${FIGURES.replaceAll(/\w+/g, 'excluded.$&')})`

const LET_GO = 'delete from stale_articles where claim = ?1'

export function createArticlePeriods(database: Database): ArticlePeriods {
  return {
    async claimArticles(claim, most) {
      const rows = await database.write([
        { sql: CLAIM, args: [claim, most] },
        { sql: CLAIM_TARGETS, args: [claim] },
        { sql: COUNT, args: [claim] },
        { sql: MONTHS, args: [claim] },
      ])
      if (rows[2]?.[0]?.[0] === 0) return null
      return (JSON.parse(String(rows[3]?.[0]?.[0])) as SqlValue[][]).map(monthFrom)
    },

    async keepPeriods(claim, periods) {
      const args = [claim, JSON.stringify(periods.map(lineOf))]
      await database.write([
        { sql: DROP, args },
        { sql: KEEP, args },
        { sql: LET_GO, args: [claim] },
      ])
    },

    listByPeriod: (filter, page) => walkPage(database, articlesByPeriod(filter), page),
  }
}

function monthFrom(row: readonly SqlValue[]): ArticleMonth {
  const [article, site, unit, through, month, views, a, b, c, d, ...latest] = row
  return {
    article: Number(article),
    site: String(site),
    unit: Number(unit),
    through: String(through),
    month: String(month),
    views: Number(views),
    votes: votesFrom([a ?? 0, b ?? 0, c ?? 0, d ?? 0]),
    latest: { views: Number(latest[0]), votes: votesFrom(latest.slice(1)) },
  }
}

function lineOf(period: ArticlePeriod) {
  const { article, period: of, site, unit, through, views, votes, n, low, high } = period
  const counts = [votes['sangat-puas'], votes.puas, votes['cukup-puas'], votes['tidak-puas']]
  return [article, of, site, unit, through, views, ...counts, n, low, high]
}
