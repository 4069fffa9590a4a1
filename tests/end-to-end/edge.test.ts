import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { freePort } from '../support/free-port.ts'
import { readRows, VOTES_AT } from '../support/read-rows.ts'
import { type RunningProcess, runProcess } from '../support/running-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { walkAsReader } from './reader-walk.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

test('the same walk through the edge runtime ends in D1', async () => {
  const state = temporaryFolder()
  const port = await freePort()
  const start = async (): Promise<RunningProcess> => {
    const args = ['tools/edge.ts', '--port', String(port), '--persist-to', state]
    const edge = runProcess(['--import', 'tsx', ...args], {})
    await edge.says(/Ready on/)
    return edge
  }
  let edge = await start()
  onTestFinished(async () => {
    await edge.end('SIGTERM')
  })

  await walkAsReader(browser, {
    origin: `http://localhost:${port}`,
    async votesAfterPowerCut() {
      await edge.end('SIGTERM')
      const rows = readRows(d1File(state), VOTES_AT(`localhost:${port}/demo`))
      edge = await start()
      return rows
    },
  })
})

/** The file in which the local D1 keeps its one database. */
function d1File(state: string): string {
  const folder = join(state, 'v3', 'd1', 'miniflare-D1DatabaseObject')
  const name = readdirSync(folder).find((file) => /^[0-9a-f]+\.sqlite$/.test(file))
  if (!name) throw new Error(`no database in ${folder}: ${readdirSync(folder)}`)
  return join(folder, name)
}
