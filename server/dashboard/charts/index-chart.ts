import { scaleLinear } from 'd3-scale'
import { PERMENPAN_14_2017 } from '../../../shared/grade.ts'
import { RANKED_FROM } from '../../../shared/ranking-bounds.ts'
import type { Series } from '../../domain/report/series.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { countText, indexText } from '../number-text.ts'
import type { Words } from '../words/words.ts'
import { HEIGHT, plot, rounded, rule } from './plot.ts'
import { silence } from './step-text.ts'
import type { WordingMark } from './wording-marks.ts'

/** Hundredths of the index, from the top of the picture. */
export const indexScale = scaleLinear().domain([10_000, 2500]).range([0, HEIGHT])
const MARKS = [25, 50, 75, 100]

/**
 * The index over time as dots with their 95 % intervals on its whole scale, the bands of the grades
 * behind. Steps of few votes are hollow; those without any are left out.
 */
export function indexChart(words: Words, series: Series, wordings: readonly WordingMark[]): Html {
  const bands = PERMENPAN_14_2017.bounds.map(({ grade, from }, i, all) => {
    const [top, low] = [indexScale(all[i - 1]?.from ?? 10_000), indexScale(from)]
    return { grade, top: rounded(top), height: rounded(low - top), middle: (top + low) / 2 }
  })
  const picture = plot(words, {
    label: words.chartIndex,
    steps: series,
    wordings,
    ground: html`${bands.map(
      ({ top, height }, i) =>
        html`<rect class="${i % 2 === 0 ? 'band' : 'band other'}" width="100%" y="${top}" height="${height}"></rect>`,
    )}${MARKS.map((mark) => rule(indexScale(mark * 100)))}`,
    scale: MARKS.map((mark) => [String(mark), indexScale(mark * 100)] as const),
    right: bands.map(({ grade, middle }) => [grade, middle] as const),
    lines: 2,
    mark({ result: { index, interval, n } }, { x, width }) {
      if (index === null || !interval) return NOTHING
      const at = rounded(x + width / 2)
      const [low, high] = [rounded(indexScale(interval.low)), rounded(indexScale(interval.high))]
      return html`<line class="interval" x1="${at}%" x2="${at}%" y1="${low}" y2="${high}"></line>
        <circle class="${n < RANKED_FROM ? 'dot few' : 'dot'}" cx="${at}%" cy="${rounded(indexScale(index))}" r="4"></circle>`
    },
    figures(step) {
      const { index, interval, n } = step.result
      if (index === null || !interval) return [silence(words, step) ?? words.noRatings]
      return [
        words.chartRatings(countText(words, n), n < RANKED_FROM),
        words.chartIndexWithin(
          ...([index, interval.low, interval.high].map((one) => indexText(words, one)) as [
            string,
            string,
            string,
          ]),
        ),
      ]
    },
  })
  return html`<figure class="chart"><figcaption>${words.chartIndex}</figcaption>${picture}</figure>`
}
