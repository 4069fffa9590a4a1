import { readFileSync } from 'node:fs'
import type { LaunchOptions } from 'playwright-core'
import { afterAll } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { folderForAll } from '../folder-for-all.ts'
import { hostSite } from '../host-site.ts'
import { startServer } from '../running-server.ts'
import { faultyServer } from './faulty-server.ts'
import type { HostilePage } from './hostile-page.ts'
import { hostilePages } from './hostile-site.ts'
import type { Stage } from './visit.ts'

/**
 * Starts the built server, the host's site on another origin, and the browser, for all tests
 * of a file. Call it where the file begins.
 */
export async function setStage(
  pages: readonly HostilePage[] = [],
  browserOptions: LaunchOptions = {},
): Promise<Stage> {
  const server = await startServer(folderForAll())
  afterAll(() => server.end('SIGTERM'))
  const script = readFileSync('dist/widget/widget.js', 'utf8')
  const faulty = new Map<string, string>()
  for (const { name, fault } of pages) {
    if (!fault) continue
    const misbehaving = await faultyServer(fault, script)
    afterAll(() => misbehaving.close())
    faulty.set(name, misbehaving.origin)
  }
  const site = await hostSite(
    hostilePages(pages, (name) => faulty.get(name) ?? server.origin),
    afterAll,
  )
  const browser = await launchChromium(browserOptions)
  afterAll(() => browser.close())
  return { browser, site, server: server.origin }
}
