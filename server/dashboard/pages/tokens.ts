import { createTokenBook } from '../../domain/token-book.ts'
import { choiceField } from '../choice-field.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, buttonForm, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { html } from '../html.ts'
import { doneNotice } from '../page.ts'
import { timeText } from '../time-text.ts'

const GOVERNS = { action: 'govern', on: 'server' } as const

/** Who may use the admin API, and making another token. */
export const tokensPage: DashboardRoute = {
  method: 'GET',
  path: '/tokens',
  access: GOVERNS,
  answer: (act) => tokens(act, []),
}

/** Shows the token that it makes, this once. */
export const addToken: DashboardRoute = {
  method: 'POST',
  path: '/tokens',
  access: GOVERNS,
  async answer(act) {
    const { words, form } = act
    const site = form['site'] ?? ''
    const made = await bookOf(act).add((form['name'] ?? '').trim(), site === '' ? null : site)
    if (typeof made === 'string') {
      const text = { name: words.faultToken, taken: words.faultTokenTaken, site: words.faultAbout }
      return tokens(act, [{ field: made === 'site' ? 'site' : 'name', text: text[made] }], 400)
    }
    const body = html`<p>${words.tokenOnce}</p>
      <div class="field"><label for="token">${words.token}</label>
        <input id="token" class="wide" type="text" readonly value="${made.token}"></div>
      <p class="buttons"><button type="button" class="quiet" data-copies="token" data-said="${words.copied}" hidden>${words.copy}</button> <span role="status"></span></p>
      <p><a href="/admin/tokens">${words.back}</a></p>
      <script src="/admin/copy.js" defer></script>`
    return { title: words.tokensTitle, body }
  },
}

export const revokeToken: DashboardRoute = {
  method: 'POST',
  path: '/tokens/end',
  access: GOVERNS,
  async answer(act) {
    const revoked = await bookOf(act).revoke(act.form['name'] ?? '')
    return revoked ? { to: '/admin/tokens?done=token' } : { missing: true }
  },
}

function bookOf({ rules, now, person }: DashboardAct) {
  return createTokenBook(rules, { at: now, actor: person?.email ?? '' })
}

async function tokens(
  act: DashboardAct,
  faults: readonly Fault[],
  status = 200,
): Promise<DashboardAnswer> {
  const { words, rules, form, sites, query } = act
  const known = await rules.store.readTokens()
  const rows = known.map(
    ({ name, site, createdAt }) => html`<tr><th scope="row"><code>${name}</code></th>
      <td>${site ?? words.tokenAllSites}</td><td class="time">${timeText(createdAt)}</td>
      <td>${buttonForm('/admin/tokens/end', words.revoke, {
        ...{ hidden: { name }, name: `${words.revoke}: ${name}`, kind: 'grave' },
      })}</td></tr>`,
  )
  const body = html`${doneNotice(words, query['done'])} ${faultSummary(words.faults, faults)}
    <p>${words.tokensText}</p>
    ${
      known.length === 0
        ? html`<p>${words.tokensNone}</p>`
        : html`<div class="table" role="region" aria-label="${words.tokensTitle}" tabindex="0"><table>
          <thead><tr><th scope="col">${words.name}</th><th scope="col">${words.site}</th>
            <th scope="col">${words.began} (${words.utc})</th><td></td></tr></thead>
          <tbody>${rows}</tbody></table></div>`
    }
    <h2>${words.tokenAdd}</h2>
    <form class="card" method="post" action="/admin/tokens">
      ${field({
        ...{ name: 'name', label: words.name, hint: words.tokenNameHint, value: form['name'] },
        ...{ fault: faultOf(faults, 'name'), autocomplete: 'off' },
      })}
      ${choiceField({
        ...{ name: 'site', label: words.site, value: form['site'], fault: faultOf(faults, 'site') },
        options: [['', words.tokenAllSites], ...sites.map(({ key, name }) => [key, name] as const)],
      })}
      ${button(words.tokenAdd)}
    </form>`
  return { title: words.tokensTitle, body, status }
}
