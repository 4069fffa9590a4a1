import { html, type TemplateResult } from 'lit/html.js'
import type { Choice } from '../shared/choice.ts'

/** What one of the four rows shows. */
export interface ChoiceRow {
  readonly choice: Choice
  readonly label: string
  /** Formatted share and count; empty where there is no distribution to show. */
  readonly share: string
  readonly count: string
  /** Exact fraction of the bar, 0 to 1. */
  readonly fraction: number
  readonly checked: boolean
  /** Words for a screen reader where this is the reader's own vote; empty elsewhere. */
  readonly own: string
}

/* eslint-disable lit/no-value-attribute -- the value of a radio is its attribute, and never changes */

/** A native radio whose row is its label; the bar stands below the words, never behind. */
export function choiceRow(row: ChoiceRow): TemplateResult {
  const { choice, label, share, count, fraction, checked, own } = row
  return html`
    <label part="choice ${own && 'own-choice'}">
      <input type="radio" name="choice" value=${choice} .checked=${checked} />
      <span part="label">${label}${own && html` <span role="img" aria-label=${own}>✓</span>`}</span>
      <span part="share"><span>${share}</span> <span part="count">${count}</span></span>
      <svg class=${choice} part="bar" aria-hidden="true">
        <rect width=${count ? '100%' : '0'} height="100%"></rect>
        <rect class="bar" width="${fraction * 100}%" height="100%"></rect>
      </svg>
    </label>
  `
}
