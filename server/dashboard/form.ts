import { type Html, html, NOTHING } from './html.ts'

/** One field of a form. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'number'
  readonly hint?: string
  /** What is wrong with what was given. */
  readonly fault?: string | undefined
  /** False for one that may stay empty. */
  readonly required?: boolean
  /** What was given; never a password. */
  readonly value?: string | undefined
  /** As the HTML standard names what browsers fill in. */
  readonly autocomplete: string
  /** `numeric` has a phone show its digits. */
  readonly inputmode?: 'numeric' | 'text'
}

export function field(given: Field): Html {
  const { name, label, type = 'text', hint, fault, value = '', autocomplete } = given
  const { inputmode = 'text', required = true } = given
  const described = [hint ? `${name}-hint` : '', fault ? `${name}-fault` : ''].join(' ').trim()
  return html`<div class="field${fault ? ' wrong' : ''}">
    <label for="${name}">${label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : NOTHING}
    ${fault ? html`<p class="fault" id="${name}-fault">${fault}</p>` : NOTHING}
    <input id="${name}" name="${name}" type="${type}" value="${value}"
      ${required ? html`required` : NOTHING} autocomplete="${autocomplete}" inputmode="${inputmode}" autocapitalize="none"
      spellcheck="false" aria-describedby="${described}" aria-invalid="${fault ? 'true' : 'false'}">
  </div>`
}

/** A field for a file; its form sends `multipart/form-data`. */
export function fileField({
  name,
  label,
  hint,
  fault,
}: Pick<Field, 'name' | 'label' | 'hint' | 'fault'>): Html {
  const described = [hint ? `${name}-hint` : '', fault ? `${name}-fault` : ''].join(' ').trim()
  return html`<div class="field${fault ? ' wrong' : ''}">
    <label for="${name}">${label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : NOTHING}
    ${fault ? html`<p class="fault" id="${name}-fault">${fault}</p>` : NOTHING}
    <input id="${name}" name="${name}" type="file" required aria-describedby="${described}"
      aria-invalid="${fault ? 'true' : 'false'}">
  </div>`
}

/** A fault and the field that it is about, if any. */
export interface Fault {
  readonly field: string
  readonly text: string
}

/** What is wrong with a form, said first, each leading to its field. */
export function faultSummary(heading: string, faults: readonly Fault[]): Html | readonly Html[] {
  if (faults.length === 0) return NOTHING
  return html`<div class="summary" role="alert">
    <h2>${heading}</h2>
    <ul>${faults.map((fault) => html`<li><a href="#${fault.field}">${fault.text}</a></li>`)}</ul>
  </div>`
}

export function faultOf(faults: readonly Fault[], name: string): string | undefined {
  return faults.find((fault) => fault.field === name)?.text
}

export function button(label: string, kind: 'main' | 'quiet' | 'grave' = 'main'): Html {
  return html`<button class="${kind}">${label}</button>`
}

/** A form of one button with what it sends; the name tells one such button from another. */
export function buttonForm(
  action: string,
  label: string,
  {
    hidden = {},
    name,
    kind = 'quiet',
  }: {
    readonly hidden?: Readonly<Record<string, string>>
    readonly name?: string
    readonly kind?: 'main' | 'quiet' | 'grave'
  } = {},
): Html {
  const inputs = Object.entries(hidden).map(
    ([key, value]) => html`<input type="hidden" name="${key}" value="${value}">`,
  )
  return html`<form method="post" action="${action}">${inputs}<button class="${kind}"
    ${name ? html`aria-label="${name}"` : NOTHING}>${label}</button></form>`
}
