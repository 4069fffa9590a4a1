/** How a runner closed. */
export interface Count {
  readonly passed: number
  readonly failed: number
  /** What failed, by name; a long log is scrolled past, the last lines are read. */
  readonly names?: readonly string[]
}

/**
 * How every runner of ours closes: a line for each failure, and the line that the next one
 * adds up.
 */
export function closingLines({ passed, failed, names = [] }: Count): string {
  return [...names.map((name) => `failed: ${name}`), `${passed} passed, ${failed} failed`].join(
    '\n',
  )
}

/** Adds runners up. One that ran nothing is a failure: it hides that it found no test. */
export function addCounts(counts: readonly Count[]): Count {
  return counts.reduce<Required<Count>>(
    (sum, { passed, failed, names = [] }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + (passed + failed === 0 ? 1 : failed),
      names: [...sum.names, ...names],
    }),
    { passed: 0, failed: 0, names: [] },
  )
}
