import type { ApiToken, ApiTokens } from './api-tokens.ts'
import type { Database, SqlValue } from './database.ts'

const TOKEN = 'select name, site, created_at from api_tokens'

const ADD_TOKEN = `
  insert into api_tokens (hash, name, site, created_at)
  select ?1, ?2, ?3, ?4 where ?3 is null or ?3 in (select key from sites)
  on conflict do nothing returning name`

export function createApiTokens(database: Database): ApiTokens {
  return {
    async addToken({ name, site, createdAt }, hash) {
      const args = [hash, name, site, createdAt]
      const [added] = await database.write([{ sql: ADD_TOKEN, args }])
      return added?.length === 1
    },

    async readTokens() {
      return (await database.read({ sql: `${TOKEN} order by name` })).map(tokenFrom)
    },

    async findToken(hash) {
      const [row] = await database.read({ sql: `${TOKEN} where hash = ?1`, args: [hash] })
      return row ? tokenFrom(row) : null
    },

    async removeToken(name) {
      const sql = 'delete from api_tokens where name = ?1 returning name'
      const [removed] = await database.write([{ sql, args: [name] }])
      return removed?.length === 1
    },
  }
}

function tokenFrom([name, site, createdAt]: readonly SqlValue[]): ApiToken {
  return {
    name: String(name),
    site: site === null ? null : String(site),
    createdAt: Number(createdAt),
  }
}
