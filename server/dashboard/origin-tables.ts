import { isBeside } from '../domain/site/is-beside.ts'
import type { Site } from '../store/store.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { buttonForm } from './form.ts'
import { html, NOTHING } from './html.ts'
import type { Words } from './words/words.ts'

/** The origins of a site, the primary one first; each other one leads to its removal. */
export function originTable(words: Words, site: Site) {
  const order = ['primary', 'additional', 'mirror']
  const rows = site.origins
    .toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
    .map(({ origin, role }) => {
      const address = `/admin/sites/${site.key}/origins/end?origin=${encodeURIComponent(origin)}`
      return html`<tr><th scope="row"><code>${origin}</code></th><td>${words.originRoles[role]}</td>
        <td>${
          role === 'primary'
            ? words.originPrimary
            : html`<a href="${address}" aria-label="${words.originRemoveName(origin)}">${words.originRemove}</a>`
        }</td></tr>`
    })
  return html`<div class="table" role="region" aria-label="${words.originsTitle}" tabindex="0"><table>
      <thead><tr><th scope="col">${words.originsTitle}</th><th scope="col">${words.originRole}</th>
        <td></td></tr></thead><tbody>${rows}</tbody></table></div>
    ${site.loopback ? html`<p class="hint">${words.originLoopback}</p>` : NOTHING}`
}

/** Who was refused today; of those who see one site, only what stands beside it. */
export function refusedTable(act: DashboardAct, site: Site) {
  const { words, rules } = act
  const everySite = act.may('govern', { kind: 'server' })
  const there = new Set(site.origins.map(({ origin }) => origin))
  const refused = rules.refusedOrigins
    .list()
    .filter(({ origin }) => !there.has(origin) && (everySite || isBeside(origin, site)))
  const rows = refused.map(
    ({ origin, requests }) => html`<tr><th scope="row"><code>${origin}</code></th>
      <td class="number">${requests.toLocaleString(words.language)}</td>
      <td>${buttonForm(`/admin/sites/${site.key}/origins`, words.originAdd, {
        ...{ hidden: { 'origin-0': origin }, name: words.originAddName(origin) },
      })}</td></tr>`,
  )
  return html`<h2>${words.originsRefused}</h2>
    ${
      rows.length === 0
        ? html`<p>${words.originsRefusedNone}</p>`
        : html`<p>${words.originsRefusedText}</p>
          <div class="table" role="region" aria-label="${words.originsRefused}" tabindex="0"><table>
          <thead><tr><th scope="col">${words.originsTitle}</th>
            <th scope="col" class="number">${words.originRequests}</th><td></td></tr></thead>
          <tbody>${rows}</tbody></table></div>`
    }`
}
