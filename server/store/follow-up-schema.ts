import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ENDED_STATUSES, FOLLOW_UP_STATUSES } from '../../shared/follow-up-status.ts'
import { offices } from './office-schema.ts'
import { articles, quoted, sites, wordList } from './schema.ts'

/** What somebody undertakes to do about what readers said. Of a site, one of its articles, or an office. */
export const followUps = sqliteTable(
  'follow_ups',
  {
    id: integer().primaryKey(),
    /** NULL where it is about an office. */
    site: text().references(() => sites.key),
    /** NULL where it is about the whole site. */
    article: integer().references(() => articles.id),
    office: text().references(() => offices.key),
    issue: text().notNull(),
    /** What will be done. */
    action: text().notNull(),
    /** Who does it, as people write it. */
    owner: text().notNull(),
    /** Local days, YYYY-MM-DD: when it is to be done, was written down, was done or dropped. */
    due: text().notNull(),
    opened: text().notNull(),
    ended: text(),
    status: text({ enum: FOLLOW_UP_STATUSES }).notNull(),
    /** Under which names the audit log has who did it. */
    createdBy: text('created_by').notNull(),
    changedBy: text('changed_by').notNull(),
    /** Seconds since 1970. */
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    index('follow_ups_due').on(table.due, table.id),
    check('follow_ups_about', sql`(${table.site} is null) = (${table.office} is not null)`),
    check('follow_ups_article', sql`${table.article} is null or ${table.site} is not null`),
    check('follow_ups_status', sql`${table.status} in (${quoted(FOLLOW_UP_STATUSES)})`),
    check(
      'follow_ups_ended',
      sql.raw(`(ended is not null) = (status in (${wordList(ENDED_STATUSES)}))`),
    ),
  ],
)
