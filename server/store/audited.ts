import type { Statement } from './database.ts'
import type { AuditEntry } from './moderation.ts'

const ADD_AUDIT = `
  insert into audit (at, actor, action, site, article, note)
  select ?1, ?2, ?3, ?4, ?5, ?6 where changes() > 0`

/**
 * The line in the audit log for the statement before it, where that changed anything; the second
 * one answers with 1 then, else with 0.
 */
export function audited({ at, actor, action, site, article, note }: AuditEntry): Statement[] {
  const args = [at, actor, action, site, article, note]
  return [{ sql: ADD_AUDIT, args }, { sql: 'select changes()' }]
}
