import { html } from 'hono/html'
import { CHOICES } from '../../../shared/choice.ts'
import type { AskedDays } from '../../domain/public/public-results.ts'
import { dayText } from './day-text.ts'
import type { PublicWords } from './words-id.ts'

/** What was asked on which days, and how many answered it; nothing where it was always the same. */
export function rewordedPart(words: PublicWords, parts: readonly AskedDays[]) {
  if (parts.length === 0) return ''
  const rows = parts.map(({ from, to, asked, n }) => {
    const texts = asked.map(({ language, wording: { question, labels } }) => {
      const choices = CHOICES.map((choice) => labels[choice]).join(' / ')
      return html`<div lang="${language}">${question} ${choices}</div>`
    })
    return html`<tr><th scope="row">${words.span(dayText(from), dayText(to))}</th>
  <td>${texts}</td><td class="number">${n.toLocaleString(words.language)}</td></tr>`
  })
  return html`<h2>${words.reworded}</h2>
<p>${words.rewordedText}</p>
<div class="table" role="region" aria-label="${words.reworded}" tabindex="0"><table>
  <thead><tr><th scope="col">${words.days}</th><th scope="col">${words.asked}</th><th scope="col" class="number">${words.count}</th></tr></thead>
  <tbody>${rows}</tbody></table></div>`
}
