import { newLinkSecret, PASS_LASTS } from '../../domain/access/pass.ts'
import { auditLine } from '../audit-line.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { buttonForm } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { linkPage } from '../link-page.ts'
import { roleList } from '../role-words.ts'

const APPOINTS = { action: 'appoint', on: 'person' } as const

/** One person, and how to help them back in. */
export const personPage: DashboardRoute = {
  method: 'GET',
  path: '/people/:person',
  access: APPOINTS,
  async answer(act) {
    const { words, may } = act
    const other = await otherOf(act)
    if (!other) return { missing: true }
    const at = `/admin/people/${other.id}`
    const body = html`<dl class="facts">
        <dt>${words.email}</dt><dd>${other.email}</dd>
        <dt>${words.rolesOf}</dt><dd>${roleList(act, other.roles)}</dd></dl>
      <h2>${words.passwordTitle}</h2><p>${words.resetLinkText}</p>
      ${buttonForm(`${at}/password`, words.resetLink)}
      <h2>${words.twoFactorTitle}</h2><p>${words.resetTwoFactorText}</p>
      ${buttonForm(`${at}/two-factor/end`, words.resetTwoFactor)}
      ${
        may('govern', { kind: 'server' })
          ? html`<h2>${words.remove}</h2><p>${words.removeText(other.name)}</p>
            ${buttonForm(`${at}/end`, words.removeName(other.name), { kind: 'grave' })}`
          : NOTHING
      }
      <p><a href="/admin/people">${words.back}</a></p>`
    return { title: other.name, body }
  },
}

export const resetPassword: DashboardRoute = {
  method: 'POST',
  path: '/people/:person/password',
  access: APPOINTS,
  async answer(act) {
    const { rules, now, person } = act
    const other = await otherOf(act)
    if (!other) return { missing: true }
    const secret = newLinkSecret(rules.random)
    const expiresAt = now + PASS_LASTS.password
    const times = { createdBy: person?.email ?? '', createdAt: now, expiresAt }
    const pass = { purpose: 'password', person: other.id, ...times } as const
    await rules.store.addPass(
      pass,
      rules.sha256(secret),
      lineFor(act, 'password-link', other.email),
    )
    return linkPage(act, `/admin/passwords/${secret}`, other.email, expiresAt)
  },
}

export const resetTwoFactor: DashboardRoute = {
  method: 'POST',
  path: '/people/:person/two-factor/end',
  access: APPOINTS,
  async answer(act) {
    const other = await otherOf(act)
    if (!other) return { missing: true }
    await act.rules.store.resetTwoFactor(other.id, lineFor(act, 'two-factor-reset', other.email))
    return { to: '/admin/people?done=two-factor-reset' }
  },
}

export const removePerson: DashboardRoute = {
  method: 'POST',
  path: '/people/:person/end',
  access: { action: 'govern', on: 'server' },
  async answer(act) {
    const other = await otherOf(act)
    if (!other) return { missing: true }
    const line = lineFor(act, 'person-remove', other.email)
    const removed = await act.rules.store.removePerson(other.id, line)
    return { to: `/admin/people?done=${removed ? 'removed' : 'last-owner'}` }
  },
}

function otherOf({ rules, path }: DashboardAct) {
  return rules.store.readPerson(path['person'] ?? '')
}

function lineFor(act: DashboardAct, action: string, email: string) {
  return auditLine(act, act.person?.email ?? '', action, email)
}
