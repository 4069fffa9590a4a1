import { aligned, percent } from './aligned.ts'
import { type Outcome, runScenario } from './run-scenario.ts'
import { allowanceScenarios } from './scenarios.ts'
import { missedBy } from './verdict.ts'

/** How far above what its article is used to a network may be: what is tried. */
const TIMES = [3, 5, 10, 20, 30, 100]

/**
 * Plays honest readers and loops with several allowances of a network.
 * @param told called with each outcome
 * @returns one table for a terminal: of honest votes those still pending after half an hour, of an
 *   attack's votes those counted in a day, and how far the index moved at most; `*` for a target missed
 */
export async function sweep(
  seed: number,
  only: string,
  told: (outcome: Outcome, times: number) => void,
): Promise<string> {
  const rows = [['times what an article is used to', ...TIMES.map(String)]]
  for (const scenario of allowanceScenarios()) {
    if (!scenario.name.includes(only)) continue
    const row = [scenario.name]
    for (const times of TIMES) {
      const outcome = await runScenario(scenario, seed, times)
      told(outcome, times)
      row.push(cellOf(outcome))
    }
    rows.push(row)
  }
  return aligned(rows)
}

function cellOf(outcome: Outcome): string {
  const { attack, honest, moved } = outcome
  const missed = missedBy(outcome).length > 0 ? '*' : ''
  if (attack.sent > 0) return `${attack.mostADay} (${moved.most.toFixed(2)})${missed}`
  return `${honest.aside} of ${honest.sent} (${percent(honest.aside / honest.sent, 1)})${missed}`
}
