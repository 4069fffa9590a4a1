import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { openReader } from './chromium.ts'

/** A page with counts, and all that it asks a server for and says on the console. */
export interface ListingPage {
  readonly page: Page
  /** Path and query of each request to the server, in their order. */
  readonly asked: string[]
  /** Errors, and messages on the console. */
  readonly noise: string[]
  /** How many articles each request for counts asked for. */
  articlesAsked(): number[]
  /** What a reader sees of the counts, in their order. */
  texts(): Promise<string[]>
  /** Waits until none shows a dash any more. */
  counted(): Promise<void>
}

/** Opens a window, gone after the test, in which nothing has been opened yet. */
export async function openListing(
  browser: Browser,
  server: string,
  options?: BrowserContextOptions,
): Promise<ListingPage> {
  const reader = await openReader(browser, options)
  onTestFinished(() => reader.close())
  const page = await reader.newPage()
  const asked: string[] = []
  const noise: string[] = []
  page.on('pageerror', (error) => noise.push(error.message))
  page.on('console', (message) => noise.push(message.text()))
  page.on('request', (request) => {
    if (request.url().startsWith(server)) asked.push(request.url().slice(server.length))
  })
  const counts = page.locator('tanggapan-count')
  return {
    page,
    asked,
    noise,
    articlesAsked: () =>
      asked
        .filter((line) => line.includes('/tallies?'))
        .map((line) => line.split('article=').length - 1),
    texts: () =>
      counts.evaluateAll((all) =>
        all.map((each) => (each.shadowRoot?.querySelector('span') ?? each).textContent),
      ),
    async counted() {
      await page.waitForFunction(() =>
        [...document.querySelectorAll('tanggapan-count')].every((each) =>
          each.shadowRoot?.querySelector('span'),
        ),
      )
    },
  }
}
