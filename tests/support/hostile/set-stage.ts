import { readFileSync } from 'node:fs'
import type { LaunchOptions } from 'playwright-core'
import { afterAll } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { folderForAll } from '../folder-for-all.ts'
import { type HostPage, hostSite } from '../host-site.ts'
import { startReaderProxy } from '../reader-proxy.ts'
import { startServer } from '../running-server.ts'
import { faultyServer } from './faulty-server.ts'
import type { HostilePage } from './hostile-page.ts'
import { hostilePages } from './hostile-site.ts'
import type { Stage } from './visit.ts'

interface Setting {
  /** Pages that need headers, or another server than the real one. */
  readonly pages?: readonly HostilePage[]
  /** What is made of each page before it is served. */
  readonly alter?: (page: HostPage) => HostPage
  readonly browserOptions?: LaunchOptions
}

/**
 * Starts the built server, the host's site on another origin, and the browser, for all tests
 * of a file. Call it where the file begins.
 */
export async function setStage({
  pages = [],
  alter = (page) => page,
  browserOptions,
}: Setting = {}): Promise<Stage> {
  const server = await startServer(folderForAll())
  afterAll(() => server.end('SIGTERM'))
  const { origin, end } = await startReaderProxy(server.origin)
  afterAll(end)
  const script = readFileSync('dist/widget/widget.js', 'utf8')
  const faulty = new Map<string, string>()
  for (const { name, fault } of pages) {
    if (!fault) continue
    const misbehaving = await faultyServer(fault, script)
    afterAll(() => misbehaving.close())
    faulty.set(name, misbehaving.origin)
  }
  const served = hostilePages(pages, (name) => faulty.get(name) ?? origin)
  const altered = Object.entries(served).map(([path, page]) => [path, alter(page)] as const)
  const site = await hostSite(Object.fromEntries(altered), afterAll)
  const browser = await launchChromium(browserOptions)
  afterAll(() => browser.close())
  return { browser, site, server: origin }
}
