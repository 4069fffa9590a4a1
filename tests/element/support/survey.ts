import { CHOICES, type Choice } from '../../../shared/choice.ts'
import { eventually } from './eventually.ts'

/** A survey as a reader meets it: by the parts, roles and words of its shadow tree. */
export class Survey {
  readonly element: HTMLElement

  constructor(element: HTMLElement) {
    this.element = element
  }

  get root(): ShadowRoot {
    const { shadowRoot } = this.element
    if (!shadowRoot) throw new Error('the survey has not started')
    return shadowRoot
  }

  /** Waits until the figures are there. */
  settled(): Promise<void> {
    return eventually(() => /\d/.test(this.text('counter')), 'the figures come')
  }

  /** Waits until the outcome of an act is announced. */
  says(text: string): Promise<void> {
    return eventually(() => this.status().includes(text), `the survey says: ${text}`)
  }

  /** What stands in the live region. */
  status(): string {
    return visibleText(this.#one('[role="status"]'))
  }

  part(name: string): HTMLElement {
    return this.#one(`[part~="${name}"]`)
  }

  /** What a part says, without the white space between. */
  text(part: string): string {
    return this.element.shadowRoot ? visibleText(this.part(part)) : ''
  }

  /** What a part says in each of the four rows. */
  column(part: string): string[] {
    return CHOICES.map((choice) => {
      const cell = this.row(choice).querySelector<HTMLElement>(`[part~="${part}"]`)
      return cell ? visibleText(cell) : ''
    })
  }

  /** The row of a choice, all of which can be clicked. */
  row(choice: Choice): HTMLElement {
    const [row] = this.radio(choice).labels ?? []
    if (!row) throw new Error(`${choice} has no label`)
    return row
  }

  radio(choice: Choice): HTMLInputElement {
    return this.#one(`input[type="radio"][value="${choice}"]`) as HTMLInputElement
  }

  /** The choice whose radio is marked. */
  marked(): Choice | undefined {
    return CHOICES.find((choice) => this.radio(choice).checked)
  }

  /** The choice whose row is the reader's own vote. */
  own(): Choice | undefined {
    return CHOICES.find((choice) => this.row(choice).matches('[part~="own-choice"]'))
  }

  button(name: string): HTMLButtonElement | undefined {
    const buttons = [...this.root.querySelectorAll('button')]
    return buttons.find((button) => visibleText(button) === name)
  }

  /** Waits for a button to come. */
  async offered(name: string): Promise<HTMLButtonElement> {
    await eventually(() => this.button(name) !== undefined, `there is a button ${name}`)
    return this.button(name) as HTMLButtonElement
  }

  /** What has the focus, by its value or its words; undefined where the survey has lost it. */
  focus(): string | undefined {
    if (document.activeElement !== this.element) return undefined
    const focused = this.root.activeElement
    if (focused instanceof HTMLInputElement) return focused.value
    return focused instanceof HTMLElement ? visibleText(focused) : undefined
  }

  #one(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector)
    if (!found) throw new Error(`the survey has no ${selector}`)
    return found
  }
}

function visibleText(element: HTMLElement): string {
  // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees, so not what is hidden
  return element.innerText.replace(/\s+/g, ' ').trim()
}
