import { tidyEmail } from '../../domain/access/typed-account.ts'
import { auditLine } from '../audit-line.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { html, NOTHING } from '../html.ts'

export const signInPage: DashboardRoute = {
  method: 'GET',
  path: '/sign-in',
  access: 'anyone',
  async answer(act) {
    return act.signedIn ? { to: '/admin' } : await signInForm(act, [])
  },
}

export const signIn: DashboardRoute = {
  method: 'POST',
  path: '/sign-in',
  access: 'anyone',
  async answer(act) {
    const { accounts, visit, throttles, client, words, form } = act
    const email = tidyEmail(form['email'] ?? '')
    const names = { address: client, email, pair: `${client} ${email}` }
    const kinds = ['address', 'email', 'pair'] as const
    const wait = Math.max(...kinds.map((kind) => throttles[kind].waitOf(names[kind])))
    if (wait > 0) return signInForm(act, [{ field: 'email', text: words.faultWait(wait) }], 429)
    const { outcome, cookies } = await accounts.signIn(visit, email, form['password'] ?? '')
    if (outcome === 'wrong') {
      for (const kind of kinds) throttles[kind].failed(names[kind])
      return signInForm(act, [{ field: 'email', text: words.faultSignIn }], 401)
    }
    if (outcome === 'second-factor') return { to: '/admin/second-factor', cookies }
    await act.rules.store.addAudit(auditLine(act, email, 'sign-in'))
    return { to: '/admin/two-factor', cookies }
  },
}

export const signOut: DashboardRoute = {
  method: 'POST',
  path: '/sign-out',
  access: 'anyone',
  async answer({ accounts, visit }) {
    const { cookies } = await accounts.signOut(visit)
    return { to: '/admin/sign-in', cookies }
  },
}

async function signInForm(
  act: DashboardAct,
  faults: readonly Fault[],
  status = 200,
): Promise<DashboardAnswer> {
  const { words, rules } = act
  const begun = await rules.store.hasPeople()
  const body = html`${faultSummary(words.faults, faults)}
    ${
      begun
        ? NOTHING
        : html`<p class="notice">${words.signInSetup} <a href="/admin/setup">${words.signInSetupLink}</a></p>`
    }
    <form class="card" method="post" action="/admin/sign-in">
      ${field({
        ...{ name: 'email', label: words.email, type: 'email', autocomplete: 'username' },
        ...{ value: act.form['email'], fault: faultOf(faults, 'email') },
      })}
      ${field({
        ...{ name: 'password', label: words.password, type: 'password' },
        autocomplete: 'current-password',
      })}
      ${button(words.signInButton)}
    </form>
    <p class="hint">${words.signInForgotten}</p>`
  return { title: words.signInTitle, body, status }
}
