import { scaleLinear } from 'd3-scale'
import { stack, stackOffsetExpand } from 'd3-shape'
import { CHOICES, type Choice, SCORES } from '../../../shared/choice.ts'
import { RANKED_FROM } from '../../../shared/ranking-bounds.ts'
import type { VotesByChoice } from '../../../shared/votes-by-choice.ts'
import type { Series } from '../../domain/report/series.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { countText, tenthsText } from '../number-text.ts'
import type { Words } from '../words/words.ts'
import { HEIGHT, plot, rounded, rule } from './plot.ts'
import { silence } from './step-text.ts'
import type { WordingMark } from './wording-marks.ts'

const place = scaleLinear().domain([0, 1]).range([0, HEIGHT])
const stacked = stack<VotesByChoice, Choice>().keys(CHOICES).offset(stackOffsetExpand)

/**
 * The four answers over time: bars of 100 %, the best answer at the top, a hairline at the half.
 * Steps of few votes are pale with an outline. `hatching()` must stand once on the page.
 */
export function distributionChart(
  words: Words,
  series: Series,
  wordings: readonly WordingMark[],
): Html {
  const picture = plot(words, {
    label: words.chartDistribution,
    steps: series,
    wordings,
    scale: [0, 50, 100].map((percent) => [`${percent} %`, place(1 - percent / 100)] as const),
    ground: html`${rule(0)}${rule(HEIGHT)}`,
    over: rule(HEIGHT / 2, 'middle'),
    lines: 3,
    mark: ({ result: { votes, n } }, { x, width }) =>
      n === 0
        ? NOTHING
        : stacked([votes]).map((layer) => {
            const [low = 0, high = 0] = layer[0] ?? []
            const box = html`x="${x}%" width="${width}%" y="${rounded(place(low))}" height="${rounded(place(high - low))}"`
            return html`<rect class="fill ${layer.key}${n < RANKED_FROM ? ' few' : ''}" ${box}></rect>${
              SCORES[layer.key] < 3
                ? html`<rect class="hatch" fill="url(#hatch-${layer.key})" ${box}></rect>`
                : NOTHING
            }`
          }),
    figures(step) {
      const { n, percentages } = step.result
      const silent = silence(words, step)
      if (silent || !percentages) return [silent ?? '']
      const [a, b, c, d] = CHOICES.map(
        (choice) =>
          `${words.choices[choice]} ${tenthsText(words, percentages.tenths[choice], percentages.decimals)}`,
      )
      return [
        words.chartRatings(countText(words, n), n < RANKED_FROM),
        `${a} · ${b}`,
        `${c} · ${d}`,
      ]
    },
  })
  return html`<figure class="chart"><figcaption>${words.chartDistribution}</figcaption>
    <ul class="keys" aria-hidden="true">${CHOICES.map(
      (choice) =>
        html`<li><svg class="swatch" width="12" height="12"><rect class="fill ${choice}" width="12" height="12"></rect>${
          SCORES[choice] < 3
            ? html`<rect class="hatch" fill="url(#hatch-${choice})" width="12" height="12"></rect>`
            : NOTHING
        }</svg>${words.choices[choice]}</li>`,
    )}</ul>${picture}</figure>`
}
