import { RANKED_FROM } from '../../../shared/ranking-bounds.ts'
import type { Ranking } from '../../domain/report/ranking.ts'
import type { ReportLine } from '../../domain/report/report-lines.ts'
import type { RankedArticle } from '../../domain/report/report-ranking.ts'
import type { Result } from '../../domain/report/result.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { countText, indexText, movedText } from '../number-text.ts'
import type { Words } from '../words/words.ts'
import { shareBar } from './share-bar.ts'

/** Size of a bar in a row, in pixels. */
const BAR = [160, 12] as const

/** A table in a box that scrolls by itself where it is wider than the screen. */
export function tableOf(name: string, head: Html, rows: readonly Html[]): Html {
  return html`<div class="table" role="region" aria-label="${name}" tabindex="0"><table>
    <thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`
}

export function numberHead(text: string): Html {
  return html`<th scope="col" class="number">${text}</th>`
}

export function numberCell(text: string): Html {
  return html`<td class="number">${text}</td>`
}

/** `86,84 (71,80–93,42)`; a dash without votes. */
export function indexWithInterval(words: Words, { index, interval }: Result): string {
  if (index === null || !interval) return '–'
  const ends = [interval.low, interval.high].map((end) => indexText(words, end))
  return `${indexText(words, index)} (${ends.join('–')})`
}

/** `+1,20, tidak nyata`; a dash where there is nothing to compare. */
export function changeText(
  words: Words,
  { hundredths, change }: Pick<ReportLine, 'hundredths' | 'change'>,
): string {
  if (hundredths === null || change === null) return '–'
  return `${movedText(words, hundredths)}, ${words.reportChangeWords[change]}`
}

/** Offices or sections, each with its result and how it changed. */
export function lineTable(
  words: Words,
  name: string,
  lines: readonly ReportLine[],
  none: string,
): Html {
  const head = html`<th scope="col">${name}</th>${numberHead(words.reportN)}
    <th scope="col">${words.reportDistribution}</th>${numberHead(words.reportIndex)}
    <th scope="col">${words.reportGrade}</th>${numberHead(words.reportChange)}`
  const rows = lines.map(
    (
      line,
    ) => html`<tr><th scope="row" class="depth-${Math.min(3, line.depth)}">${line.name || none}</th>
      ${numberCell(countText(words, line.now.n))}
      <td>${line.now.n > 0 ? shareBar(line.now.votes, ...BAR) : '–'}</td>
      ${numberCell(indexWithInterval(words, line.now))}
      <td>${line.now.grade ?? '–'}</td>${numberCell(changeText(words, line))}</tr>`,
  )
  return tableOf(name, head, rows)
}

/** Ten articles with their place, or those that come nearest to one. */
export function rankingTable(words: Words, name: string, ranking: Ranking<RankedArticle>): Html {
  const { items, ranked } = ranking
  if (items.length === 0) return html`<h3>${name}</h3><p>${words.reportNoArticles}</p>`
  const head = html`<th scope="col">${words.reportArticleName}</th>${numberHead(words.reportN)}
    <th scope="col">${words.reportDistribution}</th>${numberHead(words.reportIndex)}
    <th scope="col">${words.reportGrade}</th>`
  const rows = items.map(
    (item, i) => html`<tr><td>${ranked ? `${i + 1}. ` : ''}${item.title ?? item.key}
        ${item.title === null ? NOTHING : html`<br><span class="key">${item.key}</span>`}</td>
      ${numberCell(countText(words, item.n))}<td>${shareBar(item.votes, ...BAR)}</td>
      ${numberCell(indexWithInterval(words, item))}<td>${item.grade ?? '–'}</td></tr>`,
  )
  return html`<h3>${name}</h3>
    ${ranked ? NOTHING : html`<p>${words.reportUnranked(RANKED_FROM)}</p>`}
    ${tableOf(name, head, rows)}`
}
