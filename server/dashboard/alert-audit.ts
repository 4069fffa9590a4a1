import type { AlertAbout, AlertSettings, AuditEntry } from '../store/store.ts'
import { auditLine } from './audit-line.ts'
import type { DashboardAct } from './dashboard-route.ts'

/** A line of the audit log about a rule: where it tells, and never the whole address of a webhook. */
export function alertAudit(
  act: DashboardAct,
  action: string,
  rule: { readonly key: string; readonly kind: string; readonly about: AlertAbout },
  settings?: AlertSettings,
): AuditEntry {
  const { about, key, kind } = rule
  const place = about === 'server' ? 'server' : 'office' in about ? about.office : ''
  const { webhook = null, mails = [] } = settings ?? {}
  const to = [...(webhook === null ? [] : [new URL(webhook).host]), ...mails].join(' ')
  const note = [key, kind, place, to].filter((part) => part !== '').join(', ')
  const site = about !== 'server' && 'site' in about ? about.site : null
  return auditLine(act, act.person?.email ?? '', action, note, site)
}
