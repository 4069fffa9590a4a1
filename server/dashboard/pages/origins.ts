import { isWildcard } from '../../domain/site/new-site.ts'
import { createOriginBook } from '../../domain/site/origin-book.ts'
import { originVariants } from '../../domain/site/origin-variants.ts'
import type { Site } from '../../store/store.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, buttonForm, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { originTable, refusedTable } from '../origin-tables.ts'
import { doneNotice } from '../page.ts'
import { siteTasks } from '../site-tasks.ts'

/** Which origins may take part; asked with an address, what that may be reached by. */
export const originsPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/origins',
  access: { action: 'edit', on: 'site' },
  answer: (act) => origins(act, []),
}

export const addOrigins: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/origins',
  access: { action: 'edit', on: 'site' },
  async answer(act) {
    const { words, form, rules } = act
    const book = bookOf(act)
    if (!book) return { missing: true }
    const chosen = Object.entries(form).filter(([name]) => /^origin-\d+$/.test(name))
    const changes = []
    for (const [, origin] of chosen) changes.push(await book.add(origin, form['mirror'] === 'yes'))
    if (changes.includes('done')) await rules.sites.renew()
    else {
      const text = changes.includes('malformed') ? words.faultOrigin : words.faultOriginChosen
      return origins(act, [{ field: 'address', text }], 400)
    }
    return { to: `/admin/sites/${act.path['site']}/origins?done=origins` }
  },
}

/** Says what removing an origin does, before it is done. */
export const removeOriginPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/origins/end',
  access: { action: 'edit', on: 'site' },
  answer(act) {
    const { words, query } = act
    const site = siteOf(act)
    const known = site?.origins.find(({ origin }) => origin === query['origin'])
    if (!site || !known || known.role === 'primary') return { missing: true }
    const at = `/admin/sites/${site.key}/origins`
    const body = html`<p>${words.originRemoveText(known.origin)}</p>
      ${buttonForm(`${at}/end`, words.originRemoveName(known.origin), {
        ...{ hidden: { origin: known.origin }, kind: 'grave' },
      })}
      <p><a href="${at}">${words.cancel}</a></p>`
    return { title: words.originRemoveTitle, body }
  },
}

export const removeOrigin: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/origins/end',
  access: { action: 'edit', on: 'site' },
  async answer(act) {
    const change = await bookOf(act)?.remove(act.form['origin'] ?? '')
    if (change !== 'done') return { missing: true }
    await act.rules.sites.renew()
    return { to: `/admin/sites/${act.path['site']}/origins?done=origin-removed` }
  },
}

function siteOf({ sites, path }: DashboardAct): Site | undefined {
  return sites.find(({ key }) => key === path['site'])
}

function bookOf(act: DashboardAct) {
  const site = siteOf(act)
  const by = { at: act.now, actor: act.person?.email ?? '' }
  return site && createOriginBook(act.rules.store, site, by)
}

function origins(act: DashboardAct, faults: readonly Fault[], status = 200): DashboardAnswer {
  const { words, query } = act
  const site = siteOf(act)
  if (!site) return { missing: true }
  const at = `/admin/sites/${site.key}/origins`
  const typed = (query['address'] ?? '').trim()
  const variants = originVariants(typed)
  const unclear = typed !== '' && variants.length === 0
  const wrong = unclear ? [...faults, { field: 'address', text: words.faultOrigin }] : faults
  const body = html`${siteTasks(act, site.key)} ${doneNotice(words, query['done'])}
    ${faultSummary(words.faults, wrong)}
    <p class="lead">${words.originsLead(site.origins.length)}</p>
    ${originTable(words, site)}
    <h2>${words.originAddTitle}</h2>
    <form class="card" method="get" action="${at}">
      ${field({
        ...{ name: 'address', label: words.originAddress, hint: words.originAddressHint },
        ...{ value: typed, fault: faultOf(wrong, 'address'), autocomplete: 'off' },
      })}
      ${button(words.originCheck, 'quiet')}
    </form>
    ${variants.length > 0 ? variantForm(act, site, variants) : NOTHING}
    ${refusedTable(act, site)}`
  return { title: `${words.originsTitle}: ${site.name}`, body, status }
}

function variantForm(
  { words }: DashboardAct,
  site: Site,
  variants: ReturnType<typeof originVariants>,
) {
  const there = new Set(site.origins.map(({ origin }) => origin))
  const boxes = variants
    .filter(({ origin }) => !there.has(origin))
    .map(
      ({ origin, likely }, i) => html`<p class="tick">
        <input type="checkbox" id="origin-${i}" name="origin-${i}" value="${origin}" ${likely ? html`checked` : NOTHING}>
        <label for="origin-${i}"><code>${origin}</code> ${isWildcard(origin) ? words.originSubdomains : NOTHING}</label></p>`,
    )
  return html`<form method="post" action="/admin/sites/${site.key}/origins">
    <fieldset><legend>${words.originVariants}</legend>${boxes}</fieldset>
    <p class="tick"><input type="checkbox" id="mirror" name="mirror" value="yes">
      <label for="mirror">${words.originMirror}</label></p>
    ${button(words.originAdd)}</form>`
}
