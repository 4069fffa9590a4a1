import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { readRows, VOTES_AT } from '../support/read-rows.ts'
import { startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { walkAsReader } from './reader-walk.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

test('a reader votes, changes, reloads and withdraws, and every thanks survives kill -9', async () => {
  const dataDir = temporaryFolder()
  let server = await startServer(dataDir)
  onTestFinished(async () => {
    await server.end('SIGTERM')
  })
  const { origin } = server
  const key = `${new URL(origin).host}/demo`

  await walkAsReader(browser, {
    origin,
    async votesAfterPowerCut() {
      await server.end('SIGKILL')
      const rows = readRows(join(dataDir, 'tanggapan.db'), VOTES_AT(key))
      server = await startServer(dataDir, { PORT: new URL(origin).port })
      return rows
    },
  })
})
