import { expect, test } from 'vitest'
import { runKillLoop } from '../support/kill-loop.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ROUNDS = 20
/** Turns that have to be answered for the rounds to say anything. */
const ENOUGH = 500

test(`${ROUNDS} times kill -9 under load, moderation and sealing lose no vote that was answered, and make none up`, async () => {
  const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000)
  const lines: string[] = []
  const report = (line: string) => lines.push(line)
  const outcome = await runKillLoop({ dataDir: temporaryFolder(), rounds: ROUNDS, seed, report })

  const rounds = `seed ${seed} (KILL_SEED)\n${lines.join('\n')}`
  expect(outcome.faults.slice(0, 20), rounds).toEqual([])
  expect(outcome.answered, rounds).toBeGreaterThan(ENOUGH)
  expect(outcome.uncounted, rounds).toBeGreaterThan(0)
  expect(outcome.sealed, rounds).toBeGreaterThan(0)
  expect(outcome.moderated, rounds).toBeGreaterThan(0)
}, 600_000)
