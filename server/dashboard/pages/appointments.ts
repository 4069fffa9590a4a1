import type { Role } from '../../../shared/role.ts'
import { newLinkSecret, PASS_LASTS } from '../../domain/access/pass.ts'
import { emailFault, tidyEmail } from '../../domain/access/typed-account.ts'
import { auditLine } from '../audit-line.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { linkPage } from '../link-page.ts'
import { roleField, roleFromForm } from '../role-form.ts'
import { peopleList } from './people.ts'

/** Makes a link that brings an account with a role; who has an account gets the role at once. */
export const invite: DashboardRoute = {
  method: 'POST',
  path: '/people/invitations',
  access: { action: 'appoint', on: 'role' },
  async answer(act) {
    const { words, rules, form, person } = act
    const email = tidyEmail(form['email'] ?? '')
    const role = roleFromForm(form)
    if (!role || emailFault(email)) {
      return peopleList(act, [{ field: 'email', text: words.faultEmail }], 400)
    }
    const known = await rules.store.findPerson(email)
    const line = roleLine(act, known ? 'role-grant' : 'invite', email, role)
    if (known) {
      const granted = await rules.store.grantRole(known.id, role, line)
      return { to: `/admin/people?done=${granted ? 'invited' : 'granted'}` }
    }
    const secret = newLinkSecret(rules.random)
    const expiresAt = act.now + PASS_LASTS.invitation
    const times = { createdBy: person?.email ?? '', createdAt: act.now, expiresAt }
    const pass = { purpose: 'invitation', email, role, ...times } as const
    await rules.store.addPass(pass, rules.sha256(secret), line)
    return linkPage(act, `/admin/invitations/${secret}`, email, expiresAt)
  },
}

/** Takes an invitation back. The role in the form is the invitation's own, or nothing happens. */
export const endInvitation: DashboardRoute = {
  method: 'POST',
  path: '/people/invitations/end',
  access: { action: 'appoint', on: 'role' },
  async answer(act) {
    const { rules, form, now } = act
    const pass = await rules.store.findPass(form['pass'] ?? '', now)
    if (pass?.purpose !== 'invitation' || roleField(pass.role) !== form['role']) {
      return { missing: true }
    }
    const line = roleLine(act, 'invite-end', pass.email, pass.role)
    const ended = await rules.store.removePass(pass.hash, line)
    return ended ? { to: '/admin/people?done=invitation-removed' } : { missing: true }
  },
}

export const revoke: DashboardRoute = {
  method: 'POST',
  path: '/people/roles/end',
  access: { action: 'appoint', on: 'role' },
  async answer(act): Promise<DashboardAnswer> {
    const { rules, form } = act
    const other = await rules.store.readPerson(form['person'] ?? '')
    const role = other?.roles.find((one) => roleField(one) === form['role'])
    if (!other || !role) return { missing: true }
    const line = roleLine(act, 'role-revoke', other.email, role)
    const revoked = await rules.store.revokeRole(other.id, role, line)
    return { to: `/admin/people?done=${revoked ? 'revoked' : 'last-owner'}` }
  },
}

/** Says whom a role was about, and has the site's own log say it too. */
function roleLine(act: DashboardAct, action: string, email: string, role: Role) {
  const site = 'site' in role ? role.site : null
  return auditLine(act, act.person?.email ?? '', action, `${email}: ${roleField(role)}`, site)
}
