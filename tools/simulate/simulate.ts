import { parseArgs } from 'node:util'
import { type Outcome, runScenario } from './run-scenario.ts'
import { allScenarios } from './scenarios.ts'
import { table } from './table.ts'
import { missedBy } from './verdict.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
  },
})
const seed = Number(values.seed)
if (!Number.isSafeInteger(seed)) throw new TypeError('--seed is a whole number')

console.log(`seed ${seed}`)
const outcomes: Outcome[] = []
for (const scenario of allScenarios()) {
  if (!scenario.name.includes(values.only)) continue
  const outcome = await runScenario(scenario, seed)
  outcomes.push(outcome)
  console.error(`${scenario.name}: ${outcome.seconds.toFixed(0)} s`)
}
console.log(table(outcomes))

console.log('\nwhat the operator was told, and what honest votes were pending for')
for (const { name, warnings, honest } of outcomes) {
  const reasons = Object.entries(honest.reasons).map(([reason, count]) => `${count} ${reason}`)
  console.log(`${name}: ${reasons.join(', ') || 'none pending'}`)
  for (const warning of warnings) console.log(`  ${warning}`)
}
const memory = process.memoryUsage()
const mebibytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`
console.log(
  `\nmemory of everything: ${mebibytes(memory.rss)}, ${mebibytes(memory.arrayBuffers)} of it in arrays`,
)
const keys = Math.max(...outcomes.map((outcome) => outcome.keys))
console.log(`keys that the guards held at most: ${keys}`)
if (outcomes.some((outcome) => missedBy(outcome).length > 0)) process.exitCode = 1
