import { ALERT_KINDS, type AlertKind } from '../../../shared/alert-kind.ts'
import { typedRule } from '../../domain/alerts/typed-rule.ts'
import { hexadecimal } from '../../domain/hexadecimal.ts'
import type { NewAlertRule } from '../../store/store.ts'
import { alertAboutChoices, alertAboutFromForm } from '../alert-about.ts'
import { alertAudit } from '../alert-audit.ts'
import { alertFields, faultsOfAlert, usualAlert } from '../alert-form.ts'
import { alertSecret } from '../alert-secret.ts'
import { choiceField } from '../choice-field.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, type Fault, faultOf, faultSummary } from '../form.ts'
import { type Html, html, NOTHING } from '../html.ts'

const KEY_BYTES = 8

/** One chooses what is watched first: each kind has fields of its own. */
export const newAlertPage: DashboardRoute = {
  method: 'GET',
  path: '/alerts/new',
  access: { action: 'edit', on: 'somewhere' },
  answer(act) {
    const kind = kindFrom(act.query['kind'])
    return newForm(act, kind, { ...usualAlert(act.words, kind), ...act.query }, [])
  },
}

/** Shows the webhook's secret, where there is one, this once. */
export const addAlert: DashboardRoute = {
  method: 'POST',
  path: '/alerts',
  access: { action: 'edit', on: 'alertAbout' },
  async answer(act) {
    const { words, rules, form, sendsMail } = act
    const kind = kindFrom(form['kind'])
    const about = alertAboutFromForm(form)
    const mayAllow = act.may('govern', { kind: 'server' })
    const settings = typedRule(form, { kind, mail: sendsMail, allowed: null, mayAllow })
    const fits = about !== undefined && (about === 'server') === (kind === 'backup')
    const faults = [
      ...(fits ? [] : [{ field: 'about', text: words.faultAlertAbout }]),
      ...('faults' in settings ? faultsOfAlert(words, settings.faults) : []),
    ]
    if (!fits || 'faults' in settings) return newForm(act, kind, form, faults, 400)
    const key = hexadecimal(rules.random(KEY_BYTES))
    const rule: NewAlertRule = { ...settings, key, about, kind }
    const added = await rules.store.addAlertRule(rule, alertAudit(act, 'add-alert', rule, settings))
    if (!added) return { missing: true }
    return settings.webhook === null
      ? { to: '/admin/alerts?done=alert' }
      : alertSecret(act, { key, secretTurn: 0 })
  },
}

function kindFrom(text: string | undefined): AlertKind {
  return ALERT_KINDS.find((known) => known === text) ?? 'index'
}

function newForm(
  act: DashboardAct,
  kind: AlertKind,
  values: Readonly<Record<string, string>>,
  faults: readonly Fault[],
  status = 200,
): DashboardAnswer {
  const { words } = act
  const body = html`${faultSummary(words.faults, faults)} ${kinds(act, kind)}
    <p>${words.alertKindTexts[kind]}</p>
    <form class="card" method="post" action="/admin/alerts">
      <input type="hidden" name="kind" value="${kind}">
      ${choiceField({
        ...{ name: 'about', label: words.alertAbout, value: values['about'] },
        ...{ fault: faultOf(faults, 'about'), options: alertAboutChoices(act, kind) },
      })}
      ${alertFields(act, kind, values, faults)}
      ${button(words.alertAdd)}
    </form>
    <p><a href="/admin/alerts">${words.back}</a></p>`
  return { title: words.alertNew, body, status }
}

/** Links among the kinds that one may make a rule of. */
function kinds(act: DashboardAct, chosen: AlertKind): Html {
  const { words } = act
  const open = ALERT_KINDS.filter((kind) => alertAboutChoices(act, kind).length > 0)
  return html`<nav class="pages" aria-label="${words.alertKind}"><ul>${open.map(
    (kind) => html`<li><a href="/admin/alerts/new?kind=${kind}"
      ${kind === chosen ? html`aria-current="page"` : NOTHING}>${words.alertKinds[kind]}</a></li>`,
  )}</ul></nav>`
}
