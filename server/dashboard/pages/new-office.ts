import { choiceField } from '../choice-field.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { html } from '../html.ts'
import { officeBookOf } from '../office-book-of.ts'
import { officeChoices } from '../office-choices.ts'

/** For owners anywhere, for admins under one of their offices. */
export const newOfficePage: DashboardRoute = {
  method: 'GET',
  path: '/new-office',
  access: { action: 'appoint', on: 'somewhere' },
  answer: (act) => form(act, act.query, []),
}

export const addOffice: DashboardRoute = {
  method: 'POST',
  path: '/offices',
  access: { action: 'appoint', on: 'under' },
  async answer(act) {
    const { words, form: typed } = act
    const [key, name] = [(typed['key'] ?? '').trim(), (typed['name'] ?? '').trim()]
    const office = { key, name, parent: typed['under'] || null }
    const change = await officeBookOf(act).add(office)
    if (change === 'done') return { to: `/admin/offices/${key}?done=office` }
    const fault =
      change === 'taken'
        ? { field: 'key', text: words.faultOfficeTaken }
        : { field: name === '' ? 'name' : 'key', text: words.faultOfficeForm }
    return form(act, typed, [fault], 400)
  },
}

function form(
  act: DashboardAct,
  typed: Readonly<Record<string, string>>,
  faults: readonly Fault[],
  status = 200,
): DashboardAnswer {
  const { words } = act
  const given = (name: string) => ({ name, value: typed[name], fault: faultOf(faults, name) })
  const body = html`${faultSummary(words.faults, faults)}
    <form class="card" method="post" action="/admin/offices">
      ${field({
        ...{ ...given('name'), label: words.officeName, hint: words.officeNameHint },
        autocomplete: 'off',
      })}
      ${field({
        ...{ ...given('key'), label: words.officeKey, hint: words.officeKeyHint },
        autocomplete: 'off',
      })}
      ${choiceField({
        ...{ ...given('under'), label: words.officeUnder },
        options: officeChoices(act, words.officeTop),
      })}
      ${button(words.officeAdd)}
    </form>
    <p><a href="/admin/offices">${words.cancel}</a></p>`
  return { title: words.officeAdd, body, status }
}
