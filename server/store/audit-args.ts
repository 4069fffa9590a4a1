import type { AuditEntry } from './moderation.ts'

/** An audit line as the first six parameters of a statement. */
export function auditArgs({ at, actor, action, site, article, note }: AuditEntry) {
  return [at, actor, action, site, article, note] as const
}
