import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
} from 'playwright-core'
import { USUAL_AGENT } from './reader-headers.ts'
import { CHROMIUM, programPath } from './system-program.ts'

/** Nothing of the browser's own looks for the internet. */
export const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]

/** Also for tabs that nobody opens as a reader's: a headless one is a robot to the server. */
const NOT_HEADLESS = `--user-agent=${USUAL_AGENT}`

/**
 * Starts Chromium.
 * @param more what this one is started with besides
 * @throws where there is none: `npm test` installs it or says how
 */
export async function launchChromium({ args = [], ...more }: LaunchOptions = {}): Promise<Browser> {
  const executablePath = programPath(CHROMIUM)
  return chromium.launch({ executablePath, args: [...QUIET, NOT_HEADLESS, ...args], ...more })
}

/** A window as readers have it: the browser does not say that a program drives it, nor is headless. */
export async function openReader(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const usual = { locale: 'id-ID', userAgent: USUAL_AGENT }
  const context = await browser.newContext({ ...usual, ...options })
  // Half of what a test has: what is waited for comes, though late on a busy machine.
  context.setDefaultTimeout(60_000)
  // As text: tsx gives functions a helper of its own, which no page has.
  await context.addInitScript("Object.defineProperty(navigator, 'webdriver', { get: () => false })")
  return context
}
