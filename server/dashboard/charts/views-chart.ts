import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Series, SeriesStep } from '../../domain/report/series.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { countText, rateText } from '../number-text.ts'
import type { Words } from '../words/words.ts'
import { columns, HEIGHT, plot, rounded, rule } from './plot.ts'
import { silence } from './step-text.ts'
import type { WordingMark } from './wording-marks.ts'

/** Ticks on a scale, about. */
const TICKS = 4

/**
 * Views and the response rate over time: two pictures below each other, each on a scale of its own
 * that begins at zero, so that neither is read on the other's.
 */
export function viewsCharts(words: Words, series: Series, wordings: readonly WordingMark[]): Html {
  const figures = (step: SeriesStep) => {
    const { views, n } = step.result
    if (step.state !== 'measured') return [silence(words, step) ?? '']
    const rate = rateText(words, { k: n, n: views })
    return [
      words.chartViews(countText(words, views)),
      words.rateOf(rate, countText(words, n), countText(words, views)),
    ]
  }
  return html`${views(words, series, wordings, figures)}${rates(words, series, wordings, figures)}`
}

type Figures = (step: SeriesStep) => readonly string[]
type Marks = readonly WordingMark[]

function views(words: Words, series: Series, wordings: Marks, figures: Figures): Html {
  const most = Math.max(1, ...series.map(({ result }) => result.views))
  const place = scaleLinear().domain([0, most]).nice(TICKS).range([HEIGHT, 0])
  const ticks = place.ticks(TICKS).filter((tick) => Number.isInteger(tick))
  return html`<figure class="chart"><figcaption>${words.countedViews}</figcaption>${plot(words, {
    ...{ label: words.countedViews, steps: series, wordings, figures, lines: 2 },
    ground: html`${ticks.map((tick) => rule(rounded(place(tick))))}`,
    scale: ticks.map((tick) => [short(words, tick), rounded(place(tick))] as const),
    mark: ({ result }, { x, width }) =>
      html`<rect class="views" x="${x}%" width="${width}%" y="${rounded(place(result.views))}" height="${rounded(HEIGHT - place(result.views))}"></rect>`,
  })}</figure>`
}

function rates(words: Words, series: Series, wordings: Marks, figures: Figures): Html {
  const shown = ({ state, result: { views, n } }: SeriesStep) =>
    state === 'measured' && views > 0 && n <= views
  const rate = ({ result: { views, n } }: SeriesStep) => (100 * n) / views
  const place = scaleLinear()
    .domain([0, Math.max(1, ...series.filter(shown).map(rate))])
    .nice(TICKS)
    .range([HEIGHT, 0])
  const { from, width } = columns(series.length)
  const path = line<SeriesStep>(
    (_, i) => from(i) + width / 2,
    (step) => place(rate(step)),
  ).defined(shown)
  const ticks = place.ticks(TICKS)
  return html`<figure class="chart"><figcaption>${words.responseRate}</figcaption>${plot(words, {
    ...{ label: words.responseRate, steps: series, wordings, figures, lines: 2 },
    ground: html`${ticks.map((tick) => rule(rounded(place(tick))))}
      <svg width="100%" height="${HEIGHT}" viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none"><path class="line" d="${path.digits(3)(series) ?? ''}"></path></svg>`,
    scale: ticks.map(
      (tick) => [`${tick.toLocaleString(words.language)} %`, rounded(place(tick))] as const,
    ),
    mark: (step, { x }) =>
      shown(step)
        ? html`<circle class="dot" cx="${rounded(x + width / 2)}%" cy="${rounded(place(rate(step)))}" r="3"></circle>`
        : NOTHING,
  })}</figure>`
}

function short({ language }: Words, n: number): string {
  return n.toLocaleString(language, { notation: 'compact', maximumFractionDigits: 1 })
}
