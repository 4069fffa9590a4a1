type Row = readonly string[]

/** Rows of as many cells each for a terminal: words to the left, figures to the right. */
export function aligned(rows: readonly Row[]): string {
  const widths: number[] = []
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length)
  }
  return rows.map((row) => lineOf(row, widths)).join('\n')
}

function lineOf(row: Row, widths: readonly number[]): string {
  const padded = row.map((cell, i) => {
    const width = widths[i] as number
    return i === 0 ? cell.padEnd(width) : cell.padStart(width)
  })
  return padded.join('  ').trimEnd()
}

export function percent(part: number, decimals: number): string {
  return `${(part * 100).toFixed(decimals)} %`
}
