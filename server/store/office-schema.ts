import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Who answers for sites, sections and articles: a tree up to the nation, which its statements keep free of circles. */
export const offices = sqliteTable(
  'offices',
  {
    /** Such as `dinkes`, as it stands in addresses. */
    key: text().primaryKey(),
    name: text().notNull(),
    /** The office above it; NULL at the top. */
    parent: text().references((): AnySQLiteColumn => offices.key),
  },
  (table) => [
    index('offices_parent').on(table.parent),
    check('offices_key', sql`length(${table.key}) between 1 and 64`),
    check('offices_parent', sql`${table.parent} <> ${table.key}`),
  ],
)
