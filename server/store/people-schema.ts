import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { ROLE_NAMES } from '../../shared/role.ts'
import { offices } from './office-schema.ts'
import { quoted, sites } from './schema.ts'

/*
 * Who may look at the figures and decide about them. The first five tables are those that
 * better-auth works on, under names of ours; what it asks of a column stands in its documentation.
 */

const PURPOSES = ['setup', 'invitation', 'password'] as const

/** Seconds since 1970. */
const instant = (name: string) => integer(name, { mode: 'timestamp' })

/** Somebody with an account. */
export const people = sqliteTable(
  'people',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** Lower-case; under which a person signs in, and the audit log has what they did. */
    email: text().notNull().unique('people_email'),
    emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
    image: text(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** 1: signing in asks for a code besides the password. */
    twoFactorEnabled: integer('two_factor_enabled', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    check('people_email_form', sql`${table.email} = lower(${table.email})`),
    check('people_name', sql`length(${table.name}) between 1 and 80`),
  ],
)

/** The person that a row belongs to, and goes with. */
const person = () =>
  text('person')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' })

export const sessions = sqliteTable(
  'sessions',
  {
    id: text().primaryKey(),
    /** Moved on while the person is there. */
    expiresAt: instant('expires_at').notNull(),
    /** Worth nothing without the signature that the cookie has. */
    token: text().notNull().unique('sessions_token'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Never filled. */
    ipAddress: text('ip_address'),
    /** Browser and system in a few words, never what the browser sent. */
    userAgent: text('user_agent'),
    userId: person(),
  },
  (table) => [index('sessions_person').on(table.userId)],
)

/** How a person signs in. The last six columns belong to ways in that are not offered. */
export const credentials = sqliteTable(
  'credentials',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: person(),
    /** scrypt with its parameters and salt. */
    password: text(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text(),
  },
  (table) => [index('credentials_person').on(table.userId)],
)

/** Sign-ins that wait for their second factor. */
export const verifications = sqliteTable(
  'verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('verifications_identifier').on(table.identifier)],
)

export const secondFactors = sqliteTable(
  'second_factors',
  {
    id: text().primaryKey(),
    /** Encrypted under a key derived from the server's secret, and so are the codes. */
    secret: text().notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: person(),
    verified: integer({ mode: 'boolean' }).notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: instant('locked_until'),
  },
  (table) => [index('second_factors_person').on(table.userId)],
)

/** An owner has neither, an admin an office, an editor or a viewer a site. */
const scopeFits = sql.raw(
  `(office is not null) = (role = 'admin')
    and (site is not null) = (role in ('editor', 'viewer'))`,
)

const officeOfRole = () => text().references(() => offices.key, { onDelete: 'cascade' })
const siteOfRole = () => text().references(() => sites.key, { onDelete: 'cascade' })

/** What a person may do, and where. */
export const roles = sqliteTable(
  'roles',
  {
    id: integer().primaryKey(),
    person: person(),
    role: text({ enum: ROLE_NAMES }).notNull(),
    /** With everything below it. */
    office: officeOfRole(),
    site: siteOfRole(),
  },
  (table) => [
    // One role of a person at each place.
    uniqueIndex('roles_owner').on(table.person).where(sql`role = 'owner'`),
    uniqueIndex('roles_office').on(table.person, table.office).where(sql`office is not null`),
    uniqueIndex('roles_site').on(table.person, table.site).where(sql`site is not null`),
    check('roles_role', sql`${table.role} in (${quoted(ROLE_NAMES)})`),
    check('roles_scope', scopeFits),
  ],
)

/** Links and codes that are handed over by a person, work once and expire; by their hash alone. */
export const passes = sqliteTable(
  'passes',
  {
    /** SHA-256, hexadecimal. */
    hash: text().primaryKey(),
    purpose: text({ enum: PURPOSES }).notNull(),
    /** Whose password it sets; NULL for the others. */
    person: text().references(() => people.id, { onDelete: 'cascade' }),
    /** What an invitation brings. */
    email: text(),
    role: text({ enum: ROLE_NAMES }),
    office: officeOfRole(),
    site: siteOfRole(),
    /** Who made it: an e-mail, or `operator`. */
    createdBy: text('created_by').notNull(),
    /** Seconds since 1970. */
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [
    check('passes_purpose', sql`${table.purpose} in (${quoted(PURPOSES)})`),
    check('passes_person', sql`(${table.person} is not null) = (${table.purpose} = 'password')`),
    check('passes_role', sql`(${table.role} is not null) = (${table.purpose} = 'invitation')`),
  ],
)
