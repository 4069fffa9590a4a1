import { drizzle } from 'drizzle-orm/sqlite-proxy'
import type { Database, SqlValue } from '../store/database.ts'
import {
  credentials,
  people,
  secondFactors,
  sessions,
  verifications,
} from '../store/people-schema.ts'

/** Our tables under the names that better-auth has for them. */
export const ACCOUNT_TABLES = {
  user: people,
  session: sessions,
  account: credentials,
  verification: verifications,
  twoFactor: secondFactors,
}

/** better-auth's statements on the one connection that there is. */
export function accountQueries(database: Database) {
  return drizzle(
    async (sql, args, method) => {
      const statement = { sql, args: args as (string | number | null)[] }
      // One that returns what it changed is asked for like one that reads.
      const rows = /^\s*select/i.test(sql)
        ? await database.read(statement)
        : ((await database.write([statement]))[0] ?? [])
      const values = rows as SqlValue[][]
      return { rows: method === 'get' ? (values[0] as SqlValue[]) : values }
    },
    { schema: ACCOUNT_TABLES },
  )
}
