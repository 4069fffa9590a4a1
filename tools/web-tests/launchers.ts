import { playwrightLauncher } from '@web/test-runner-playwright'
import { puppeteerLauncher } from '@web/test-runner-puppeteer'
import { webdriverLauncher } from '@web/test-runner-webdriver'
import { QUIET } from '../../tests/support/chromium.ts'
import { CHROMIUM, FIREFOX, programPath } from '../../tests/support/system-program.ts'
import type { Engine } from './engine.ts'
import type { WebTestRun } from './web-test-run.ts'

/** Starts each of a run's engines as the system has it; nothing is downloaded. */
export function launchersOf({ engines, webkitPort }: WebTestRun) {
  const launchers = {
    chromium: () =>
      playwrightLauncher({
        product: 'chromium',
        launchOptions: { executablePath: programPath(CHROMIUM), args: [...QUIET] },
        createBrowserContext: ({ browser }) => browser.newContext({ locale: 'id-ID' }),
      }),
    firefox: () =>
      puppeteerLauncher({
        launchOptions: { browser: 'firefox', executablePath: programPath(FIREFOX) },
      }),
    webkit: () =>
      webdriverLauncher({
        hostname: '127.0.0.1',
        port: webkitPort ?? 0,
        path: '/',
        // WebKitGTK's driver starts the small browser that it came with, by the classic protocol.
        capabilities: { 'wdio:enforceWebDriverClassic': true },
      }),
  }
  return engines.map((engine) => launchers[engine]())
}

/** The engine that a launcher of a type starts. */
export const ENGINE_OF: Readonly<Record<string, Engine>> = {
  playwright: 'chromium',
  puppeteer: 'firefox',
  webdriver: 'webkit',
}
