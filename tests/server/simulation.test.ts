import { expect, test } from 'vitest'
import { runScenario } from '../../tools/simulate/run-scenario.ts'
import { shortScenarios } from '../../tools/simulate/scenarios.ts'
import { missedBy } from '../../tools/simulate/verdict.ts'

/** `npm run simulate` plays them at length. */
const SEED = 7

test.each(shortScenarios().map((scenario) => [scenario.name, scenario] as const))(
  '%s: the server meets what it has to',
  { timeout: 120_000 },
  async (_, scenario) => {
    const outcome = await runScenario(scenario, SEED)
    const { honest, attack } = outcome
    // Otherwise nobody came, and nothing was tried.
    if (['surge', 'class'].includes(scenario.kind)) expect(honest.sent).toBeGreaterThan(40)
    else expect(attack.sent + attack.refused).toBeGreaterThanOrEqual(300)
    expect(missedBy(outcome), JSON.stringify(outcome, null, 1)).toEqual([])
    expect(honest.excluded).toBe(0)
  },
)
