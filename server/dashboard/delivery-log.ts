import type { Delivery, DeliveryOf } from '../store/store.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { type Html, html, NOTHING } from './html.ts'
import { timeText } from './time-text.ts'
import type { Words } from './words/words.ts'

const MOST = 50

/** The latest messages of a rule or a digest: when, to whom, what came of it and when it is tried next. */
export async function deliveryLog({ words, rules }: DashboardAct, of: DeliveryOf): Promise<Html> {
  const deliveries = await rules.store.readDeliveries(of, MOST)
  const heading = html`<h2>${words.deliveriesTitle}</h2>`
  if (deliveries.length === 0) return html`${heading}<p class="hint">${words.deliveriesNone}</p>`
  const rows = deliveries.map(
    (each) => html`<tr><td class="time">${timeText(each.createdAt)}</td>
      <td>${words.deliveryOccasions[each.occasion] ?? each.occasion}</td>
      <td>${destinationOf(each)}</td><td>${outcomeOf(words, each)}</td></tr>`,
  )
  return html`${heading}<p class="hint">${words.deliveriesText}</p>
    <div class="table" role="region" aria-label="${words.deliveriesTitle}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.deliveryWhen} (${words.utc})</th>
      <th scope="col">${words.deliveryOccasion}</th><th scope="col">${words.deliveryTo}</th>
      <th scope="col">${words.deliveryOutcome}</th></tr></thead>
    <tbody>${rows}</tbody></table></div>`
}

/** Of a webhook the host alone: the rest of its address may be a key. */
function destinationOf({ means, destination }: Delivery): string {
  return means === 'mail' ? destination : new URL(destination).host
}

function outcomeOf(words: Words, { outcome, answer, attempts, nextAttempt }: Delivery): Html {
  const said =
    answer === null ? '' : (words.deliveryAnswers[answer] ?? words.deliveryAnswer(answer))
  const tried = attempts > 1 ? [words.deliveryAttempts(attempts)] : []
  const next =
    nextAttempt === null || attempts === 0
      ? []
      : [words.deliveryNext(`${timeText(nextAttempt)} ${words.utc}`)]
  const more = [...(said === '' ? [] : [said]), ...tried, ...next].join('; ')
  const text = words.deliveryOutcomes[outcome]
  return html`${outcome === 'given-up' ? html`<strong class="late">${text}</strong>` : text}${
    more === '' ? NOTHING : html`<br><span class="hint">${more}</span>`
  }`
}
