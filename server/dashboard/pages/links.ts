import { passwordFault } from '../../domain/access/typed-account.ts'
import {
  accountFromForm,
  faultsOfAccount,
  nameField,
  passwordField,
  sentence,
} from '../account-form.ts'
import { auditLine } from '../audit-line.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, type Fault, faultSummary } from '../form.ts'
import { type Html, html } from '../html.ts'
import { newPersonId } from '../new-person-id.ts'

export const invitationPage: DashboardRoute = {
  method: 'GET',
  path: '/invitations/:secret',
  access: 'anyone',
  answer: (act) => invitationForm(act, []),
}

export const joining: DashboardRoute = {
  method: 'POST',
  path: '/invitations/:secret',
  access: 'anyone',
  async answer(act) {
    const { words, rules, accounts, visit } = act
    const { pass, hash } = await passOf(act)
    if (pass?.purpose !== 'invitation') return gone(act)
    const account = accountFromForm(act.form, pass.email)
    const faults = faultsOfAccount(words, account)
    if (faults.length > 0) return invitationForm(act, faults, 400)
    const { name, email, password } = account
    const passwordHash = await act.hashPassword(password)
    const person = { id: newPersonId(rules.random), name, email, passwordHash }
    const added = await rules.store.addPerson(person, hash, auditLine(act, email, 'join'))
    if (!added) return gone(act)
    const { cookies } = await accounts.signIn(visit, email, password)
    return { to: '/admin/two-factor', cookies }
  },
}

export const newPasswordPage: DashboardRoute = {
  method: 'GET',
  path: '/passwords/:secret',
  access: 'anyone',
  answer: (act) => newPasswordForm(act, []),
}

export const newPassword: DashboardRoute = {
  method: 'POST',
  path: '/passwords/:secret',
  access: 'anyone',
  async answer(act) {
    const { words, rules, form } = act
    const { pass, hash } = await passOf(act)
    const person = pass?.purpose === 'password' ? await rules.store.readPerson(pass.person) : null
    if (!person) return gone(act)
    const password = form['password'] ?? ''
    const fault = passwordFault(password, person.email)
    if (fault) return newPasswordForm(act, [sentence(words, fault)], 400)
    const line = auditLine(act, person.email, 'password-reset')
    const set = await rules.store.resetPassword(await act.hashPassword(password), hash, line)
    return set ? { to: '/admin/sign-in' } : gone(act)
  },
}

async function passOf({ rules, path, now }: DashboardAct) {
  const hash = rules.sha256(path['secret'] ?? '')
  return { hash, pass: await rules.store.findPass(hash, now) }
}

async function invitationForm(
  act: DashboardAct,
  faults: readonly Fault[],
  status = 200,
): Promise<DashboardAnswer> {
  const { words, form } = act
  const { pass } = await passOf(act)
  if (pass?.purpose !== 'invitation') return gone(act)
  const fields = html`<p>${words.inviteText(pass.email)}</p>
    ${nameField(words, form['name'], faults)} ${passwordField(words, pass.email, faults)}`
  const body = linkForm(act, fields, words.inviteButton, faults)
  return { title: words.inviteTitle, body, status }
}

async function newPasswordForm(
  act: DashboardAct,
  faults: readonly Fault[],
  status = 200,
): Promise<DashboardAnswer> {
  const { words, rules } = act
  const { pass } = await passOf(act)
  const person = pass?.purpose === 'password' ? await rules.store.readPerson(pass.person) : null
  if (!person) return gone(act)
  const fields = html`<p>${person.email}</p> ${passwordField(words, person.email, faults)}`
  const body = linkForm(act, fields, words.passwordButton, faults)
  return { title: words.passwordTitle, body, status }
}

/** The form goes to the address that it came from. */
function linkForm({ words }: DashboardAct, fields: Html, label: string, faults: readonly Fault[]) {
  return html`${faultSummary(words.faults, faults)}
    <form class="card" method="post">${fields}${button(label)}</form>`
}

function gone({ words }: DashboardAct): DashboardAnswer {
  return { title: words.notFoundTitle, body: html`<p>${words.linkGone}</p>`, status: 404 }
}
