import { countVotes } from '../../../shared/votes-by-choice.ts'
import type { KeptOpening, Page } from '../../store/store.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { button, buttonForm, field } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { idFrom } from '../id-from.ts'
import { countText } from '../number-text.ts'
import { openingAddress } from '../opening-address.ts'
import { siteTasks } from '../site-tasks.ts'
import { siteTarget } from '../targets.ts'
import type { Words } from '../words/words.ts'

/** Balances on a page. */
const MOST = 50

/** What a site's articles brought from older counters, and the ways to change it. */
export const openingsPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/openings',
  access: { action: 'see', on: 'site' },
  async answer(act) {
    const { words, path, query, rules } = act
    const listed = await rules.sites.find(path['site'] ?? '')
    if (!listed) return { missing: true }
    const { key, name } = listed.site
    const before = idFrom(query['before'])
    const asked = { after: before ? [before] : null, most: MOST }
    const page = await rules.store.readOpenings(key, asked)
    const edits = act.may('edit', siteTarget(act, key))
    const body = html`${siteTasks(act, key)} ${changed(act, key)}
      <p class="lead">${words.openingsLead}</p>
      ${edits ? finder(words, key) : NOTHING}
      ${edits ? html`<p><a href="/admin/sites/${key}/openings/import">${words.importLink}</a></p>` : NOTHING}
      <h2>${words.openingsAll}</h2>
      ${openingTable(words, key, page, edits)}`
    return { title: `${words.openingsTitle}: ${name}`, body }
  },
}

/** That one was changed, which can be undone here as long as it is remembered. */
function changed({ words, query, openings, may, ...act }: DashboardAct, site: string) {
  const said = {
    ...{ undone: words.openingUndone, 'not-undone': words.openingNotUndone },
    same: words.openingSame,
  }
  const done = said[query['done'] as keyof typeof said]
  if (done) return html`<p class="notice" role="status">${done}</p>`
  const id = query['changed'] ?? ''
  const change = openings.find(site, id)
  if (!change) return NOTHING
  const undo = `/admin/sites/${site}/openings/changes/${id}/undo`
  return html`<div class="notice" role="status"><p>${words.openingChanged(change.key)}</p>
    ${may('edit', siteTarget(act, site)) ? buttonForm(undo, words.openingUndo) : NOTHING}</div>`
}

function finder(words: Words, site: string) {
  return html`<h2>${words.openingSet}</h2>
    <form class="card" method="get" action="/admin/sites/${site}/openings/article">
      ${field({
        ...{ name: 'address', label: words.openingAddress, hint: words.openingAddressHint },
        autocomplete: 'off',
      })}
      ${button(words.openingOpen, 'quiet')}
    </form>`
}

function openingTable(
  words: Words,
  site: string,
  { entries, next }: Page<KeptOpening>,
  edits: boolean,
) {
  if (entries.length === 0) return html`<p>${words.openingsNone}</p>`
  return html`<div class="table" role="region" aria-label="${words.openingsAll}" tabindex="0"><table>
      <thead><tr><th scope="col">${words.openingArticle}</th>
        <th scope="col" class="number">${words.openingViews}</th>
        <th scope="col" class="number">${words.openingVotesAll}</th>
        <th scope="col">${words.openingSource}</th><th scope="col">${words.openingDate}</th>
        <th scope="col">${words.openingFrom}</th></tr></thead>
      <tbody>${entries.map((opening) => row(words, site, opening, edits))}</tbody></table></div>
    ${next ? html`<p><a href="/admin/sites/${site}/openings?before=${next[0]}">${words.older}</a></p>` : NOTHING}`
}

function row(words: Words, site: string, opening: KeptOpening, edits: boolean) {
  const { key, views, votes, source, date, estimate, broughtBy } = opening
  const by = broughtBy === null ? words.openingByHand : importLink(words, site, broughtBy)
  return html`<tr><th scope="row">${
    edits
      ? html`<a href="${openingAddress(site, key)}"><code>${key}</code></a>`
      : html`<code>${key}</code>`
  }</th>
    <td class="number">${countText(words, views)}</td>
    <td class="number">${countText(words, countVotes(votes))}</td>
    <td>${source}${estimate ? ` (${words.openingEstimated})` : ''}</td>
    <td class="time">${date}</td><td>${by}</td></tr>`
}

function importLink(words: Words, site: string, id: number) {
  return html`<a href="/admin/sites/${site}/openings/imports/${id}">${words.openingByImport(id)}</a>`
}
