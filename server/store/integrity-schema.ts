import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { DROP_REASONS } from '../../shared/drop-reason.ts'
import { STANDINGS } from '../../shared/standing.ts'
import { article, quoted, sites } from './schema.ts'

/* What shows how the figures came about: votes set aside, views dropped, who decided what, and the chain. */

/** Counts of votes by choice, of one standing and reason. */
const votesByChoice = () => ({
  sangatPuas: integer('sangat_puas').notNull().default(0),
  puas: integer().notNull().default(0),
  cukupPuas: integer('cukup_puas').notNull().default(0),
  tidakPuas: integer('tidak_puas').notNull().default(0),
})

const votesNeverNegative = sql.raw('min(sangat_puas, puas, cukup_puas, tidak_puas) >= 0')

const site = () =>
  text()
    .notNull()
    .references(() => sites.key)

/** Votes of an article's day that are not counted, by reason. Kept by triggers. */
export const uncounted = sqliteTable(
  'uncounted',
  {
    article: article(),
    day: text().notNull(),
    standing: text({ enum: ['pending', 'excluded'] }).notNull(),
    reason: text().notNull(),
    ...votesByChoice(),
  },
  (table) => [
    primaryKey({ columns: [table.article, table.day, table.standing, table.reason] }),
    // For lists of the latest days first. Counts change without touching it.
    index('uncounted_day').on(table.day, table.article),
    check('uncounted_standing', sql`${table.standing} in ('pending', 'excluded')`),
    check('uncounted_counts', votesNeverNegative),
  ],
)

/** What became of an article's day when it was sealed: its votes as sums, without their voters. */
export const folded = sqliteTable(
  'folded',
  {
    article: article(),
    day: text().notNull(),
    standing: text({ enum: STANDINGS }).notNull(),
    /** Empty for counted votes. */
    reason: text().notNull(),
    ...votesByChoice(),
  },
  (table) => [
    primaryKey({ columns: [table.article, table.day, table.standing, table.reason] }),
    check('folded_standing', sql`${table.standing} in (${quoted(STANDINGS)})`),
    check('folded_counts', votesNeverNegative),
  ],
)

/** Views that were answered and not counted. */
export const droppedViews = sqliteTable(
  'dropped_views',
  { site: site(), day: text().notNull(), reason: text().notNull(), views: integer().notNull() },
  (table) => [
    primaryKey({ columns: [table.site, table.day, table.reason] }),
    check('dropped_views_reason', sql`${table.reason} in (${quoted(DROP_REASONS)})`),
    check('dropped_views_views', sql`${table.views} >= 0`),
  ],
)

/** Who did what, kept for two years. Never a choice: moderation does not go by it. */
export const audit = sqliteTable(
  'audit',
  {
    id: integer().primaryKey(),
    /** Seconds since 1970. */
    at: integer().notNull(),
    /** `system`, `operator`, or the name of an API token or account. */
    actor: text().notNull(),
    action: text().notNull(),
    site: text(),
    /** Key of the article, where it was one. */
    article: text(),
    /** How many votes it touched. */
    votes: integer().notNull().default(0),
    /** Why, in words. */
    note: text().notNull().default(''),
  },
  (table) => [index('audit_site').on(table.site, table.id)],
)

/** The signed days of a site, each with the hash of the one before. */
export const chain = sqliteTable(
  'chain',
  {
    site: site(),
    number: integer().notNull(),
    day: text().notNull(),
    /** Canonical JSON, exactly what is hashed. */
    entry: text().notNull(),
    hash: text().notNull(),
    signature: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.site, table.number] })],
)

/** The counts of a site's day each time they were signed: what the entries commit to. */
export const chainDays = sqliteTable(
  'chain_days',
  {
    site: site(),
    day: text().notNull(),
    /** Of the entry that signs them. */
    number: integer().notNull(),
    /** Canonical JSON, exactly what the commitment is made from. */
    counts: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.site, table.day, table.number] })],
)

/** Days whose counts moved when they were sealed, or later: to be looked at for the next entry. */
export const changedDays = sqliteTable(
  'changed_days',
  {
    site: site(),
    day: text().notNull(),
    /** How often it was marked: who signs takes off only the mark that it has seen. */
    marks: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.site, table.day] })],
)

/** Tokens of the admin API, by their hash alone. */
export const apiTokens = sqliteTable('api_tokens', {
  /** SHA-256 of the token, hexadecimal. */
  hash: text().primaryKey(),
  /** Under which the audit log has what it did. */
  name: text().notNull().unique('api_tokens_name'),
  /** The only site it opens; NULL for all. */
  site: text().references(() => sites.key),
  /** Seconds since 1970. */
  createdAt: integer('created_at').notNull(),
})
