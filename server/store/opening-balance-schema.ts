import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { articles, counts, neverNegative, quoted, sites } from './schema.ts'

const IMPORT_KINDS = ['table', 'wp-polls', 'wp-postratings', 'wp-postviews'] as const

/** A table of an older counter that was brought in; what it brought goes together. */
export const imports = sqliteTable(
  'imports',
  {
    id: integer().primaryKey(),
    site: text()
      .notNull()
      .references(() => sites.key),
    /** Where its counts come from, as readers are told. */
    source: text().notNull(),
    date: text().notNull(),
    estimate: integer({ mode: 'boolean' }).notNull(),
    kind: text({ enum: IMPORT_KINDS }).notNull(),
    /** Name of the file; empty where it is not known. */
    file: text().notNull(),
    /** Seconds since 1970; 0 for before these were written down. */
    at: integer().notNull(),
    /** Articles that it was about, that were given a balance, and whose balance was taken back. */
    planned: integer().notNull(),
    added: integer().notNull().default(0),
    removed: integer().notNull().default(0),
  },
  (table) => [
    index('imports_site').on(table.site, table.id),
    check('imports_kind', sql`${table.kind} in (${quoted(IMPORT_KINDS)})`),
    check('imports_counts', sql.raw('min(planned, added, removed) >= 0')),
    check('imports_estimate', sql`${table.estimate} in (0, 1)`),
  ],
)

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
    /** The import that it is of, as long as nobody changed it; NULL for one that was set by hand. */
    broughtBy: integer('brought_by').references(() => imports.id),
  },
  (table) => [
    index('opening_balances_import').on(table.broughtBy).where(sql`brought_by is not null`),
    check('opening_balances_counts', neverNegative),
    check('opening_balances_estimate', sql`${table.estimate} in (0, 1)`),
  ],
)
