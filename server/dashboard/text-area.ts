import { type Html, html, NOTHING } from './html.ts'

/** A field for some sentences. */
export interface TextArea {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  readonly value?: string | undefined
  /** Most characters. */
  readonly most: number
  /** False for one that may stay empty. */
  readonly required?: boolean
}

export function textArea(given: TextArea): Html {
  const { name, label, hint, fault, value = '', most, required = true } = given
  const described = [hint ? `${name}-hint` : '', fault ? `${name}-fault` : ''].join(' ').trim()
  return html`<div class="field${fault ? ' wrong' : ''}">
    <label for="${name}">${label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : NOTHING}
    ${fault ? html`<p class="fault" id="${name}-fault">${fault}</p>` : NOTHING}
    <textarea id="${name}" name="${name}" rows="3" maxlength="${most}" ${required ? html`required` : NOTHING}
      aria-describedby="${described}" aria-invalid="${fault ? 'true' : 'false'}">${value}</textarea>
  </div>`
}
