import { CHOICES, type Choice } from '../../shared/choice.ts'
import { countVotes } from '../../shared/votes-by-choice.ts'
import type { GatheredOpening } from '../domain/opening/gather-openings.ts'
import type { ImportPlan } from '../domain/opening/plan-import.ts'
import { html, NOTHING } from './html.ts'
import { countText } from './number-text.ts'
import { type Cell, count, type Sheet } from './report/cell.ts'
import type { Words } from './words/words.ts'

/** Articles, and rows that are left out, on the page; the file has all. */
const SHOWN = 100

/** What would happen, in sentences and as tables of the first articles and of the first rows that are left out. */
export function importPlanTable(words: Words, plan: ImportPlan, whole: string) {
  const { fresh, kept, faults } = plan
  const number = (n: number) => countText(words, n)
  const views = fresh.reduce((sum, one) => sum + one.views, 0)
  const votes = fresh.reduce((sum, one) => sum + countVotes(one.votes), 0)
  const most = Math.max(fresh.length + kept.length, faults.length)
  return html`<p class="lead">${words.importPlanSums(number(fresh.length), number(views), number(votes))}</p>
    ${kept.length > 0 ? html`<p>${words.importPlanKept(number(kept.length))}</p>` : NOTHING}
    ${faults.length > 0 ? html`<p>${words.importPlanFaults(number(faults.length))}</p>` : NOTHING}
    ${most > SHOWN ? html`<p class="hint">${words.importFirst(SHOWN)}</p>` : NOTHING}
    ${fresh.length + kept.length > 0 ? articles(words, plan) : NOTHING}
    ${faults.length > 0 ? leftOut(words, plan) : NOTHING}
    <p><a href="${whole}">${words.importWhole}</a></p>`
}

function articles(words: Words, { fresh, kept }: ImportPlan) {
  const row = ({ key, views, votes }: GatheredOpening, fate: string) => html`<tr>
    <th scope="row"><code>${key}</code></th><td>${fate}</td>
    <td class="number">${countText(words, views)}</td>
    ${CHOICES.map((choice) => html`<td class="number">${countText(words, votes[choice])}</td>`)}</tr>`
  const first = fresh.slice(0, SHOWN)
  const rest = kept.slice(0, SHOWN - first.length)
  return html`<div class="table" role="region" aria-label="${words.importPlan}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.openingArticle}</th><th scope="col">${words.importFate}</th>
      <th scope="col" class="number">${words.openingViews}</th>
      ${CHOICES.map((choice) => html`<th scope="col" class="number">${words.choices[choice]}</th>`)}
    </tr></thead>
    <tbody>${first.map((one) => row(one, words.importFresh))}
      ${rest.map((one) => row(one, words.importKept))}</tbody></table></div>`
}

function leftOut(words: Words, { faults }: ImportPlan) {
  return html`<div class="table" role="region" aria-label="${words.importLeft}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.importRow}</th><th scope="col">${words.importText}</th>
      <th scope="col">${words.importWhy}</th></tr></thead>
    <tbody>${faults.slice(0, SHOWN).map(
      ({ row, why, text }) => html`<tr><th scope="row">${countText(words, row)}</th>
        <td><code>${text}</code></td><td>${words.importRowFaults[why]}</td></tr>`,
    )}</tbody></table></div>`
}

/** All that would happen as a table of a file. */
export function importPlanSheet(words: Words, { fresh, kept, faults }: ImportPlan): Sheet {
  const votesOf = (votes: Readonly<Record<Choice, number>>) =>
    CHOICES.map((choice) => count(votes[choice]))
  const line = ({ key, views, votes }: GatheredOpening, fate: string): Cell[] => {
    return [fate, null, key, count(views), ...votesOf(votes), null]
  }
  const none = CHOICES.map(() => null)
  return {
    name: words.importPlan,
    head: [
      ...[words.importFate, words.importRow, words.openingArticle, words.openingViews],
      ...[...CHOICES.map((choice) => words.choices[choice]), words.importWhy],
    ],
    rows: [
      ...fresh.map((one) => line(one, words.importFresh)),
      ...kept.map((one) => line(one, words.importKept)),
      ...faults.map(({ row, why, text }) => {
        return [words.importLeft, count(row), text, null, ...none, words.importRowFaults[why]]
      }),
    ],
  }
}
