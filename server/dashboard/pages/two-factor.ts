import { raw } from 'hono/html'
import { renderSVG } from 'uqr'
import type { TwoFactorSetup } from '../../accounts/accounts.ts'
import { knownEmail } from '../account-form.ts'
import { auditLine } from '../audit-line.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { html } from '../html.ts'

/** Where everybody without a second factor ends up until they have one. */
export const twoFactorPage: DashboardRoute = {
  method: 'GET',
  path: '/two-factor',
  access: 'half',
  answer: (act) => (act.signedIn?.twoFactor ? { to: '/admin' } : startForm(act, [])),
}

/** Makes a key and shows it once. One that was begun before is worth nothing any more. */
export const startTwoFactor: DashboardRoute = {
  method: 'POST',
  path: '/two-factor',
  access: 'half',
  async answer(act) {
    const { accounts, visit, words, form, signedIn, throttles, person } = act
    if (signedIn?.twoFactor) return { to: '/admin' }
    const wait = throttles.pair.waitOf(`${person?.id}`)
    if (wait > 0) return startForm(act, [passwordFault(words.faultWait(wait))], 429)
    const { outcome, cookies } = await accounts.beginTwoFactor(visit, form['password'] ?? '')
    if (outcome) return { ...confirmPage(act, outcome), cookies }
    throttles.pair.failed(`${person?.id}`)
    return startForm(act, [passwordFault(words.faultPassword)], 400)
  },
}

export const confirmTwoFactor: DashboardRoute = {
  method: 'POST',
  path: '/two-factor/confirmation',
  access: 'half',
  async answer(act) {
    const { accounts, visit, words, form, person, rules, throttles } = act
    const wait = throttles.pair.waitOf(`${person?.id}`)
    if (wait > 0) return confirmAgain(act, words.faultWait(wait), 429)
    const { outcome, cookies } = await accounts.confirmTwoFactor(visit, form['code'] ?? '')
    if (!outcome) {
      throttles.pair.failed(`${person?.id}`)
      return confirmAgain(act, words.faultCode, 400)
    }
    await rules.store.addAudit(auditLine(act, person?.email ?? '', 'two-factor'))
    return { to: '/admin/account?done=two-factor', cookies }
  },
}

function passwordFault(text: string): Fault {
  return { field: 'password', text }
}

function startForm(act: DashboardAct, faults: readonly Fault[], status = 200): DashboardAnswer {
  const { words } = act
  const body = html`${faultSummary(words.faults, faults)}
    <p>${words.twoFactorWhy}</p>
    <form class="card" method="post" action="/admin/two-factor">
      ${knownEmail(act.person?.email ?? '')}
      ${field({
        ...{ name: 'password', label: words.presentPassword, type: 'password' },
        ...{ autocomplete: 'current-password', fault: faultOf(faults, 'password') },
      })}
      ${button(words.twoFactorStart)}
    </form>`
  return { title: words.twoFactorTitle, body, status }
}

function confirmPage(act: DashboardAct, { uri, secret, backupCodes }: TwoFactorSetup) {
  const { words } = act
  const body = html`<p>${words.twoFactorScan}</p>
    <div class="qr" role="img" aria-label="${words.twoFactorPicture}">${raw(renderSVG(uri))}</div>
    <dl class="facts"><dt>${words.twoFactorKey}</dt><dd><code class="key">${spaced(secret)}</code></dd></dl>
    <h2>${words.twoFactorCodes}</h2>
    <p>${words.twoFactorCodesText}</p>
    ${codeList(backupCodes)}
    ${confirmForm(act, [])}`
  return { title: words.twoFactorTitle, body }
}

function confirmAgain(act: DashboardAct, text: string, status: number): DashboardAnswer {
  const faults = [{ field: 'code', text }]
  const body = html`${faultSummary(act.words.faults, faults)} ${confirmForm(act, faults)}
    <p><a href="/admin/two-factor">${act.words.back}</a></p>`
  return { title: act.words.twoFactorTitle, body, status }
}

function confirmForm({ words }: DashboardAct, faults: readonly Fault[]) {
  return html`<form class="card" method="post" action="/admin/two-factor/confirmation">
    ${field({
      ...{ name: 'code', label: words.twoFactorConfirm, autocomplete: 'one-time-code' },
      ...{ inputmode: 'numeric', fault: faultOf(faults, 'code') },
    })}
    ${button(words.twoFactorButton)}
  </form>`
}

/** Backup codes, to be written down or printed. */
export function codeList(codes: readonly string[]) {
  return html`<ul class="codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>`
}

function spaced(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? ''
}
