import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'
import { offices } from './office-schema.ts'
import { article, articles, counts, neverNegative, sites } from './schema.ts'

/*
 * What reports are read from. Units pool the tallies of articles that stand together: of one
 * site, under one prefix, and of the same office of their own, if they have one. Which office a
 * unit counts for is asked when it is read, so that a site or section changes hands without a sum
 * being touched. All sums here are of closed days, follow the tallies after a while, and can be
 * made anew from them.
 */

const site = () =>
  text()
    .notNull()
    .references(() => sites.key)

/** Parts of a site that have a name of their own. */
export const sections = sqliteTable(
  'sections',
  {
    site: site(),
    /** `host` or `host/path`, as an article's key begins. */
    prefix: text().notNull(),
    name: text().notNull(),
    /** Who answers for it; NULL for whoever does for the site. */
    office: text().references(() => offices.key),
    /** 1: found in addresses, by the first part of their path; 0: an admin named it. */
    found: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.site, table.prefix] }),
    index('sections_office').on(table.office),
    check('sections_prefix', sql`length(${table.prefix}) between 1 and 512`),
    check('sections_found', sql`${table.found} in (0, 1)`),
  ],
)

/** What articles are pooled in. A unit stays when nothing belongs to it any more. */
export const units = sqliteTable(
  'units',
  {
    id: integer().primaryKey(),
    site: site(),
    /** Of the section, though it may be gone; empty for the rest of the site. */
    prefix: text().notNull(),
    /** What its articles have as their own office, though it may be gone; empty for none. */
    office: text().notNull(),
  },
  (table) => [unique('units_parts').on(table.site, table.prefix, table.office)],
)

/** Articles that count as others of their site: rows stay under their own key. */
export const aliases = sqliteTable(
  'aliases',
  {
    article: integer()
      .primaryKey()
      .references(() => articles.id),
    target: integer()
      .notNull()
      .references(() => articles.id),
  },
  (table) => [
    index('aliases_target').on(table.target),
    check('aliases_target', sql`${table.target} <> ${table.article}`),
  ],
)

const unitCounts = () => ({
  ...counts(),
  /** Votes that are not counted, of all choices. */
  pending: integer().notNull().default(0),
  excluded: integer().notNull().default(0),
})

/** The pooled tallies of a unit's day; unit 0 has the articles that are in none yet. */
export const unitDays = sqliteTable(
  'unit_days',
  { site: site(), day: text().notNull(), unit: integer().notNull(), ...unitCounts() },
  (table) => [
    primaryKey({ columns: [table.site, table.day, table.unit] }),
    check('unit_days_counts', neverNegative),
  ],
)

/** The sums of a month's unit_days. */
export const unitMonths = sqliteTable(
  'unit_months',
  { site: site(), month: text().notNull(), unit: integer().notNull(), ...unitCounts() },
  (table) => [
    primaryKey({ columns: [table.site, table.month, table.unit] }),
    check('unit_months_counts', neverNegative),
  ],
)

/**
 * What an article, its aliases with it, gathered in a period: `2026-03`, `2026-T1`, `2026-S1`,
 * `2026`, `latest` for 30 days, `all`. For lists in an order; an alias has none.
 */
export const articlePeriods = sqliteTable(
  'article_periods',
  {
    site: site(),
    period: text().notNull(),
    article: article(),
    unit: integer().notNull(),
    /** The last day that is in it, or could be. */
    through: text().notNull(),
    ...counts(),
    votes: integer().notNull(),
    /** Ranking bounds, in millionths of a score; NULL where there are too few votes for a rank. */
    low: integer(),
    high: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.article, table.period] }),
    index('article_periods_views').on(table.site, table.period, table.views, table.article),
    index('article_periods_votes').on(table.site, table.period, table.votes, table.article),
    index('article_periods_low')
      .on(table.site, table.period, table.low, table.article)
      .where(sql`low is not null`),
    index('article_periods_high')
      .on(table.site, table.period, table.high, table.article)
      .where(sql`high is not null`),
    check('article_periods_counts', neverNegative),
  ],
)

/** How far the sums of a site have come. */
export const summaries = sqliteTable('summaries', {
  site: text()
    .primaryKey()
    .references(() => sites.key),
  /** The last closed day that is in the sums of units; empty before the first. */
  through: text().notNull().default(''),
  /** Articles up to this one are in the units where they belong. */
  sorted: integer().notNull().default(0),
})

/** Days whose tallies, or whose articles' units, have changed since they were pooled. */
export const staleDays = sqliteTable(
  'stale_days',
  {
    site: site(),
    day: text().notNull(),
    /** Of whoever is pooling it now; a change meanwhile takes it off. */
    claim: text(),
  },
  (table) => [primaryKey({ columns: [table.site, table.day] })],
)

/** Articles whose periods are to be summed again. */
export const staleArticles = sqliteTable('stale_articles', {
  article: integer()
    .primaryKey()
    .references(() => articles.id),
  /** As that of a day. */
  claim: text(),
})
