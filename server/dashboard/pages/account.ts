import { passwordFault } from '../../domain/access/typed-account.ts'
import { knownEmail, passwordField, sentence } from '../account-form.ts'
import { auditLine } from '../audit-line.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, buttonForm, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { html } from '../html.ts'
import { doneNotice } from '../page.ts'
import { roleList } from '../role-words.ts'
import { timeText } from '../time-text.ts'
import { codeList } from './two-factor.ts'

export const accountPage: DashboardRoute = {
  method: 'GET',
  path: '/account',
  access: 'member',
  answer: (act) => ownAccount(act, []),
}

export const changePassword: DashboardRoute = {
  method: 'POST',
  path: '/account/password',
  access: 'member',
  async answer(act) {
    const { words, accounts, visit, form, person, rules, throttles } = act
    const email = person?.email ?? ''
    const fault = passwordFault(form['password'] ?? '', email)
    if (fault) return ownAccount(act, [sentence(words, fault)], 400)
    const wait = throttles.pair.waitOf(`${person?.id}`)
    if (wait > 0) return ownAccount(act, [presentFault(words.faultWait(wait))], 429)
    const { outcome, cookies } = await accounts.changePassword(
      visit,
      form['present'] ?? '',
      form['password'] ?? '',
    )
    if (!outcome) {
      throttles.pair.failed(`${person?.id}`)
      return ownAccount(act, [presentFault(words.faultPassword)], 400)
    }
    await rules.store.addAudit(auditLine(act, email, 'password'))
    return { to: '/admin/account?done=password', cookies }
  },
}

export const newBackupCodes: DashboardRoute = {
  method: 'POST',
  path: '/account/backup-codes',
  access: 'member',
  async answer(act) {
    const { words, accounts, visit, form, person, rules, throttles } = act
    const wait = throttles.pair.waitOf(`${person?.id}`)
    if (wait > 0) return ownAccount(act, [codesFault(words.faultWait(wait))], 429)
    const { outcome, cookies } = await accounts.newBackupCodes(visit, form['codes-password'] ?? '')
    if (!outcome) {
      throttles.pair.failed(`${person?.id}`)
      return ownAccount(act, [codesFault(words.faultPassword)], 400)
    }
    await rules.store.addAudit(auditLine(act, person?.email ?? '', 'backup-codes'))
    const body = html`<p>${words.twoFactorCodesText}</p>${codeList(outcome)}
      <p><a href="/admin/account">${words.back}</a></p>`
    return { title: words.twoFactorCodes, body, cookies }
  },
}

export const endSession: DashboardRoute = {
  method: 'POST',
  path: '/account/sessions/:session/end',
  access: 'member',
  async answer(act) {
    const { rules, person, path } = act
    const line = auditLine(act, person?.email ?? '', 'session-end')
    const ended = await rules.store.endSession(person?.id ?? '', path['session'] ?? '', line)
    return ended ? { to: '/admin/account?done=session' } : { missing: true }
  },
}

export const endSessions: DashboardRoute = {
  method: 'POST',
  path: '/account/sessions/end',
  access: 'member',
  async answer(act) {
    const { rules, person, accounts, visit } = act
    await rules.store.endSessions(
      person?.id ?? '',
      auditLine(act, person?.email ?? '', 'sign-out-everywhere'),
    )
    const { cookies } = await accounts.signOut(visit)
    return { to: '/admin/sign-in', cookies }
  },
}

function presentFault(text: string): Fault {
  return { field: 'present', text }
}

function codesFault(text: string): Fault {
  return { field: 'codes-password', text }
}

async function ownAccount(
  act: DashboardAct,
  faults: readonly Fault[],
  status = 200,
): Promise<DashboardAnswer> {
  const { words, person, query } = act
  const body = html`${doneNotice(words, query['done'])} ${faultSummary(words.faults, faults)}
    <dl class="facts">
      <dt>${words.name}</dt><dd>${person?.name}</dd>
      <dt>${words.email}</dt><dd>${person?.email}</dd>
      <dt>${words.rolesOf}</dt><dd>${roleList(act, person?.roles ?? [])}</dd>
    </dl>
    ${await sessionList(act)}
    <h2>${words.accountPassword}</h2>
    <form class="card" method="post" action="/admin/account/password">
      ${knownEmail(person?.email ?? '')}
      ${field({
        ...{ name: 'present', label: words.presentPassword, type: 'password' },
        ...{ autocomplete: 'current-password', fault: faultOf(faults, 'present') },
      })}
      ${passwordField(words, '', faults)} ${button(words.accountPasswordButton)}
    </form>
    <h2>${words.twoFactorTitle}</h2>
    <p>${words.twoFactorOn}</p>
    <form class="card" method="post" action="/admin/account/backup-codes">
      ${knownEmail(person?.email ?? '')}
      ${field({
        ...{ name: 'codes-password', label: words.presentPassword, type: 'password' },
        ...{ autocomplete: 'current-password', fault: faultOf(faults, 'codes-password') },
      })}
      ${button(words.twoFactorNewCodes, 'quiet')}
    </form>`
  return { title: words.accountTitle, body, status }
}

async function sessionList({ words, rules, person, signedIn, now }: DashboardAct) {
  const sessions = await rules.store.readSessions(person?.id ?? '', now)
  const rows = sessions.map(
    ({ id, browser, createdAt, lastSeen }) => html`<tr>
      <th scope="row">${browser || '–'}</th><td class="time">${timeText(createdAt)}</td><td class="time">${timeText(lastSeen)}</td>
      <td>${
        id === signedIn?.session
          ? words.thisSession
          : buttonForm(`/admin/account/sessions/${id}/end`, words.endSession, {
              name: words.endSessionName(browser),
            })
      }</td></tr>`,
  )
  return html`<h2>${words.accountSessions}</h2>
    <p>${words.accountSessionsText}</p>
    <div class="table" role="region" aria-label="${words.accountSessions}" tabindex="0"><table>
      <thead><tr><th scope="col">${words.browser}</th><th scope="col">${words.began} (${words.utc})</th>
        <th scope="col">${words.peopleLastSeen}</th><td></td></tr></thead>
      <tbody>${rows}</tbody>
    </table></div>
    ${buttonForm('/admin/account/sessions/end', words.endSessions)}`
}
