import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { articles, counts, neverNegative } from './schema.ts'

/** Counts taken over from an older counter; never mixed into tallies. */
export const openingBalances = sqliteTable(
  'opening_balances',
  {
    article: integer()
      .primaryKey()
      .references(() => articles.id),
    ...counts(),
    source: text().notNull(),
    date: text().notNull(),
    /** 1: worked out from rounded percentages. */
    estimate: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [
    check('opening_balances_counts', neverNegative),
    check('opening_balances_estimate', sql`${table.estimate} in (0, 1)`),
  ],
)
