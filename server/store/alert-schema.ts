import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ALERT_KINDS, ALERT_STATES } from '../../shared/alert-kind.ts'
import { offices } from './office-schema.ts'
import { quoted, sites } from './schema.ts'

const MEANS = ['webhook', 'mail'] as const
const LANGUAGES = ['id', 'en'] as const
const OUTCOMES = ['waiting', 'delivered', 'given-up'] as const

const ofOffice = () => text().references(() => offices.key, { onDelete: 'cascade' })
/** E-mail addresses, as a JSON list. */
const mails = () => text({ mode: 'json' }).notNull().default(sql`'[]'`)
const language = () => text({ enum: LANGUAGES }).notNull()

/** When somebody is told of something about a site, an office with all below it, or the server. */
export const alertRules = sqliteTable(
  'alert_rules',
  {
    /** As it stands in addresses; never that of an earlier one, since its secret follows from it. */
    key: text().primaryKey(),
    /** NULL with the office where it is about the server. */
    site: text().references(() => sites.key, { onDelete: 'cascade' }),
    office: ofOffice(),
    kind: text({ enum: ALERT_KINDS }).notNull(),
    /** Whole hundredths of the index: fires where its upper bound is below. Only of `index`. */
    bound: integer(),
    /** Fewest counted votes. Only of `index`. */
    least: integer(),
    /** Days, or hours of a backup; NULL for bursts. */
    span: integer(),
    webhook: text(),
    /** 1: the webhook may be on a private address and plain http. */
    intranet: integer({ mode: 'boolean' }).notNull().default(false),
    mails: mails(),
    language: language(),
    /** 1: tells also that it is over. */
    tellsEnd: integer('tells_end', { mode: 'boolean' }).notNull().default(true),
    /** How often the webhook's secret was renewed, and when last, in seconds since 1970. */
    secretTurn: integer('secret_turn').notNull().default(0),
    renewedAt: integer('renewed_at'),
    state: text({ enum: ALERT_STATES }).notNull().default('ok'),
    /** When it last fired, and last ended, in seconds since 1970. */
    firedAt: integer('fired_at'),
    endedAt: integer('ended_at'),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    check('alert_rules_kind', sql`${table.kind} in (${quoted(ALERT_KINDS)})`),
    check('alert_rules_state', sql`${table.state} in (${quoted(ALERT_STATES)})`),
    check('alert_rules_language', sql`${table.language} in (${quoted(LANGUAGES)})`),
    check(
      'alert_rules_about',
      sql.raw(`(site is not null) + (office is not null) = (kind <> 'backup')`),
    ),
    check(
      'alert_rules_figures',
      sql.raw(`(bound is not null) = (kind = 'index') and (least is not null) = (kind = 'index')
        and (span is not null) = (kind <> 'burst')`),
    ),
    check('alert_rules_mails', sql`json_type(${table.mails}) = 'array'`),
    check(
      'alert_rules_destination',
      sql.raw(`webhook is not null or json_array_length(mails) > 0`),
    ),
    check('alert_rules_intranet', sql`${table.intranet} in (0, 1)`),
    check('alert_rules_tells_end', sql`${table.tellsEnd} in (0, 1)`),
  ],
)

/** The weekly letter about an office with all below it; a row even where it is switched off. */
export const digests = sqliteTable(
  'digests',
  {
    office: text()
      .notNull()
      .references(() => offices.key, { onDelete: 'cascade' }),
    active: integer({ mode: 'boolean' }).notNull(),
    /** 1 is Monday, 7 Sunday. */
    weekday: integer().notNull(),
    hour: integer().notNull(),
    /** IANA zone. */
    timeZone: text('time_zone').notNull(),
    mails: mails(),
    language: language(),
  },
  (table) => [
    primaryKey({ columns: [table.office] }),
    check('digests_active', sql`${table.active} in (0, 1)`),
    check('digests_weekday', sql`${table.weekday} between 1 and 7`),
    check('digests_hour', sql`${table.hour} between 0 and 23`),
    check('digests_mails', sql`json_type(${table.mails}) = 'array'`),
    check('digests_language', sql`${table.language} in (${quoted(LANGUAGES)})`),
  ],
)

/** Messages of rules and digests on their way, and what became of the latest ones. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    /** The same over every attempt: receivers know one by it that came twice. */
    id: text().primaryKey(),
    rule: text().references(() => alertRules.key, { onDelete: 'cascade' }),
    /** Of a digest. */
    office: ofOffice(),
    /** What it tells of: `began`, `ended`, `test`, or the local day of a digest. */
    occasion: text().notNull(),
    means: text({ enum: MEANS }).notNull(),
    /** An address of the web, or of e-mail. */
    destination: text().notNull(),
    /** What is sent; empty once nothing more is. */
    body: text().notNull(),
    /** Seconds since 1970. */
    createdAt: integer('created_at').notNull(),
    attempts: integer().notNull().default(0),
    triedAt: integer('tried_at'),
    /** NULL once nothing more is tried. */
    nextAttempt: integer('next_attempt'),
    outcome: text({ enum: OUTCOMES }).notNull().default('waiting'),
    /** What came of the last attempt, in a word or a status. */
    answer: text(),
  },
  (table) => [
    index('deliveries_due').on(table.nextAttempt).where(sql`next_attempt is not null`),
    index('deliveries_rule').on(table.rule, table.createdAt),
    index('deliveries_office').on(table.office, table.createdAt),
    check('deliveries_of', sql`(${table.rule} is null) = (${table.office} is not null)`),
    check('deliveries_means', sql`${table.means} in (${quoted(MEANS)})`),
    check('deliveries_outcome', sql`${table.outcome} in (${quoted(OUTCOMES)})`),
    check('deliveries_next', sql.raw(`(next_attempt is not null) = (outcome = 'waiting')`)),
  ],
)
