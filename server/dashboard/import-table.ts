import type { Import, Site } from '../store/store.ts'
import { html } from './html.ts'
import { countText } from './number-text.ts'
import { timeText } from './time-text.ts'
import type { Words } from './words/words.ts'

/** Tables that were brought in, the latest first, each with where it came from and how far it is. */
export function importTable(words: Words, { key }: Pick<Site, 'key'>, imports: readonly Import[]) {
  if (imports.length === 0) return html`<p>${words.importsNone}</p>`
  const row = (one: Import) => html`<tr><th scope="row">
      <a href="/admin/sites/${key}/openings/imports/${one.id}">${words.importOf(one.id)}</a></th>
    <td>${one.source}${one.estimate ? ` (${words.openingEstimated})` : ''}</td>
    <td class="time">${one.date}</td><td>${one.file}</td>
    <td class="time">${one.at === 0 ? '' : timeText(one.at)}</td>
    <td class="number">${countText(words, one.added)}</td>
    <td class="number">${countText(words, one.removed)}</td></tr>`
  return html`<div class="table" role="region" aria-label="${words.importsAll}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.importTitle}</th><th scope="col">${words.openingSource}</th>
      <th scope="col">${words.openingDate}</th><th scope="col">${words.importFile}</th>
      <th scope="col">${words.importAt}</th><th scope="col" class="number">${words.importAdded}</th>
      <th scope="col" class="number">${words.importRemoved}</th></tr></thead>
    <tbody>${imports.map(row)}</tbody></table></div>`
}
