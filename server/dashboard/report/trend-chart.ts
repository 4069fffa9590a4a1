import { PERMENPAN_14_2017 } from '../../../shared/grade.ts'
import { RANKED_FROM } from '../../../shared/ranking-bounds.ts'
import type { TrendPoint } from '../../domain/report/report.ts'
import { type Html, html, NOTHING } from '../html.ts'

const WIDTH = 680
const HEIGHT = 240
/** Room for the scale at the left, for the grades at the right, and for the months below. */
const [LEFT, RIGHT, TOP, BOTTOM] = [32, 20, 8, 24]
/** Ends of the index's scale. */
const [LOWEST, HIGHEST] = [2500, 10_000]
const MARKS = [25, 50, 75, 100]

/**
 * The index month by month as dots with their intervals, the bands of the grades behind. Months with
 * few votes are hollow, those without any are left out.
 */
export function trendChart(points: readonly TrendPoint[], label: string): Html {
  const step = (WIDTH - LEFT - RIGHT) / points.length
  const dots = points.map(({ period, result: { index, interval, n } }, i) => {
    const x = LEFT + step * (i + 0.5)
    const month = html`<text class="tick" x="${x}" y="${HEIGHT - 6}" text-anchor="middle">${period.code.slice(5)}${
      i === 0 || period.code.endsWith('-01') ? `/${period.code.slice(2, 4)}` : ''
    }</text>`
    if (index === null || !interval) return month
    return html`<line class="interval" x1="${x}" x2="${x}" y1="${place(interval.low)}" y2="${place(interval.high)}"></line>
      <circle class="${n < RANKED_FROM ? 'dot few' : 'dot'}" cx="${x}" cy="${place(index)}" r="5"></circle>${month}`
  })
  return html`<svg class="trend" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
    ${bands()}${scale()}${dots}</svg>`
}

/** From the top of the scale down to each grade's lower bound. */
function bands(): readonly Html[] {
  return PERMENPAN_14_2017.bounds.map(({ grade, from }, i, all) => {
    const [top, low] = [place(all[i - 1]?.from ?? HIGHEST), place(from)]
    const band = html`<rect class="${i % 2 === 0 ? 'band' : 'band other'}" x="${LEFT}" y="${top}"
      width="${WIDTH - LEFT - RIGHT}" height="${low - top}"></rect>`
    return html`${band}<text class="tick" x="${WIDTH - RIGHT + 6}" y="${(top + low) / 2 + 4}">${grade}</text>`
  })
}

function scale(): readonly (Html | readonly Html[])[] {
  return MARKS.map((mark) => {
    const y = place(mark * 100)
    return html`<line class="rule" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}"></line>
      <text class="tick" x="${LEFT - 6}" y="${y + 4}" text-anchor="end">${mark}</text>${NOTHING}`
  })
}

/** @param hundredths of the index */
function place(hundredths: number): number {
  const part = (hundredths - LOWEST) / (HIGHEST - LOWEST)
  return HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP)
}
