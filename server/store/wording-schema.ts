import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { LANGUAGES } from '../../shared/language.ts'
import { quoted, sites } from './schema.ts'

/** Each change of what a site asks in one language, in the order they were made; never changed again. */
export const wordings = sqliteTable(
  'wordings',
  {
    id: integer().primaryKey(),
    site: text()
      .notNull()
      .references(() => sites.key),
    language: text({ enum: LANGUAGES }).notNull(),
    /** Seconds since 1970. */
    at: integer().notNull(),
    /** The site's local day then, YYYY-MM-DD. */
    day: text().notNull(),
    /** What stood until then and what stands since: the question and the four labels, best first, as JSON. */
    former: text().notNull(),
    wording: text().notNull(),
  },
  (table) => [
    index('wordings_site').on(table.site),
    check('wordings_language', sql`${table.language} in (${quoted(LANGUAGES)})`),
    check('wordings_day', sql`${table.day} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`),
    check('wordings_changed', sql`${table.former} <> ${table.wording}`),
  ],
)
