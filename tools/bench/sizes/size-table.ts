import type { Weight } from './weigh.ts'

/** The weights for a terminal, with what stands for each. */
export function sizeTable(weights: readonly Weight[]): string {
  const rows = weights.map(({ name, files, bytes }) => [
    name,
    typeof bytes === 'number' ? bytes.toLocaleString('en') : '–',
    typeof bytes === 'number' ? files : bytes,
  ])
  const [first = 0, second = 0] = [0, 1].map((i) =>
    Math.max(...rows.map((row) => (row[i] as string).length)),
  )
  const lines = rows.map(
    ([name = '', bytes = '', files = '']) =>
      `${name.padEnd(first)}  ${bytes.padStart(second)}  ${files}`,
  )
  return ['bytes of brotli that a page loads:', ...lines].join('\n')
}
