import type { Database, SqlValue } from '../database.ts'
import { walkPage } from '../page-walk.ts'
import { articlesByAddress } from './article-addresses.ts'
import { MEMBERS } from './article-members.ts'
import type { ArticleReads, ArticlesOfPeriod } from './article-reads.ts'
import { COUNTS, pooledFrom, votesFrom } from './unit-sum-row.ts'

const SUMS = `views, ${COUNTS}`
  .split(', ')
  .map((column) => `coalesce(sum(${column}), 0)`)
  .join(', ')
const VOTES = COUNTS.split(', ').join(' + ')
const aside = (standing: string) => `coalesce(sum(iif(standing = '${standing}', ${VOTES}, 0)), 0)`

/** ?3 to ?4 days. */
const ARTICLE_DAYS = `${MEMBERS}
  select r.key, r.title, r.verified, coalesce(r.unit, 0),
    (select json_array(${SUMS}) from tallies
      where article in (select id from members) and day between ?3 and ?4),
    (select json_array(${aside('pending')}, ${aside('excluded')}) from uncounted
      where article in (select id from members) and day between ?3 and ?4)
  from articles r where r.id in (select id from root)`

/** ?3 to ?4 days, ?5 how many at most. */
const ARTICLE_HISTORY = `${MEMBERS}
  select day, ${SUMS} from tallies where article in (select id from members)
    and day between ?3 and ?4
  group by day order by day desc limit ?5`

/** Rows counted in one statement. */
const COUNTED_AT_ONCE = 3000

export function createArticleReads(database: Database): ArticleReads {
  return {
    async readArticleDays({ site, key }, { from, to }) {
      const [row] = await database.read({ sql: ARTICLE_DAYS, args: [site, key, from, to] })
      if (!row) return null
      const [root, title, verified, unit, counts, uncounted] = row
      const sums = [counts, uncounted].flatMap((text) => JSON.parse(String(text)) as SqlValue[])
      return {
        key: String(root),
        title: title === null || title === undefined ? null : String(title),
        verified: verified === 1,
        unit: Number(unit),
        ...pooledFrom(sums),
      }
    },

    async readArticleHistory({ site, key }, { from, to }, most) {
      const args = [site, key, from, to, most]
      const rows = await database.read({ sql: ARTICLE_HISTORY, args })
      return rows.map(([day, views, ...votes]) => {
        return { day: String(day), views: Number(views), votes: votesFrom(votes.map(Number)) }
      })
    },

    listByAddress: (filter, page) => walkPage(database, articlesByAddress(filter), page),
    countArticles: (filter) => countArticles(database, filter),
  }
}

/** ?1 site, ?2 period, ?3 units or NULL, ?4 verified or NULL; the last row looked at follows. */
const countPiece = (beyond: string) => `
  with c as materialized (
    select article, unit, views from article_periods indexed by article_periods_views
    where site = ?1 and period = ?2 ${beyond} order by views desc, article desc
    limit ${COUNTED_AT_ONCE}
  )
  select count(*), coalesce(sum(
    (?3 is null or c.unit in (select value from json_each(?3)))
    and (?4 is null or a.verified = ?4)), 0),
    (select views from c order by views, article limit 1),
    (select article from c order by views, article limit 1)
  from c join articles a on a.id = c.article`
const FIRST_PIECE = countPiece('')
const NEXT_PIECE = countPiece('and (views, article) < (?5, ?6)')

/** In the order of an index, some at a time, so that votes need not wait for all of them. */
async function countArticles(
  database: Database,
  { site, period, units, verified }: ArticlesOfPeriod,
): Promise<number> {
  const args = [
    ...[site, period, units ? JSON.stringify(units) : null],
    verified === undefined ? null : Number(verified),
  ]
  let count = 0
  let piece = { sql: FIRST_PIECE, args }
  for (;;) {
    const [row] = await database.read(piece)
    const [looked = 0, found = 0, views = 0, article = 0] = (row ?? []).map(Number)
    count += found
    if (looked < COUNTED_AT_ONCE) return count
    piece = { sql: NEXT_PIECE, args: [...args, views, article] }
  }
}
