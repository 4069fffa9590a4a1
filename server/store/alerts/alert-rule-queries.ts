import type { AlertKind, AlertState } from '../../../shared/alert-kind.ts'
import { audited } from '../audited.ts'
import type { Database, SqlValue, Statement } from '../database.ts'
import type { AlertRule, AlertRules, AlertSettings } from './alert-rules.ts'
import { newMessages } from './new-messages.ts'

const SETTINGS = 'bound, least, span, webhook, intranet, mails, language, tells_end'

const READ = `
  select key, site, office, kind, ${SETTINGS}, secret_turn, renewed_at, state, fired_at, ended_at
  from alert_rules`

const ADD = `
  insert into alert_rules (key, ${SETTINGS}, site, office, kind, created_by, created_at)
  select ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14
  where (?10 is null or exists (select 1 from sites where key = ?10))
    and (?11 is null or exists (select 1 from offices where key = ?11))`

const SAME = '(bound, least, span) is (?2, ?3, ?4)'
const CHANGE = `
  update alert_rules set (${SETTINGS}) = (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9),
    state = iif(${SAME}, state, 'ok'), fired_at = iif(${SAME}, fired_at, null),
    ended_at = iif(${SAME}, ended_at, null)
  where key = ?1`

const RENEW = 'update alert_rules set secret_turn = secret_turn + 1, renewed_at = ?2 where key = ?1'

const FIRE = `
  update alert_rules set state = 'firing', fired_at = ?2 where key = ?1 and state <> 'firing'`
const END = `
  update alert_rules set state = 'resolved', ended_at = ?2 where key = ?1 and state = 'firing'`
const STATE = 'select 1 from alert_rules where key = ?1 and state'

export function createAlertRules(database: Database): AlertRules {
  async function change(statement: Statement, audit: Parameters<typeof audited>[0]) {
    const rows = await database.write([statement, ...audited(audit)])
    return rows[2]?.[0]?.[0] === 1
  }

  return {
    async readAlertRules() {
      return (await database.read({ sql: `${READ} order by created_at, key` })).map(ruleFrom)
    },

    async readAlertRule(key) {
      const [row] = await database.read({ sql: `${READ} where key = ?1`, args: [key] })
      return row ? ruleFrom(row) : null
    },

    addAlertRule(rule, audit) {
      const { key, about, kind } = rule
      const site = about !== 'server' && 'site' in about ? about.site : null
      const office = about !== 'server' && 'office' in about ? about.office : null
      const args = [key, ...valuesOf(rule), site, office, kind, audit.actor, audit.at]
      return change({ sql: ADD, args }, audit)
    },

    changeAlertRule: (key, settings, audit) =>
      change({ sql: CHANGE, args: [key, ...valuesOf(settings)] }, audit),

    renewAlertSecret: (key, audit) => change({ sql: RENEW, args: [key, audit.at] }, audit),

    removeAlertRule: (key, audit) =>
      change({ sql: 'delete from alert_rules where key = ?1', args: [key] }, audit),

    async moveAlert(key, to, at, messages) {
      const fires = to === 'firing'
      const ready = `exists (${STATE} ${fires ? '<>' : '='} 'firing')`
      const rows = await database.write([
        newMessages({ rule: key }, at, messages, ready),
        { sql: fires ? FIRE : END, args: [key, at] },
        { sql: 'select changes()' },
      ])
      return rows[2]?.[0]?.[0] === 1
    },
  }
}

function valuesOf(settings: AlertSettings) {
  const { bound, least, span, webhook, intranet, mails, language, tellsEnd } = settings
  const list = JSON.stringify(mails)
  return [bound, least, span, webhook, Number(intranet), list, language, Number(tellsEnd)]
}

function ruleFrom(row: readonly SqlValue[]): AlertRule {
  const [key, site, office, kind, bound, least, span, webhook, intranet, mails, ...more] = row
  const [language, tellsEnd, secretTurn, renewedAt, state, firedAt, endedAt] = more
  const number = (value: SqlValue | undefined) => (value === null ? null : Number(value))
  return {
    ...{ key: String(key), kind: kind as AlertKind, state: state as AlertState },
    about:
      site !== null ? { site: String(site) } : office !== null ? { office: `${office}` } : 'server',
    ...{ bound: number(bound), least: number(least), span: number(span) },
    webhook: webhook === null ? null : String(webhook),
    ...{ intranet: intranet === 1, mails: JSON.parse(String(mails)) as string[] },
    ...{ language: language === 'en' ? 'en' : 'id', tellsEnd: tellsEnd === 1 },
    ...{ secretTurn: Number(secretTurn), renewedAt: number(renewedAt) },
    ...{ firedAt: number(firedAt), endedAt: number(endedAt) },
  }
}
