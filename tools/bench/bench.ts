import { buildIfStale } from '../build-if-stale.ts'
import { measureBackupStall } from './backup/backup-stall.ts'
import { stallTable } from './backup/stall-table.ts'
import { measureBlockingTime } from './blocking-time.ts'
import { cleanUpOnSignal, createCleanUp } from './clean-up.ts'
import { measureGuard } from './guard-cost.ts'
import { HELP, readOptions } from './options.ts'
import { printJson, printText } from './report.ts'
import { runBench } from './run-bench.ts'
import { sizeTable } from './sizes/size-table.ts'
import { weighAll } from './sizes/weigh.ts'

/*
 * `npm run bench`: how fast the built server counts, beside a bare server on the same
 * runtime, whether every count is right, and what readers load beside others' scripts.
 */

const cleanUp = createCleanUp()
cleanUpOnSignal(cleanUp)

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options.help) {
    console.log(HELP)
    return
  }
  buildIfStale()
  if (options.sizes) {
    const weights = await weighAll()
    console.log(options.json ? JSON.stringify(weights, null, 2) : sizeTable(weights))
    return
  }
  if (options.blocking) {
    const rounds = await measureBlockingTime()
    console.log(
      `blocking time at a sixth of this machine's speed: median ${rounds[rounds.length >> 1]} ms of ${rounds.join(', ')}`,
    )
    return
  }
  if (options.backup) {
    const stall = await measureBackupStall(options, cleanUp)
    await cleanUp.run()
    console.log(options.json ? JSON.stringify(stall, null, 2) : stallTable(stall))
    if (stall.wrong.length + stall.failed > 0) process.exitCode = 1
    return
  }
  if (options.guard) {
    const { memory, view, vote, keys } = await measureGuard()
    console.log(`a full guard holds ${memory.toFixed(1)} MiB (${keys.join(', ')} keys)`)
    console.log(`a view costs it ${view.toFixed(1)} µs, a vote ${vote.toFixed(1)} µs`)
    return
  }
  const outcome = await runBench(options, cleanUp)
  await cleanUp.run()
  if (options.json) printJson(outcome)
  else {
    printText(outcome)
    console.log(`\n${sizeTable(await weighAll())}`)
  }
  if (outcome.failed > 0 || outcome.counts.wrong.length > 0) process.exitCode = 1
}

main().catch(async (reason: unknown) => {
  process.exitCode = 1
  console.error(messageOf(reason))
  await cleanUp.run().catch((later: unknown) => {
    if (later !== reason) console.error(messageOf(later))
  })
})

function messageOf(reason: unknown): string {
  if (!(reason instanceof Error)) return String(reason)
  // fetch says only that it failed; the cause says why.
  return reason.cause ? `${reason.message}: ${messageOf(reason.cause)}` : reason.message
}
