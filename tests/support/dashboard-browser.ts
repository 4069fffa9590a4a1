import { Jar } from './jar.ts'

/** What came of a request to the dashboard. */
export interface DashboardReply {
  readonly status: number
  /** Where it leads, without following. */
  readonly to: string | null
  readonly text: string
  readonly headers: Headers
}

/** A browser without JavaScript at the dashboard, as far as its headers and cookies go. */
export class DashboardBrowser {
  readonly jar: Jar
  readonly #fetch: (request: Request) => Response | Promise<Response>
  readonly origin: string

  constructor(
    origin: string,
    fetching: (request: Request) => Response | Promise<Response> = (request) => fetch(request),
  ) {
    this.origin = origin
    this.#fetch = fetching
    this.jar = new Jar(origin.startsWith('https:'))
  }

  open(path: string, headers: Readonly<Record<string, string>> = {}): Promise<DashboardReply> {
    return this.#ask(path, { headers })
  }

  /** What an address answers with, as it is. */
  async bytes(path: string): Promise<Uint8Array> {
    const reply = await this.#fetch(
      new Request(this.origin + path, { headers: { Cookie: this.jar.cookie } }),
    )
    return new Uint8Array(await reply.arrayBuffer())
  }

  /** Sends a form as a page of the dashboard itself does; headers change or take away that. */
  send(
    path: string,
    form: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string | undefined>> = {},
  ): Promise<DashboardReply> {
    const usual = {
      Origin: this.origin,
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/x-www-form-urlencoded',
      ...headers,
    }
    const sent = Object.entries(usual).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    )
    return this.#ask(path, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: Object.fromEntries(sent),
    })
  }

  async #ask(path: string, init: RequestInit): Promise<DashboardReply> {
    const headers = new Headers(init.headers)
    if (this.jar.cookie) headers.set('Cookie', this.jar.cookie)
    const request = new Request(this.origin + path, { ...init, headers, redirect: 'manual' })
    const reply = await this.#fetch(request)
    this.jar.keep(reply.headers.getSetCookie())
    const { status } = reply
    // Nobody waits for the end of figures that go on moving.
    const endless = reply.headers.get('Content-Type') === 'text/event-stream'
    if (endless) await reply.body?.cancel()
    return {
      status,
      to: reply.headers.get('Location'),
      text: endless ? '' : await reply.text(),
      headers: reply.headers,
    }
  }
}

/** The key of an authenticator and the backup codes, as the page shows them. */
export function shownTwoFactor(text: string): { secret: string; codes: string[] } {
  const [, key = ''] = /<code class="key">([^<]*)</.exec(text) ?? []
  const codes = [...text.matchAll(/<li><code>([^<]*)<\/code>/g)].map(([, code]) => code ?? '')
  return { secret: key.replaceAll(' ', ''), codes }
}
