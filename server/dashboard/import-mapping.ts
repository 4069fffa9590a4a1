import { CHOICES } from '../../shared/choice.ts'
import { COLUMN_ROLES, columnFor, VALUE_FIELD, valuesOf } from '../domain/opening/chosen-columns.ts'
import type { Sheet } from '../domain/opening/sheet.ts'
import type { UploadPlan } from '../domain/opening/upload-plan.ts'
import type { Upload } from '../domain/opening/upload-shelf.ts'
import { choiceField } from './choice-field.ts'
import { button } from './form.ts'
import { html, NOTHING } from './html.ts'
import { textArea } from './text-area.ts'
import type { Words } from './words/words.ts'

type Form = Readonly<Record<string, string>>

/** Polls of a file that are named. */
const MOST_POLLS = 20

/** The form in which one says which column and which value of a rating is what. Sent, it only looks. */
export function importMapping(
  words: Words,
  at: string,
  { kind }: Upload,
  { sheet, polls }: UploadPlan,
  form: Form,
) {
  const table = kind === 'table'
  const rating = columnFor('rating', sheet.heads, table ? form : {})
  const values = valuesOf(sheet, rating) ?? []
  return html`<form class="card" method="get" action="${at}">
    ${table ? columnFields(words, sheet.heads, form) : NOTHING}
    ${kind === 'wp-polls' ? pollField(words, polls, form) : NOTHING}
    ${values.length > 0 ? scaleFields(words, values, labelsOf(sheet), form) : NOTHING}
    ${button(words.importLook, 'quiet')}
  </form>`
}

function columnFields(words: Words, heads: readonly string[], form: Form) {
  const options = [
    ['', words.importNoColumn] as const,
    ...heads.map((head) => [head, head] as const),
  ]
  return html`<fieldset><legend>${words.importMapping}</legend>
    ${COLUMN_ROLES.map((role) =>
      choiceField({
        ...{ name: role, label: words.importColumns[role], options },
        value: columnFor(role, heads, form) ?? '',
      }),
    )}</fieldset>`
}

function pollField(words: Words, polls: UploadPlan['polls'], form: Form) {
  const named = [...polls].slice(0, MOST_POLLS)
  return html`${textArea({
    ...{ name: 'polls', label: words.importPolls, hint: words.importPollsHint },
    ...{ value: form['polls'], most: 4000, required: false },
  })}
    <p class="hint">${words.importPollsThere}</p>
    <ul class="plain">${named.map(([id, question]) => html`<li><b>${id}</b> ${question}</li>`)}</ul>`
}

/** How the answers of a poll are worded, by their numbers. */
function labelsOf({ rows }: Sheet): ReadonlyMap<string, string> {
  return new Map(rows.map(({ rating = '', label = '' }) => [rating, label]))
}

function scaleFields(
  words: Words,
  values: readonly string[],
  labels: ReadonlyMap<string, string>,
  form: Form,
) {
  const choices = CHOICES.map((choice) => [choice, words.choices[choice]] as const)
  const options = [['', words.importNoChoice] as const, ...choices]
  return html`<fieldset><legend>${words.importScale}</legend>
    <p class="hint">${words.importScaleHint}</p>
    ${values.map((value, i) => {
      const name = VALUE_FIELD + value
      return html`<div class="field"><label for="value-${i}">${value} ${labels.get(value) ?? ''}</label>
        <select id="value-${i}" name="${name}">${options.map(
          ([key, text]) =>
            html`<option value="${key}" ${key === (form[name] ?? '') ? html`selected` : NOTHING}>${text}</option>`,
        )}</select></div>`
    })}</fieldset>`
}
