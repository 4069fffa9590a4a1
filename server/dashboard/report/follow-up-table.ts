import type { FollowUp } from '../../store/store.ts'
import { type Html, html } from '../html.ts'
import type { Words } from '../words/words.ts'
import type { Cell } from './cell.ts'
import { dayText } from './day-text.ts'
import { tableOf } from './report-tables.ts'

/** What each follow-up says in a report, in the order of {@link followUpHeads}. */
function partsOf(words: Words, followUp: FollowUp): readonly string[] {
  const { issue, action, owner, due, status, about, title } = followUp
  const of = 'office' in about ? about.office : (title ?? about.article ?? about.site)
  return [issue, action, owner, dayText(due), words.followUpStatuses[status], of]
}

export function followUpHeads(words: Words): readonly string[] {
  return [
    ...[words.followUpIssue, words.followUpAction, words.followUpOwner],
    ...[words.followUpDue, words.followUpStatus, words.followUpAbout],
  ]
}

export function followUpRow(words: Words, followUp: FollowUp): readonly Cell[] {
  return partsOf(words, followUp)
}

/** Follow-ups under a heading; the heading also where there are none. */
export function followUpTable(words: Words, name: string, followUps: readonly FollowUp[]): Html {
  if (followUps.length === 0) return html`<h3>${name}</h3><p>${words.reportNoFollowUps}</p>`
  const heads = followUpHeads(words).map((text) => html`<th scope="col">${text}</th>`)
  const rows = followUps.map(
    (followUp) => html`<tr>${partsOf(words, followUp).map((text) => html`<td>${text}</td>`)}</tr>`,
  )
  return html`<h3>${name}</h3>${tableOf(name, html`${heads}`, rows)}`
}
