import { sql } from 'drizzle-orm'
import {
  blob,
  check,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'
import { CHOICES } from '../../shared/choice.ts'

/*
 * What is stored. drizzle-kit writes the migrations from this file; STRICT, WITHOUT
 * ROWID and the triggers are added to each by hand, since it can't write them.
 * The triggers keep the sums: votes → tallies → totals, in the same transaction.
 */

const ORIGIN_ROLES = ['primary', 'additional', 'mirror'] as const
const STANDINGS = ['counted', 'pending', 'excluded'] as const

const quoted = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(', '))

/** What was decided once for this database, such as the fingerprint of its secret. */
export const instance = sqliteTable('instance', {
  name: text().primaryKey(),
  value: text().notNull(),
})

export const sites = sqliteTable(
  'sites',
  {
    /** The public id in the embed line, such as `bojonegoro`. */
    key: text().primaryKey(),
    name: text().notNull(),
    /** IANA zone; decides the site's day. */
    timeZone: text('time_zone').notNull(),
    /** What the site overrides, as JSON (SiteSettings). */
    settings: text({ mode: 'json' }).notNull().default(sql`'{}'`),
    /** 1: every loopback address and port counts as a mirror of the primary origin. */
    loopback: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    check('sites_key', sql`length(${table.key}) between 1 and 64`),
    check('sites_settings', sql`json_type(${table.settings}) = 'object'`),
    check('sites_loopback', sql`${table.loopback} in (0, 1)`),
  ],
)

export const origins = sqliteTable(
  'origins',
  {
    site: text()
      .notNull()
      .references(() => sites.key, { onDelete: 'cascade' }),
    /** An exact origin, or `https://*.domain`. */
    origin: text().notNull(),
    /** A mirror's articles are those of the primary origin's host. */
    role: text({ enum: ORIGIN_ROLES }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.site, table.origin] }),
    check('origins_role', sql`${table.role} in (${quoted(ORIGIN_ROLES)})`),
  ],
)

export const articles = sqliteTable(
  'articles',
  {
    id: integer().primaryKey(),
    site: text()
      .notNull()
      .references(() => sites.key),
    /** Normalised address, `host[:port]/path[?query]`. */
    key: text().notNull(),
    /** 1: takes no more votes. */
    closed: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    unique('articles_site_key').on(table.site, table.key),
    check('articles_key', sql`length(${table.key}) between 1 and 512`),
    check('articles_closed', sql`${table.closed} in (0, 1)`),
  ],
)

const article = () =>
  integer()
    .notNull()
    .references(() => articles.id)

export const votes = sqliteTable(
  'votes',
  {
    article: article(),
    /** Keyed hash of the ballot, 16 bytes. */
    voter: blob({ mode: 'buffer' }).notNull(),
    /** The ballot's counter; only a higher one changes the row. */
    turn: integer().notNull(),
    /** NULL after a withdrawal. */
    choice: text({ enum: CHOICES }),
    standing: text({ enum: STANDINGS }).notNull().default('counted'),
    /** Why the vote is not simply counted. */
    reason: text(),
    /** The site's local day of the first cast, YYYY-MM-DD. */
    day: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.article, table.voter] }),
    check('votes_voter', sql`length(${table.voter}) = 16`),
    check('votes_turn', sql`${table.turn} >= 1`),
    check('votes_choice', sql`${table.choice} in (${quoted(CHOICES)})`),
    check('votes_standing', sql`${table.standing} in (${quoted(STANDINGS)})`),
    check('votes_day', sql`${table.day} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`),
  ],
)

/** Counts of views and of counted votes by choice. */
const counts = () => ({
  views: integer().notNull().default(0),
  sangatPuas: integer('sangat_puas').notNull().default(0),
  puas: integer().notNull().default(0),
  cukupPuas: integer('cukup_puas').notNull().default(0),
  tidakPuas: integer('tidak_puas').notNull().default(0),
})

const neverNegative = sql.raw('min(views, sangat_puas, puas, cukup_puas, tidak_puas) >= 0')

/** What an article gathered on one local day of its site. Kept by triggers. */
export const tallies = sqliteTable(
  'tallies',
  { article: article(), day: text().notNull(), ...counts() },
  (table) => [
    primaryKey({ columns: [table.article, table.day] }),
    check('tallies_counts', neverNegative),
  ],
)

/** The sum of an article's tallies. Kept by triggers. */
export const totals = sqliteTable(
  'totals',
  {
    article: integer()
      .primaryKey()
      .references(() => articles.id),
    ...counts(),
  },
  () => [check('totals_counts', neverNegative)],
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
  },
  (table) => [
    check('opening_balances_counts', neverNegative),
    check('opening_balances_estimate', sql`${table.estimate} in (0, 1)`),
  ],
)
