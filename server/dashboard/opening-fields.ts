import { CHOICES } from '../../shared/choice.ts'
import { type Fault, faultOf, field } from './form.ts'
import { html, NOTHING } from './html.ts'
import type { Words } from './words/words.ts'

type Values = Readonly<Record<string, unknown>>

/** Counts of an opening balance and where they come from, filled with what there is. */
export function openingFields(words: Words, values: Values, faults: readonly Fault[]) {
  const number = (name: string, label: string) =>
    field({
      ...{ name, label, value: textOf(values, name), fault: faultOf(faults, name) },
      ...{ inputmode: 'numeric', autocomplete: 'off', required: false },
    })
  return html`${number('views', words.openingViews)}
    <fieldset><legend>${words.openingVotes}</legend>
      ${CHOICES.map((choice) => number(choice, words.choices[choice]))}</fieldset>
    ${originFields(words, values, faults)}`
}

/** Where counts come from: what readers are told of them. */
export function originFields(words: Words, values: Values, faults: readonly Fault[]) {
  const given = (name: string) => ({
    name,
    value: textOf(values, name),
    fault: faultOf(faults, name),
  })
  return html`${field({
    ...{ ...given('source'), label: words.openingSource, hint: words.openingSourceHint },
    autocomplete: 'off',
  })}
    ${field({ ...given('date'), label: words.openingDate, type: 'date', autocomplete: 'off' })}
    <p class="tick"><input type="checkbox" id="estimate" name="estimate" value="yes"
      ${textOf(values, 'estimate') === 'yes' ? html`checked` : NOTHING}>
      <label for="estimate">${words.openingEstimate}</label></p>`
}

function textOf(values: Values, name: string): string {
  return String(values[name] ?? '')
}
