import type { Range } from './range.ts'
import type { SummaryLine } from './summary.ts'

type Row = readonly string[]

const HEADINGS: Row = [
  '',
  '',
  'requests/s',
  '× bare',
  'p50 ms',
  'p99 ms',
  'CPU µs/request',
  '× bare',
  'generator µs',
]

/** How many columns at the left hold words. */
const WORDS = 2

/** The figures for a terminal: medians, with least and most in brackets. */
export function table(lines: readonly SummaryLine[]): string {
  const blocks = new Map<number, Row[]>()
  for (const line of lines) {
    const block = blocks.get(line.connections) ?? [headings(line.connections)]
    blocks.set(line.connections, block)
    block.push(rowOf(line))
  }
  const rows = [...blocks.values()].flat()
  const widths = HEADINGS.map((_, i) => Math.max(...rows.map((row) => (row[i] as string).length)))
  return [...blocks.values()]
    .map((block) => block.map((row) => aligned(row, widths)).join('\n'))
    .join('\n\n')
}

function headings(connections: number): Row {
  return HEADINGS.with(0, `${connections} connections`)
}

function rowOf(line: SummaryLine): Row {
  return [
    line.bare ? 'bare' : line.kind,
    line.bare ? '' : line.spread,
    range(line.requestsPerSecond, 0),
    range(line.ratio, 2),
    range(line.p50, 1),
    range(line.p99, 1),
    range(line.cpu, 0),
    range(line.cpuRatio, 2),
    range(line.generatorCpu, 0),
  ]
}

function range(value: Range | null, decimals: number): string {
  if (value === null) return '–'
  const [median, min, max] = [value.median, value.min, value.max].map((n) => n.toFixed(decimals))
  return value.min === value.max ? `${median}` : `${median} (${min}–${max})`
}

/** Words to the left, figures to the right. */
function aligned(row: Row, widths: readonly number[]): string {
  return row
    .map((cell, i) => {
      const width = widths[i] as number
      return i < WORDS ? cell.padEnd(width) : cell.padStart(width)
    })
    .join('  ')
    .trimEnd()
}
