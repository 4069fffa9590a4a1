import { writtenSetupCode } from '../../domain/access/pass.ts'
import { meetDemoAt } from '../../domain/site/demo-site.ts'
import { accountFromForm, faultsOfAccount, nameField, passwordField } from '../account-form.ts'
import { auditLine } from '../audit-line.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { newPersonId } from '../new-person-id.ts'

/** There while nobody has an account. */
export const setupPage: DashboardRoute = {
  method: 'GET',
  path: '/setup',
  access: 'anyone',
  async answer(act) {
    return (await act.rules.store.hasPeople()) ? { to: '/admin/sign-in' } : setupForm(act, [])
  },
}

export const setup: DashboardRoute = {
  method: 'POST',
  path: '/setup',
  access: 'anyone',
  async answer(act) {
    const { words, rules, form, throttles, client } = act
    if (await rules.store.hasPeople()) return { to: '/admin/sign-in' }
    const account = accountFromForm(form)
    const faults = faultsOfAccount(words, account)
    if (faults.length > 0) return setupForm(act, faults, 400)
    const wait = throttles.address.waitOf(client)
    if (wait > 0) return setupForm(act, [codeFault(words.faultWait(wait))], 429)
    const hash = rules.sha256(writtenSetupCode(form['code'] ?? ''))
    const pass = await rules.store.findPass(hash, act.now)
    if (pass?.purpose !== 'setup') {
      throttles.address.failed(client)
      return setupForm(act, [codeFault(words.setupCodeFault)], 400)
    }
    return (
      (await begin(act, account, hash)) ?? setupForm(act, [codeFault(words.setupCodeFault)], 400)
    )
  },
}

/** Makes the owner, keeps the address that the browser used, and signs in. */
async function begin(
  act: DashboardAct,
  { name, email, password }: ReturnType<typeof accountFromForm>,
  hash: string,
): Promise<DashboardAnswer | undefined> {
  const { rules, accounts, visit, publicAddress, sentFrom, hashPassword } = act
  const id = newPersonId(rules.random)
  const person = { id, name, email, passwordHash: await hashPassword(password) }
  const line = auditLine(act, email, 'setup')
  if (!(await rules.store.addPerson(person, hash, line))) return undefined
  if (sentFrom !== undefined) {
    await publicAddress.learn(sentFrom)
    if (await meetDemoAt(rules.store, sentFrom, line)) {
      await rules.sites.renew()
    }
  }
  const { cookies } = await accounts.signIn(visit, email, password)
  return { to: '/admin/two-factor', cookies }
}

function codeFault(text: string): Fault {
  return { field: 'code', text }
}

function setupForm(act: DashboardAct, faults: readonly Fault[], status = 200): DashboardAnswer {
  const { words, form, publicAddress, origin, secure } = act
  const body = html`${faultSummary(words.faults, faults)}
    <p>${words.setupText}</p>
    <dl class="facts">
      <dt>${words.setupAddress}</dt>
      <dd><code>${publicAddress.get() ?? origin}</code></dd>
    </dl>
    <p class="hint">${publicAddress.get() ? words.setupAddressFixed : words.setupAddressNote}</p>
    ${secure ? NOTHING : html`<p class="notice">${words.setupLoopback}</p>`}
    <form class="card" method="post" action="/admin/setup">
      ${field({
        ...{ name: 'code', label: words.setupCode, hint: words.setupCodeHint, value: form['code'] },
        ...{ autocomplete: 'off', fault: faultOf(faults, 'code') },
      })}
      ${nameField(words, form['name'], faults)}
      ${field({
        ...{ name: 'email', label: words.email, type: 'email', autocomplete: 'username' },
        ...{ value: form['email'], fault: faultOf(faults, 'email') },
      })}
      ${passwordField(words, '', faults)}
      ${button(words.setupButton)}
    </form>`
  return { title: words.setupTitle, body, status }
}
