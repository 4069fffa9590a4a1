import { test } from 'vitest'
import { runModel } from '../support/model/run-model.ts'

const { MODEL_SEED, MODEL_RUNS, MODEL_LENGTH, MODEL_PATH, MODEL_REPLAY, MODEL_SHRINK } = process.env

/* `npm run model` runs this longer, and replays a failure. */
test('whatever happens to readers, server, disk and clock, votes are what they were meant to be', async () => {
  await runModel({
    seed: Number(MODEL_SEED ?? Date.now() % 1_000_000),
    runs: Number(MODEL_RUNS ?? 15),
    length: Number(MODEL_LENGTH ?? 40),
    ...(MODEL_RUNS === undefined ? { limit: 20_000 } : {}),
    shrink: MODEL_SHRINK !== undefined,
    ...(MODEL_PATH === undefined ? {} : { path: MODEL_PATH }),
    ...(MODEL_REPLAY === undefined ? {} : { replayPath: MODEL_REPLAY, MODEL_SHRINK }),
  })
})
