import { readScope } from '../../domain/report/report-scope.ts'
import type { Scoped } from '../../domain/report/unit-places.ts'
import type { Site } from '../../store/store.ts'
import { addressWith } from '../address-with.ts'
import {
  ARTICLE_ORDERS,
  type ListedOrder,
  LONGEST_SEARCH,
  orderFrom,
  placeFrom,
  unitsFrom,
} from '../articles/article-filter.ts'
import { articleTable } from '../articles/article-table.ts'
import { type ListPeriod, listPeriod } from '../articles/list-period.ts'
import { choiceField } from '../choice-field.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, faultSummary, field } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { siteTasks } from '../site-tasks.ts'

/** Articles on a page. */
const MOST = 50

/** A site's articles in a period: searched, narrowed and in an order, all of which the address says. */
export const articlesPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/articles',
  access: { action: 'see', on: 'site' },
  async answer(act) {
    const { words, rules, path, query, now } = act
    const listed = await rules.sites.find(path['site'] ?? '')
    if (!listed) return { missing: true }
    const { site } = listed
    const { chosen, choices } = listPeriod(words, query['period'], site.timeZone, now)
    const order = orderFrom(query)
    if (!order) return unknownOrder(act, site)
    const scoped = await readScope(rules.store, { kind: 'site', site })
    const { entries, next } = await read(act, site, scoped, chosen, order)
    const more = next && addressWith(act.at, query, { after: JSON.stringify(next) })
    const body = html`${siteTasks(act, site.key)}
      <p class="lead">${words.articlesLead(chosen.name)}</p>
      ${filterForm(act, scoped, order, choices)}
      ${
        order === 'best' || order === 'attention'
          ? html`<p class="hint">${words.articlesRanked}</p>`
          : NOTHING
      }
      ${entries.length === 0 ? nothing(act) : articleTable(act, site.key, order, entries, chosen.code)}
      ${more ? html`<p><a rel="next" href="${more}">${words.next}</a></p>` : NOTHING}`
    return { title: `${words.articlesTitle}: ${site.name}`, body }
  },
}

async function read(
  { rules: { store }, query }: DashboardAct,
  site: Site,
  scoped: Scoped,
  { code, from, to }: ListPeriod,
  order: ListedOrder,
) {
  const search = (query['search'] ?? '').trim().slice(0, LONGEST_SEARCH) || undefined
  const said = query['verified']
  const verified = said === 'yes' ? true : said === 'no' ? false : undefined
  const units = unitsFrom(query, scoped)
  const filter = { site: site.key, period: code, from, to, search, units, verified }
  const page = { after: placeFrom(query), most: MOST }
  return order === 'address'
    ? store.listByAddress(filter, page)
    : store.listByPeriod({ ...filter, order }, page)
}

function filterForm(
  act: DashboardAct,
  { offices, sections, sites }: Scoped,
  order: ListedOrder,
  periods: readonly ListPeriod[],
) {
  const { words, query, at } = act
  const here = new Set([...(sites[0]?.units.values() ?? [])].map(({ office }) => office))
  const some = [['', words.articlesAny] as const]
  const own = sections.filter((section) => section.site === sites[0]?.site.key)
  return html`<form class="filter" method="get" action="${at}">
    ${field({ ...{ name: 'search', label: words.articlesSearch, value: query['search'] }, ...{ autocomplete: 'off', required: false } })}
    ${choiceField({ ...{ name: 'period', label: words.period, value: query['period'] }, options: periods.map(({ code, name }) => [code, name]) })}
    ${choiceField({ ...{ name: 'sort', label: words.articlesSort, value: order }, options: ARTICLE_ORDERS.map((each) => [each, words.articleOrders[each]]) })}
    ${
      own.length === 0
        ? NOTHING
        : choiceField({
            ...{ name: 'section', label: words.section, value: query['section'] },
            options: [...some, ...own.map(({ prefix, name }) => [prefix, name] as const)],
          })
    }
    ${
      here.size < 2
        ? NOTHING
        : choiceField({
            ...{ name: 'office', label: words.office, value: query['office'] },
            options: [
              ...some,
              ...offices
                .filter(({ key }) => here.has(key))
                .map(({ key, name }) => [key, name] as const),
            ],
          })
    }
    ${choiceField({
      ...{ name: 'verified', label: words.articlesVerified, value: query['verified'] },
      options: [...some, ['yes', words.articlesKnown], ['no', words.moderationUnverified]],
    })}
    ${button(words.filter, 'quiet')}
  </form>`
}

function nothing({ words, query }: DashboardAct) {
  const filtered = ['search', 'section', 'office', 'verified', 'after'].some((name) => query[name])
  return html`<p>${filtered ? words.articlesNoneHere : words.articlesNone}</p>`
}

function unknownOrder({ words, at, query }: DashboardAct, site: Site): DashboardAnswer {
  const faults = [{ field: 'content', text: words.articlesUnknownOrder }]
  const usual = addressWith(at, query, { sort: undefined, after: undefined })
  const body = html`${faultSummary(words.faults, faults)}
    <p><a href="${usual}">${words.back}</a></p>`
  return { title: `${words.articlesTitle}: ${site.name}`, body, status: 400 }
}
