import { createFollowUpBook } from '../../domain/report/follow-up-book.ts'
import { followUpFrom } from '../../domain/report/typed-follow-up.ts'
import type { FollowUpAbout } from '../../store/store.ts'
import { aboutFromForm } from '../about-form.ts'
import { choiceField } from '../choice-field.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { aboutChoices, faultsOfFollowUp, followUpFields } from '../follow-up-form.ts'
import { button, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { html } from '../html.ts'
import { zoneOf } from '../zone-of.ts'

/** May be led to with `about` and `article` filled in. */
export const newFollowUpPage: DashboardRoute = {
  method: 'GET',
  path: '/follow-ups/new',
  access: { action: 'edit', on: 'somewhere' },
  answer: (act) => newForm(act, act.query, []),
}

export const addFollowUp: DashboardRoute = {
  method: 'POST',
  path: '/follow-ups',
  access: { action: 'edit', on: 'about' },
  async answer(act) {
    const { words, rules, form, person, now } = act
    const about = await aboutOf(act)
    const text = followUpFrom(form)
    const faults = [
      ...(about ? [] : [{ field: 'article', text: words.faultArticle }]),
      ...('faults' in text ? faultsOfFollowUp(words, text.faults) : []),
    ]
    if (!about || 'faults' in text) return newForm(act, form, faults, 400)
    const by = { at: now, actor: person?.email ?? '' }
    const book = createFollowUpBook(rules.store, by, zoneOf(act, about))
    // The article may be one that nobody ever viewed.
    if ((await book.add(about, text)) !== null) return { to: '/admin/follow-ups?done=follow-up' }
    return newForm(act, form, [{ field: 'article', text: words.faultArticle }], 400)
  },
}

/** With the article's key, where an address was given; undefined where it is none of the site. */
async function aboutOf({ rules, form }: DashboardAct): Promise<FollowUpAbout | undefined> {
  const about = aboutFromForm(form)
  const address = (form['article'] ?? '').trim()
  if (!about || address === '') return about
  const listed = 'site' in about ? await rules.sites.find(about.site) : undefined
  const article = listed && rules.keyOf(listed, address)
  return article && listed ? { site: listed.site.key, article } : undefined
}

function newForm(
  act: DashboardAct,
  values: Readonly<Record<string, string>>,
  faults: readonly Fault[],
  status = 200,
): DashboardAnswer {
  const { words } = act
  const body = html`${faultSummary(words.faults, faults)}
    <form class="card" method="post" action="/admin/follow-ups">
      ${choiceField({
        ...{ name: 'about', label: words.followUpAbout, value: values['about'] },
        options: aboutChoices(act, 'edit'),
      })}
      ${field({
        ...{ name: 'article', label: words.followUpArticle, hint: words.followUpArticleHint },
        ...{ value: values['article'], fault: faultOf(faults, 'article') },
        ...{ autocomplete: 'off', required: false },
      })}
      ${followUpFields(words, values, faults)}
      ${button(words.followUpAdd)}
    </form>
    <p><a href="/admin/follow-ups">${words.back}</a></p>`
  return { title: words.followUpAdd, body, status }
}
