import { RANKED_FROM } from '../../../shared/ranking-bounds.ts'
import type { Series } from '../../domain/report/series.ts'
import { type Html, html, NOTHING } from '../html.ts'
import type { Words } from '../words/words.ts'
import { distributionChart } from './distribution-chart.ts'
import { indexChart } from './index-chart.ts'
import { seriesTable } from './series-table.ts'
import { viewsCharts } from './views-chart.ts'
import type { WordingMark } from './wording-marks.ts'
import { wordingLegend } from './wording-rules.ts'

/**
 * Everything there is to see of one series, with its heading: answers, views, response rate, index,
 * and the same figures as a table. Nothing for a single step. `hatching()` must stand once on the page.
 */
export function seriesCharts(
  words: Words,
  series: Series,
  wordings: readonly WordingMark[],
): Html | readonly Html[] {
  if (series.length < 2) return NOTHING
  const head = html`<h2>${words.chartsTitle}</h2>`
  if (series.every(({ result: { views, n } }) => views + n === 0)) {
    return html`${head}<p>${words.chartsNone}</p>`
  }
  return html`${head}<p class="hint">${words.chartsReading(RANKED_FROM)}</p>
    <p class="hint" data-walks hidden>${words.chartsKeys}</p>
    <div class="charts">${distributionChart(words, series, wordings)}
      ${indexChart(words, series, wordings)}${viewsCharts(words, series, wordings)}</div>
    ${wordingLegend(words, wordings)}${seriesTable(words, series, wordings)}
    <script src="/admin/charts.js" defer></script>`
}
