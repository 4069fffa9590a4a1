import { typedRule } from '../../domain/alerts/typed-rule.ts'
import type { AlertRule } from '../../store/store.ts'
import { alertAboutName } from '../alert-about.ts'
import { alertAudit } from '../alert-audit.ts'
import { alertFields, alertValues, faultsOfAlert } from '../alert-form.ts'
import { alertSecret } from '../alert-secret.ts'
import { alertSentence, alertState, instantOf } from '../alert-texts.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { deliveryLog } from '../delivery-log.ts'
import { button, buttonForm, type Fault, faultSummary } from '../form.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { doneNotice } from '../page.ts'

const THEIRS = { action: 'edit', on: 'alert' } as const

/** One rule: its state, its form, and what became of its messages. */
export const alertPage: DashboardRoute = {
  method: 'GET',
  path: '/alerts/:alert',
  access: THEIRS,
  async answer(act) {
    const rule = await alertOf(act)
    return rule ? one(act, rule, []) : { missing: true }
  },
}

/** Shows the secret where the rule had no webhook until now. */
export const changeAlert: DashboardRoute = {
  method: 'POST',
  path: '/alerts/:alert',
  access: THEIRS,
  async answer(act) {
    const { words, rules, form, sendsMail } = act
    const rule = await alertOf(act)
    if (!rule) return { missing: true }
    const mayAllow = act.may('govern', { kind: 'server' })
    const allowed = rule.intranet ? rule.webhook : null
    const settings = typedRule(form, { kind: rule.kind, mail: sendsMail, allowed, mayAllow })
    if ('faults' in settings) return one(act, rule, faultsOfAlert(words, settings.faults), 400)
    const audit = alertAudit(act, 'change-alert', rule, settings)
    await rules.store.changeAlertRule(rule.key, settings, audit)
    return rule.webhook === null && settings.webhook !== null
      ? alertSecret(act, rule)
      : { to: `/admin/alerts/${rule.key}?done=alert` }
  },
}

export const renewAlertSecret: DashboardRoute = {
  method: 'POST',
  path: '/alerts/:alert/secret',
  access: THEIRS,
  async answer(act) {
    const rule = await alertOf(act)
    if (!rule) return { missing: true }
    await act.rules.store.renewAlertSecret(rule.key, alertAudit(act, 'renew-alert-secret', rule))
    return alertSecret(act, { ...rule, secretTurn: rule.secretTurn + 1 })
  },
}

export const removeAlert: DashboardRoute = {
  method: 'POST',
  path: '/alerts/:alert/end',
  access: THEIRS,
  async answer(act) {
    const rule = await alertOf(act)
    if (!rule) return { missing: true }
    await act.rules.store.removeAlertRule(rule.key, alertAudit(act, 'remove-alert', rule))
    return { to: '/admin/alerts?done=alert-removed' }
  },
}

function alertOf({ rules, path }: DashboardAct): Promise<AlertRule | null> {
  return rules.store.readAlertRule(path['alert'] ?? '')
}

async function one(
  act: DashboardAct,
  rule: AlertRule,
  faults: readonly Fault[],
  status = 200,
): Promise<DashboardAnswer> {
  const { words, form, query } = act
  const at = `/admin/alerts/${rule.key}`
  // What was typed stays where something in it is wrong.
  const values = { ...alertValues(words, rule), ...form }
  const body = html`${doneNotice(words, query['done'])} ${faultSummary(words.faults, faults)}
    ${facts(act, rule)}
    <form class="card" method="post" action="${at}">
      ${alertFields(act, rule.kind, values, faults)} ${button(words.alertSave)}
    </form>
    <h2>${words.alertTest}</h2><p>${words.alertTestText}</p>
    ${buttonForm(`${at}/test`, words.alertTest)}
    ${await deliveryLog(act, { rule: rule.key })}
    ${
      rule.webhook === null
        ? NOTHING
        : html`<h2>${words.alertSecretTitle}</h2><p>${words.alertSecretRenewText}</p>
          ${buttonForm(`${at}/secret`, words.alertSecretRenew)}`
    }
    <h2>${words.alertRemove}</h2><p>${words.alertRemoveText}</p>
    ${buttonForm(`${at}/end`, words.alertRemove, { kind: 'grave' })}
    <p><a href="/admin/alerts">${words.back}</a></p>`
  return {
    title: `${words.alertKinds[rule.kind]}: ${alertAboutName(act, rule.about)}`,
    body,
    status,
  }
}

function facts({ words }: DashboardAct, rule: AlertRule): Html {
  const instant = (name: string, at: number | null) =>
    at === null ? NOTHING : html`<dt>${name}</dt><dd>${instantOf(words, at)}</dd>`
  return html`<p class="lead">${alertSentence(words, rule)}</p>
    <dl class="facts"><dt>${words.alertState}</dt><dd>${alertState(words, rule)}</dd>
      ${instant(words.alertFired, rule.firedAt)} ${instant(words.alertEnded, rule.endedAt)}</dl>`
}
