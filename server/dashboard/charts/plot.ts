import { scaleBand } from 'd3-scale'
import type { SeriesStep } from '../../domain/report/series.ts'
import { type Html, html, NOTHING } from '../html.ts'
import type { Words } from '../words/words.ts'
import { stepName, timeTicks } from './step-text.ts'
import type { WordingMark } from './wording-marks.ts'
import { roomForRules, wordingRules } from './wording-rules.ts'

/** Height of the part that marks are drawn in, in px. */
export const HEIGHT = 160
/** Of each line of exact figures above it, and of the names below it. */
const [LINE, BELOW, EDGE] = [18, 22, 8]

/** What a picture over time is made of. Heights are px from the top of the marks; widths percent. */
export interface Plot {
  readonly label: string
  readonly steps: readonly SeriesStep[]
  /** Behind the marks. */
  readonly ground?: Html | readonly Html[]
  /** Names on the scale at the left: text and height. */
  readonly scale: readonly (readonly [text: string, y: number])[]
  /** Names at the right: text and height. */
  readonly right?: readonly (readonly [text: string, y: number])[]
  /** The mark of a step; nothing where it has no figures. */
  readonly mark: (step: SeriesStep, at: { readonly x: number; readonly width: number }) => unknown
  /** Exact figures of a step, line by line, without its name. */
  readonly figures: (step: SeriesStep) => readonly string[]
  /** Lines of them that need room. */
  readonly lines: number
  /** Over the marks. */
  readonly over?: Html | readonly Html[]
  /** Days on which readers began to be asked something else. */
  readonly wordings: readonly WordingMark[]
}

/**
 * A picture whose marks tell their exact figures when they are pointed at or focused, without a
 * script: the last measured one's stand there until then. That one alone is a stop of the Tab key;
 * `charts.js` lets the arrow keys walk on from it, and without it the table has all figures. Widths are in percent, so that words keep
 * their size on a narrow screen.
 */
export function plot(words: Words, { label, steps, ...plan }: Plot): Html {
  const exact = (plan.lines + 1) * LINE + EDGE
  const top = exact + roomForRules(plan.wordings)
  const { from, width } = columns(steps.length)
  const latest = steps.findLastIndex(
    ({ state, result: { views, n } }) => state === 'measured' && views + n > 0,
  )
  const stop = Math.max(latest, 0)
  const marks = steps.map((step, i) => {
    if (step.state === 'coming') return NOTHING
    const said = [stepName(words, step), ...plan.figures(step)]
    const column = { x: from(i), width }
    return html`<g class="${i === latest ? 'mark latest' : 'mark'}" tabindex="${i === stop ? 0 : -1}" role="img" aria-label="${said.join('; ')}">
      <rect class="column" x="${from(i)}%" width="${width}%" height="${HEIGHT}"></rect>
      ${step.state === 'outage' ? outage(column) : plan.mark(step, column)}
      <g class="exact">${said.map((line, at) => html`<text y="${LINE * (at + 0.75) - top}">${line}</text>`)}</g></g>`
  })
  const height = top + HEIGHT + BELOW
  const names = (all: Plot['scale'], x: number, anchor: string) =>
    all.map(
      ([text, y]) =>
        html`<text class="tick" x="${x}" y="${top + y + 4}" text-anchor="${anchor}">${text}</text>`,
    )
  return html`<div class="plot">
    <svg class="side" width="48" height="${height}" aria-hidden="true">${names(plan.scale, 42, 'end')}</svg>
    <svg class="field" height="${height}" role="group" aria-label="${label}"><svg y="${top}" overflow="visible">
      ${plan.ground ?? NOTHING}${marks}${plan.over ?? NOTHING}
      ${wordingRules(words, plan.wordings, steps, { from, width }, HEIGHT)}
      <g aria-hidden="true">${timeTicks(steps, (i) => from(i) + width / 2, HEIGHT + 18)}</g></svg></svg>
    ${plan.right ? html`<svg class="side" width="24" height="${height}" aria-hidden="true">${names(plan.right, 6, 'start')}</svg>` : NOTHING}
  </div>`
}

/** Where each of some columns begins, and how wide each is, in percent. */
export function columns(count: number) {
  const scale = scaleBand<number>()
    .domain([...Array(count).keys()])
    .range([0, 100])
  const band = scale.paddingInner(0.15).paddingOuter(0.1)
  return { from: (i: number) => rounded(band(i) ?? 0), width: rounded(band.bandwidth()) }
}

/** A rule from side to side. */
export function rule(y: number, name = 'rule'): Html {
  return html`<line class="${name}" x1="0" x2="100%" y1="${y}" y2="${y}"></line>`
}

/** Figures of pictures to a thousandth. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

function outage({ x, width }: { readonly x: number; readonly width: number }): Html {
  return html`<rect class="outage" x="${x}%" width="${width}%" height="${HEIGHT}" fill="url(#hatch-outage)"></rect>`
}
