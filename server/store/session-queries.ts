import { auditArgs } from './audit-args.ts'
import type { Database, SqlValue } from './database.ts'
import type { People, WholeAuditLine } from './people.ts'
import { AUDIT_CHANGE, changed } from './people-queries.ts'

type Sessions = Pick<
  People,
  | 'resetTwoFactor'
  | 'readSessions'
  | 'endSession'
  | 'endSessions'
  | 'dropExpired'
  | 'readWholeAudit'
>

const SESSIONS = `
  select id, user_agent, created_at, updated_at from sessions
  where person = ?1 and expires_at > ?2 order by updated_at desc, id`

const WHOLE_AUDIT = `
  select id, at, actor, action, site, article, votes, note from audit
  where ?1 is null or id < ?1 order by id desc limit ?2`

const TAKE_TWO_FACTOR = `
  update people set two_factor_enabled = 0 where id = ?1
  and (two_factor_enabled = 1 or exists (select 1 from second_factors where person = ?1))
  returning id`

export function createSessions(database: Database): Sessions {
  return {
    async resetTwoFactor(person, audit) {
      const args = [person]
      const [taken] = await database.write([
        { sql: TAKE_TWO_FACTOR, args },
        { sql: AUDIT_CHANGE, args: auditArgs(audit) },
        { sql: 'delete from second_factors where person = ?1', args },
        { sql: 'delete from sessions where person = ?1', args },
        { sql: 'delete from verifications where value = ?1', args },
      ])
      return taken?.length === 1
    },

    async readSessions(person, now) {
      const rows = await database.read({ sql: SESSIONS, args: [person, now] })
      return rows.map(([id, browser, createdAt, lastSeen]) => ({
        id: String(id),
        browser: String(browser ?? ''),
        createdAt: Number(createdAt),
        lastSeen: Number(lastSeen),
      }))
    },

    endSession(person, id, audit) {
      const sql = 'delete from sessions where person = ?1 and id = ?2 returning id'
      return changed(database, { sql, args: [person, id] }, audit)
    },

    async endSessions(person, audit) {
      await database.write([
        { sql: 'delete from sessions where person = ?1', args: [person] },
        { sql: AUDIT_CHANGE, args: auditArgs(audit) },
      ])
    },

    async dropExpired(now) {
      const tables = ['passes', 'sessions', 'verifications']
      await database.write(
        tables.map((table) => ({
          sql: `delete from ${table} where expires_at <= ?1`,
          args: [now],
        })),
      )
    },

    async readWholeAudit(before, most) {
      return (await database.read({ sql: WHOLE_AUDIT, args: [before, most] })).map(lineFrom)
    },
  }
}

function lineFrom(row: readonly SqlValue[]): WholeAuditLine {
  const [id, at, actor, action, site, article, votes, note] = row
  return {
    id: Number(id),
    at: Number(at),
    actor: String(actor),
    action: String(action),
    site: site === null ? null : String(site),
    article: article === null ? null : String(article),
    votes: Number(votes),
    note: String(note),
  }
}
