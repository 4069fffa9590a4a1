import { expect, test } from 'vitest'
import { runFuzz } from '../support/fuzz/run-fuzz.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const REQUESTS = 3000
/** Answers that have to come for the requests to say anything: they reach every check. */
const REACHED = [
  ...['200', '204', '302', 'json', 'unknown-field', 'site', 'article', 'visit', 'ballot', 'turn'],
  ...[
    'choice',
    'address',
    'token',
    'origin',
    'not-found',
    'method',
    'body-size',
    'content-type',
    'value',
    'unauthorised',
  ],
]

test(`${REQUESTS} requests that nobody should send are answered, and bend no figure`, async () => {
  const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000)
  const outcome = await runFuzz({ dataDir: temporaryFolder(), seed, requests: REQUESTS })

  const replay = `npm run fuzz -- --requests ${REQUESTS} --seed ${seed}`
  expect(outcome.faults, replay).toEqual([])
  const missing = REACHED.filter((answer) => !outcome.answers.has(answer))
  expect(missing, replay).toEqual([])
})
