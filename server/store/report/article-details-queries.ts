import type { Database, SqlValue } from '../database.ts'
import type { ArticleDetails } from './article-details.ts'
import { MEMBERS } from './article-members.ts'
import { COUNTS } from './unit-sum-row.ts'

const FACTS = `${MEMBERS}
  select key, office, verified, failure, next_attempt is not null from articles
  where id in (select id from root)`

const VOTES = COUNTS.split(', ').join(' + ')

/** ?3 to ?4 days. */
const ASIDE = `${MEMBERS}
  select standing, reason, sum(${VOTES}) as votes from uncounted
  where article in (select id from members) and day between ?3 and ?4
  group by standing, reason having votes > 0 order by standing desc, votes desc, reason`

export function createArticleDetails(database: Database): ArticleDetails {
  return {
    async readArticleFacts({ site, key }) {
      const [row] = await database.read({ sql: FACTS, args: [site, key] })
      if (!row) return null
      const [root, office, verified, failure, next] = row
      return {
        ...{ key: String(root), office: textOf(office), verified: verified === 1 },
        ...{ failure: textOf(failure), waits: verified !== 1 && next === 1 },
      }
    },

    async readArticleAside({ site, key }, { from, to }) {
      const rows = await database.read({ sql: ASIDE, args: [site, key, from, to] })
      return rows.map(([standing, reason, votes]) => ({
        standing: standing === 'pending' ? 'pending' : 'excluded',
        reason: String(reason),
        votes: Number(votes),
      }))
    },
  }
}

function textOf(value: SqlValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}
