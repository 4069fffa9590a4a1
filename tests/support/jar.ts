import type { Visit } from '../../server/accounts/accounts.ts'

/** A browser that keeps its cookies, as far as signing in goes. */
export class Jar {
  readonly #cookies = new Map<string, string>()
  readonly secure: boolean

  constructor(secure = true) {
    this.secure = secure
  }

  get visit(): Visit {
    return { cookie: this.cookie, secure: this.secure, browser: 'Firefox · Linux' }
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get names(): string[] {
    return [...this.#cookies.keys()]
  }

  /** Takes what a reply sets, and answers with its outcome. */
  take<T>({ outcome, cookies }: { outcome: T; cookies: readonly string[] }): T {
    this.keep(cookies)
    return outcome
  }

  keep(cookies: readonly string[]): void {
    for (const line of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }
}
