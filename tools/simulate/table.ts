import type { Outcome } from './run-scenario.ts'
import { missedBy } from './verdict.ts'

type Row = readonly string[]

const HEADINGS: Row = [
  '',
  'attack votes',
  'counted a day',
  'pending in 60 s',
  'index moved, most',
  'at the end',
  'honest votes',
  'pending after 30 min',
  'refused',
  '',
]

/** The outcomes for a terminal, one a line. */
export function table(outcomes: readonly Outcome[]): string {
  const rows = [HEADINGS, ...outcomes.map(rowOf)]
  const widths = HEADINGS.map((_, i) => Math.max(...rows.map((row) => (row[i] as string).length)))
  return rows.map((row) => aligned(row, widths)).join('\n')
}

function rowOf(outcome: Outcome): Row {
  const { name, attack, soon, moved, honest } = outcome
  const attacked = attack.sent > 0
  const missed = missedBy(outcome)
  return [
    name,
    attacked ? String(attack.sent) : '–',
    attacked ? String(attack.mostADay) : '–',
    soon === null ? '–' : percent(soon, 1),
    moved.most.toFixed(2),
    moved.last.toFixed(2),
    String(honest.sent),
    `${honest.aside} (${percent(honest.aside / Math.max(1, honest.sent), 2)})`,
    `${honest.refused} of ${honest.requests}`,
    missed.length === 0 ? 'holds' : `MISSES: ${missed.join('; ')}`,
  ]
}

function percent(part: number, decimals: number): string {
  return `${(part * 100).toFixed(decimals)} %`
}

/** Words to the left, figures to the right. */
function aligned(row: Row, widths: readonly number[]): string {
  const last = row.length - 1
  return row
    .map((cell, i) => {
      if (i === last) return cell
      const width = widths[i] as number
      return i === 0 ? cell.padEnd(width) : cell.padStart(width)
    })
    .join('  ')
    .trimEnd()
}
