import { auditLine } from '../audit-line.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { html } from '../html.ts'

export const secondFactorPage: DashboardRoute = {
  method: 'GET',
  path: '/second-factor',
  access: 'anyone',
  answer: (act) => secondFactorForm(act, []),
}

export const secondFactor: DashboardRoute = {
  method: 'POST',
  path: '/second-factor',
  access: 'anyone',
  async answer(act) {
    const { accounts, visit, throttles, client, words, form } = act
    const wait = throttles.address.waitOf(client)
    if (wait > 0) return secondFactorForm(act, [codeFault(words.faultWait(wait))], 429)
    const { outcome, cookies } = await accounts.answerTwoFactor(visit, form['code'] ?? '')
    if (outcome === 'in') return welcome(act, cookies)
    throttles.address.failed(client)
    const text = { wrong: words.faultCode, late: words.secondLate, locked: words.secondLocked }
    return { ...secondFactorForm(act, [codeFault(text[outcome])], 401), cookies }
  },
}

/** The session that came of it says who it is. */
async function welcome(act: DashboardAct, cookies: readonly string[]): Promise<DashboardAnswer> {
  const { accounts, visit, rules } = act
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ')
  const { outcome } = await accounts.find({ ...visit, cookie })
  const person = outcome && (await rules.store.readPerson(outcome.person))
  if (person) await rules.store.addAudit(auditLine(act, person.email, 'sign-in'))
  return { to: '/admin', cookies }
}

function codeFault(text: string): Fault {
  return { field: 'code', text }
}

function secondFactorForm({ words }: DashboardAct, faults: readonly Fault[], status = 200) {
  const body = html`${faultSummary(words.faults, faults)}
    <p>${words.secondText}</p>
    <form class="card" method="post" action="/admin/second-factor">
      ${field({
        ...{ name: 'code', label: words.code, autocomplete: 'one-time-code' },
        fault: faultOf(faults, 'code'),
      })}
      ${button(words.secondButton)}
    </form>
    <p><a href="/admin/sign-in">${words.back}</a></p>`
  return { title: words.secondTitle, body, status }
}
