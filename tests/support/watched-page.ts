import { expect } from 'vitest'
import type { DashboardBrowser } from './dashboard-browser.ts'

/** Figures as a page that is open has them: what the stream sent last of each part. */
export class WatchedPage {
  readonly parts = new Map<string, string>()
  readonly #reader
  readonly #decoder = new TextDecoder()
  #text = ''

  private constructor(reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.#reader = reader
  }

  /** @param address of the stream, as the page has it */
  static async open(
    browser: DashboardBrowser,
    fetching: (request: Request) => Response | Promise<Response>,
    address: string,
  ): Promise<WatchedPage> {
    const headers = { Cookie: browser.jar.cookie }
    const reply = await fetching(new Request(browser.origin + address, { headers }))
    expect(reply.status).toBe(200)
    expect(reply.headers.get('Content-Type')).toBe('text/event-stream')
    expect(reply.headers.getSetCookie()).toEqual([])
    const reader = reply.body?.getReader()
    if (!reader) throw new Error('a stream without a body')
    const page = new WatchedPage(reader)
    expect(await page.next()).toMatch(/^retry: \d+$/)
    return page
  }

  /** What is sent next; undefined once the stream has ended. */
  async next(): Promise<string | undefined> {
    while (!this.#text.includes('\n\n')) {
      const { done, value } = await this.#reader.read()
      if (done) return undefined
      this.#text += this.#decoder.decode(value, { stream: true })
    }
    const [event = '', ...rest] = this.#text.split('\n\n')
    this.#text = rest.join('\n\n')
    if (event.startsWith('data: ')) {
      const parts = JSON.parse(event.slice(6)) as Record<string, string>
      for (const [name, text] of Object.entries(parts)) this.parts.set(name, text)
      return Object.keys(parts).join(' ')
    }
    return event
  }

  leave(): Promise<void> {
    return this.#reader.cancel()
  }
}
