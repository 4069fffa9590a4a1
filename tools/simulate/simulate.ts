import { parseArgs } from 'node:util'
import { measureGuard } from '../bench/guard-cost.ts'
import { type Outcome, runScenario } from './run-scenario.ts'
import { allScenarios } from './scenarios.ts'
import { sweep } from './sweep.ts'
import { table } from './table.ts'
import { missedBy } from './verdict.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    /** Instead of everything: what a network's allowance costs, and whom. */
    sweep: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
if (!Number.isSafeInteger(seed)) throw new TypeError('--seed is a whole number')

console.log(`seed ${seed}`)
if (values.sweep) {
  const told = ({ name, seconds }: Outcome, times: number) =>
    console.error(`${name}, ${times} times: ${seconds.toFixed(0)} s`)
  console.log(await sweep(seed, values.only, told))
} else {
  await playAll()
}

async function playAll(): Promise<void> {
  const outcomes: Outcome[] = []
  for (const scenario of allScenarios()) {
    if (!scenario.name.includes(values.only)) continue
    const outcome = await runScenario(scenario, seed)
    outcomes.push(outcome)
    console.error(`${scenario.name}: ${outcome.seconds.toFixed(0)} s`)
  }
  console.log(table(outcomes))
  console.log('\nwhat the operator was told, and what honest votes were pending for')
  for (const outcome of outcomes) tellOf(outcome)
  const keys = Math.max(...outcomes.map((outcome) => outcome.keys))
  console.log(`\nkeys that the guards held at most: ${keys}`)
  if (values.only === '') {
    const { memory, keys: kinds } = await measureGuard()
    console.log(`a full guard: ${memory.toFixed(1)} MiB for ${kinds.join(', ')} keys`)
  }
  if (outcomes.some((outcome) => missedBy(outcome).length > 0)) process.exitCode = 1
}

function tellOf({ name, warnings, honest }: Outcome): void {
  const reasons = Object.entries(honest.reasons).map(([reason, count]) => `${count} ${reason}`)
  console.log(`${name}: ${reasons.join(', ') || 'none pending'}`)
  for (const warning of warnings) console.log(`  ${warning}`)
}
