import { type Html, html, NOTHING } from './html.ts'

/** A choice among a few, as a list that opens. */
export interface ChoiceField {
  readonly name: string
  readonly label: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  /** What was chosen; the first one where it is none of them. */
  readonly value?: string | undefined
}

export function choiceField({ name, label, options, hint, fault, value }: ChoiceField): Html {
  const described = [hint ? `${name}-hint` : '', fault ? `${name}-fault` : ''].join(' ').trim()
  return html`<div class="field${fault ? ' wrong' : ''}">
    <label for="${name}">${label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : NOTHING}
    ${fault ? html`<p class="fault" id="${name}-fault">${fault}</p>` : NOTHING}
    <select id="${name}" name="${name}" aria-describedby="${described}"
      aria-invalid="${fault ? 'true' : 'false'}">${options.map(
        ([key, text]) =>
          html`<option value="${key}" ${key === value ? html`selected` : NOTHING}>${text}</option>`,
      )}</select>
  </div>`
}
