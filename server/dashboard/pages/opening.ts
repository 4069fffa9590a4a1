import { articleKey } from '../../../shared/article-key.ts'
import { CHOICES } from '../../../shared/choice.ts'
import { localDay } from '../../domain/local-day.ts'
import { type OpeningFault, openingFrom } from '../../domain/opening/typed-opening.ts'
import type { ListedSite } from '../../domain/site/site-directory.ts'
import type { KeptOpening } from '../../store/store.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, buttonForm, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { openingFields } from '../opening-fields.ts'
import { siteTasks } from '../site-tasks.ts'
import type { Words } from '../words/words.ts'

/** The opening balance of one article in a form. */
export const openingPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/openings/article',
  access: { action: 'edit', on: 'site' },
  async answer(act) {
    const place = await placeOf(act, act.query['address'])
    return place ? one(act, place, act.query['address'] ?? '', []) : { missing: true }
  },
}

export const setOpening: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/openings/article',
  access: { action: 'edit', on: 'site' },
  async answer(act) {
    const { words, form, openings, now } = act
    const place = await placeOf(act, form['address'])
    if (!place) return { missing: true }
    const { key, listed } = place
    const { site } = listed
    const opening = openingFrom(form, localDay(site.timeZone, now * 1000))
    const address = form['address'] ?? ''
    if (key === null) return one(act, place, address, [], 400)
    if ('faults' in opening) return one(act, place, address, faultsOf(words, opening.faults), 400)
    const before = await act.rules.store.readOpening({ site: site.key, key })
    if (stampOf(before) !== form['stamp']) {
      const text = words.faultOpeningMeanwhile
      return one({ ...act, form: {} }, place, address, [{ field: 'views', text }], 409)
    }
    return after(site.key, await openings.change(site.key, key, before, opening, byOf(act)))
  },
}

export const removeOpening: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/openings/article/end',
  access: { action: 'edit', on: 'site' },
  async answer(act) {
    const place = await placeOf(act, act.form['address'])
    if (!place || place.key === null) return { missing: true }
    const site = place.listed.site.key
    const before = await act.rules.store.readOpening({ site, key: place.key })
    return after(site, await act.openings.change(site, place.key, before, null, byOf(act)))
  },
}

export const undoOpening: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/openings/changes/:change/undo',
  access: { action: 'edit', on: 'site' },
  async answer(act) {
    const { path, openings } = act
    const site = path['site'] ?? ''
    const undone = await openings.undo(site, path['change'] ?? '', byOf(act))
    return { to: `/admin/sites/${site}/openings?done=${undone ? 'undone' : 'not-undone'}` }
  },
}

/** A site, and the article of it that an address names; null for none. */
interface Place {
  readonly listed: ListedSite
  readonly key: string | null
}

async function placeOf({ rules, path }: DashboardAct, address = ''): Promise<Place | undefined> {
  const listed = await rules.sites.find(path['site'] ?? '')
  if (!listed) return undefined
  const { homeHost, hostFor } = listed.rule
  return { listed, key: articleKey(address.trim(), homeHost, hostFor) }
}

function byOf({ now, person }: DashboardAct) {
  return { at: now, actor: person?.email ?? '' }
}

function after(site: string, change: string | undefined): DashboardAnswer {
  return { to: `/admin/sites/${site}/openings?${change ? `changed=${change}` : 'done=same'}` }
}

/** What a form began with, so that nobody writes over what somebody else has just written. */
function stampOf(opening: KeptOpening | null): string {
  return opening ? JSON.stringify(Object.values(opening)) : ''
}

async function one(
  act: DashboardAct,
  { listed, key }: Place,
  address: string,
  faults: readonly Fault[],
  status = 200,
): Promise<DashboardAnswer> {
  const { words } = act
  const { site } = listed
  const at = `/admin/sites/${site.key}/openings`
  const wrong = key === null ? [{ field: 'address', text: words.faultOpeningAddress }] : faults
  const opening = key === null ? null : await act.rules.store.readOpening({ site: site.key, key })
  const body = html`${siteTasks(act, site.key)} ${faultSummary(words.faults, wrong)}
    ${
      key === null
        ? html`<form class="card" method="get" action="${at}/article">
            ${field({ name: 'address', label: words.openingAddress, hint: words.openingAddressHint, value: address, fault: faultOf(wrong, 'address'), autocomplete: 'off' })}
            ${button(words.openingOpen, 'quiet')}</form>`
        : editor(act, at, key, opening, faults)
    }
    <p><a href="${at}">${words.back}</a></p>`
  return { title: words.openingOf, body, status: key === null ? 400 : status }
}

function editor(
  { words, form }: DashboardAct,
  at: string,
  key: string,
  opening: KeptOpening | null,
  faults: readonly Fault[],
) {
  const known = opening && { ...opening, ...opening.votes, estimate: opening.estimate ? 'yes' : '' }
  const values = Object.keys(form).length > 0 ? form : (known ?? {})
  return html`<p class="lead"><code>${key}</code></p>
    ${opening ? NOTHING : html`<p>${words.openingIsNone}</p>`}
    <form class="card" method="post" action="${at}/article">
      <input type="hidden" name="address" value="${key}">
      <input type="hidden" name="stamp" value="${stampOf(opening)}">
      ${openingFields(words, values, faults)} ${button(words.openingSave)}
    </form>
    ${
      opening
        ? html`<p class="hint">${words.openingRemoveText}</p>
          ${buttonForm(`${at}/article/end`, words.openingRemove, { hidden: { address: key }, kind: 'grave' })}`
        : NOTHING
    }`
}

function faultsOf(words: Words, faults: readonly OpeningFault[]): readonly Fault[] {
  const said: Readonly<Record<OpeningFault, readonly [field: string, text: string]>> = {
    views: ['views', words.faultOpeningViews],
    votes: [CHOICES[0], words.faultOpeningVotes],
    nothing: ['views', words.faultOpeningNothing],
    source: ['source', words.faultOpeningSource],
    date: ['date', words.faultOpeningDate],
  }
  return faults.map((fault) => ({ field: said[fault][0], text: said[fault][1] }))
}
