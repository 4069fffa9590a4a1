import type { AlertKind, AlertState } from '../../../shared/alert-kind.ts'
import type { AuditEntry } from '../moderation.ts'
import type { NewDelivery } from './deliveries.ts'

/** What a rule is about: a site, an office with all that is below it, or the whole server. */
export type AlertAbout = { readonly site: string } | { readonly office: string } | 'server'

/** What somebody sets of a rule. */
export interface AlertSettings {
  /** Whole hundredths of the index; null where the kind has none, and so below. */
  readonly bound: number | null
  /** Fewest counted votes. */
  readonly least: number | null
  /** Days, of `backup` hours. */
  readonly span: number | null
  /** Null for none. */
  readonly webhook: string | null
  /** Whether the webhook may be on a private address and plain http. */
  readonly intranet: boolean
  readonly mails: readonly string[]
  readonly language: 'id' | 'en'
  /** Whether it tells also that it is over. */
  readonly tellsEnd: boolean
}

export interface AlertRule extends AlertSettings {
  /** As it stands in addresses. */
  readonly key: string
  readonly about: AlertAbout
  readonly kind: AlertKind
  /** How often the webhook's secret was renewed. */
  readonly secretTurn: number
  /** When last, in seconds since 1970, here and below. */
  readonly renewedAt: number | null
  readonly state: AlertState
  readonly firedAt: number | null
  readonly endedAt: number | null
}

export type NewAlertRule = AlertSettings & Pick<AlertRule, 'key' | 'about' | 'kind'>

/** Rules of who is told of what. Each change by a person goes with its audit line. */
export interface AlertRules {
  readAlertRules(): Promise<readonly AlertRule[]>
  readAlertRule(key: string): Promise<AlertRule | null>
  /** @returns false where there is no such site or office */
  addAlertRule(rule: NewAlertRule, audit: AuditEntry): Promise<boolean>
  /** One whose figures change begins anew. @returns false where there is none */
  changeAlertRule(key: string, settings: AlertSettings, audit: AuditEntry): Promise<boolean>
  /** @returns false where there is none */
  renewAlertSecret(key: string, audit: AuditEntry): Promise<boolean>
  /** With its deliveries. @returns false where there is none */
  removeAlertRule(key: string, audit: AuditEntry): Promise<boolean>
  /**
   * Lets a rule begin or end to fire, together with what tells of it. Of two processes that find
   * the same at once, one does it.
   * @param at seconds since 1970
   * @returns false where the rule had moved already; nothing was written then
   */
  moveAlert(
    key: string,
    to: 'firing' | 'resolved',
    at: number,
    messages: readonly NewDelivery[],
  ): Promise<boolean>
}
