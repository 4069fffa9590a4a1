import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROUTES } from '../../server/dashboard/routes.ts'
import { launchChromium } from '../support/chromium.ts'
import { type FurnishedServer, furnishedServer } from '../support/pages/furnished-server.ts'
import type { PageReader } from '../support/pages/page-address.ts'
import { pageAddresses } from '../support/pages/page-addresses.ts'
import { bringAxe, pageFaults } from '../support/pages/page-faults.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let browser: Browser
let furnished: FurnishedServer
let bare: RunningServer

beforeAll(async () => {
  ;[browser, furnished, bare] = await Promise.all([
    launchChromium(),
    furnishedServer(temporaryFolder(afterAll)),
    startServer(temporaryFolder(afterAll)),
  ])
})
afterAll(async () => {
  await browser?.close()
  await furnished?.server.end('SIGTERM')
  await bare?.end('SIGTERM')
})

async function windowOf(reader: PageReader): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'id-ID' })
  await bringAxe(context)
  const pairs = furnished.cookies[reader].split('; ').filter((pair) => pair !== '')
  await context.addCookies(
    pairs.map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/)
      return { name, value, url: furnished.server.origin }
    }),
  )
  return context
}

test('every page is well in light and dark, narrow, on paper and by keyboard alone', async () => {
  const addresses = [
    ...pageAddresses(ROUTES, furnished.examples).map((one) => ({
      ...one,
      origin: furnished.server.origin,
    })),
    { name: '/admin/setup', path: '/admin/setup', reader: 'stranger', origin: bare.origin },
  ] as const
  const faults: string[] = []
  for (const reader of ['owner', 'half', 'known', 'stranger'] as const) {
    const context = await windowOf(reader)
    const page = await context.newPage()
    for (const { name, path, origin } of addresses.filter((one) => one.reader === reader)) {
      const noise: string[] = []
      const listen = (message: { text(): string }) => noise.push(message.text())
      page.on('console', listen)
      const reply = await page.goto(origin + path)
      if (new URL(page.url()).pathname !== path.split('?')[0])
        faults.push(`${name}: led to ${page.url()}`)
      if (reply?.status() !== 200) faults.push(`${name}: ${reply?.status()}`)
      faults.push(...(await pageFaults(page, name)), ...noise.map((t) => `${name} [console] ${t}`))
      page.off('console', listen)
    }
    await context.close()
  }
  expect(faults).toEqual([])
}, 300_000)
