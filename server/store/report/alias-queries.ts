import { audited } from '../audited.ts'
import type { Database } from '../database.ts'
import type { Aliases } from './aliases.ts'
import { SORT_ANEW } from './sorting-statements.ts'

const ID = 'select id from articles where site = ?1 and key ='

/** ?1 site, ?2 key, ?3 key of the target. What must not be, the trigger would refuse loudly. */
const SET = `
  insert into aliases (article, target)
  select a.id, t.id from articles a join articles t on t.site = a.site
  where a.site = ?1 and a.key = ?2 and t.key = ?3 and a.id <> t.id
    and not exists (select 1 from aliases where article = t.id or target = a.id)
  on conflict do nothing`

const MARK = `
  insert into stale_articles (article)
  select article from aliases where article = (${ID} ?2)
  union select target from aliases where article = (${ID} ?2)
  on conflict (article) do update set claim = null`

const REMOVE = `delete from aliases where article = (${ID} ?2)`

const READ = `
  select key from articles where id in (select article from aliases where target = (${ID} ?2))
  order by key`

export function createAliases(database: Database): Aliases {
  return {
    async setAlias({ site, key }, target, audit) {
      const args = [site, key]
      const rows = await database.write([
        { sql: SET, args: [site, key, target] },
        ...audited(audit),
        { sql: MARK, args },
        { sql: SORT_ANEW, args },
      ])
      if (rows[2]?.[0]?.[0] === 1) return 'done'
      const sql = 'select count(*) from articles where site = ?1 and key in (?2, ?3)'
      const [known] = await database.read({ sql, args: [site, key, target] })
      return known?.[0] === 2 ? 'chain' : 'unknown'
    },

    async removeAlias({ site, key }, audit) {
      const args = [site, key]
      const rows = await database.write([
        { sql: MARK, args },
        { sql: REMOVE, args },
        ...audited(audit),
        { sql: SORT_ANEW, args },
      ])
      return rows[3]?.[0]?.[0] === 1 ? 'done' : 'unknown'
    },

    async readAliases({ site, key }) {
      const rows = await database.read({ sql: READ, args: [site, key] })
      return rows.map(([alias]) => String(alias))
    },
  }
}
