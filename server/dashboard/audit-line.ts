import type { AuditEntry } from '../store/store.ts'
import type { DashboardAct } from './dashboard-route.ts'

/** A line of the audit log for what somebody did here. */
export function auditLine(
  { now }: Pick<DashboardAct, 'now'>,
  actor: string,
  action: string,
  note = '',
  site: string | null = null,
): AuditEntry {
  return { at: now, actor, action, site, article: null, note }
}
