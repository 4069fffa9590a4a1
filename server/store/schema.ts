import { sql } from 'drizzle-orm'
import {
  blob,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'
import { CHOICES } from '../../shared/choice.ts'
import { PENDING_REASONS, REASONS, STANDINGS } from '../../shared/standing.ts'
import { offices } from './office-schema.ts'

/*
 * What is stored. drizzle-kit writes the migrations from this file; STRICT, WITHOUT ROWID and the triggers are added
 * to each by hand, since it can't write them. The triggers keep the sums: votes → tallies → totals, and votes →
 * uncounted, in the same transaction. A vote that is deleted stays in its sums: so sealing folds it.
 */

const ORIGIN_ROLES = ['primary', 'additional', 'mirror'] as const

export const wordList = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')
export const quoted = (words: readonly string[]) => sql.raw(wordList(words))

/** What this database keeps of itself, by name: the fingerprint of its secret, how far its upkeep has come. */
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
    /** 1: its origins may be on private addresses and plain http when their pages are fetched. */
    intranet: integer({ mode: 'boolean' }).notNull().default(false),
    /** When it was added, in seconds since 1970; 0 for long ago. */
    addedAt: integer('added_at').notNull().default(0),
    /** Who answers for it; NULL for nobody yet. */
    office: text().references(() => offices.key),
  },
  (table) => [
    check('sites_key', sql`length(${table.key}) between 1 and 64`),
    check('sites_settings', sql`json_type(${table.settings}) = 'object'`),
    check('sites_loopback', sql`${table.loopback} in (0, 1)`),
    check('sites_intranet', sql`${table.intranet} in (0, 1)`),
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
    /** 1: its votes are being looked at. */
    review: integer({ mode: 'boolean' }).notNull().default(false),
    /** 1: its own site has it, as its page, its sitemap or an admin said. */
    verified: integer({ mode: 'boolean' }).notNull().default(false),
    /** As its site gives it; never what a reader sent. */
    title: text(),
    /** Why the last attempt to verify it failed; NULL without one. */
    failure: text(),
    /** Attempts to verify it so far. */
    attempts: integer().notNull().default(0),
    /** When it is tried next, in seconds since 1970; negative without a place; NULL once given up. */
    nextAttempt: integer('next_attempt').default(0),
    /** Its own office, before its section's; NULL for none. */
    office: text().references(() => offices.key),
    /** What it is pooled in; NULL until it was sorted. */
    unit: integer(),
  },
  (table) => [
    unique('articles_site_key').on(table.site, table.key),
    index('articles_unverified')
      .on(table.site, table.nextAttempt)
      .where(sql`${table.verified} = 0`),
    index('articles_review').on(table.site).where(sql`${table.review} = 1`),
    // Few have an office of their own: whether an office has any is not asked of all.
    index('articles_office').on(table.office).where(sql`${table.office} is not null`),
    check('articles_key', sql`length(${table.key}) between 1 and 512`),
    check('articles_closed', sql`${table.closed} in (0, 1)`),
    check('articles_review', sql`${table.review} in (0, 1)`),
    check('articles_verified', sql`${table.verified} in (0, 1)`),
  ],
)

/** The article that a row is about. */
export const article = () =>
  integer()
    .notNull()
    .references(() => articles.id)

/** A counted vote has no reason, a pending one a suspicion, an excluded one any. */
const reasonFits = sql.raw(
  `(standing = 'counted') = (reason is null)
    and (standing <> 'pending' or reason in (${wordList(PENDING_REASONS)}))
    and (reason is null or reason in (${wordList(REASONS)}))`,
)

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
    reason: text({ enum: REASONS }),
    /** The site's local day of the first cast, YYYY-MM-DD. */
    day: text().notNull(),
    /** Hours since 1970 at the last turn; NULL after 48 hours. */
    hour: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.article, table.voter] }),
    // For lists and decisions: what is asked about votes that are not counted, in the order asked.
    index('votes_uncounted')
      .on(table.article, table.standing, table.reason, table.day)
      .where(sql`standing <> 'counted'`),
    check('votes_voter', sql`length(${table.voter}) = 16`),
    check('votes_turn', sql`${table.turn} >= 1`),
    check('votes_choice', sql`${table.choice} in (${quoted(CHOICES)})`),
    check('votes_standing', sql`${table.standing} in (${quoted(STANDINGS)})`),
    check('votes_reason', reasonFits),
    check('votes_day', sql`${table.day} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`),
  ],
)

/** Counts of views and of counted votes by choice. */
export const counts = () => ({
  views: integer().notNull().default(0),
  sangatPuas: integer('sangat_puas').notNull().default(0),
  puas: integer().notNull().default(0),
  cukupPuas: integer('cukup_puas').notNull().default(0),
  tidakPuas: integer('tidak_puas').notNull().default(0),
})
export const neverNegative = sql.raw('min(views, sangat_puas, puas, cukup_puas, tidak_puas) >= 0')

/** What an article gathered on one local day of its site. Kept by triggers. */
export const tallies = sqliteTable(
  'tallies',
  { article: article(), day: text().notNull(), ...counts() },
  (table) => [
    primaryKey({ columns: [table.article, table.day] }),
    // For a day's articles: an entry is written once for each, and never changed.
    index('tallies_day').on(table.day),
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
