/**
 * What goes wrong: nothing; the connection breaks before the request arrives, or after; it
 * waits until told otherwise; a login page answers; the server refuses, for now or for good; the
 * page token has run out on the way.
 */
export type Fault =
  | 'none'
  | 'down'
  | 'cut'
  | 'held'
  | 'html'
  | 'storage'
  | 'rate'
  | 'closed'
  | 'token'

export interface SteeredFault {
  /** Path of the server, such as `/v1/votes`. */
  readonly path: string
  /** End of the article's key, where it befalls the requests of one article alone. */
  readonly article?: string
  readonly fault: Fault
  /** How many requests it befalls, all unless set. */
  readonly times?: number
  /** When a refusal wants to be asked again, in seconds. */
  readonly retryAfter?: number
}

/** A request that came, whatever became of it. */
export interface SeenRequest {
  readonly path: string
  /** What was sent, empty for a GET. */
  readonly body: string
  /** When it came, in milliseconds. */
  readonly at: number
}

/** What befalls a request in the end. */
interface Befalling {
  readonly fault: Exclude<Fault, 'held'>
  readonly retryAfter: number | undefined
}

/** The faults of one page, and the requests that it made. */
export class FaultLane {
  readonly requests: SeenRequest[] = []
  readonly #faults: (SteeredFault & { readonly article: string; left: number })[] = []
  readonly #waiting: (() => void)[] = []

  /** Sets what befalls a path from now on, and lets go what was held. */
  steer({ article = '', times = Number.POSITIVE_INFINITY, ...steered }: SteeredFault): void {
    this.#faults.unshift({ ...steered, article, left: times })
    for (const go of this.#waiting.splice(0)) go()
  }

  /** Notes a request and tells what befalls it; resolves when it is no longer held. */
  async take(path: string, body: string): Promise<Befalling> {
    this.requests.push({ path, body, at: performance.now() })
    for (;;) {
      const { fault, retryAfter } = this.#next(path, articleOf(body))
      if (fault !== 'held') return { fault, retryAfter }
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }

  /** What was steered last goes before; a request that names no article is befallen by its path. */
  #next(path: string, article: string): Pick<SteeredFault, 'fault' | 'retryAfter'> {
    const steered = this.#faults.find(
      (one) => one.path === path && (article === '' || article.endsWith(one.article)),
    )
    if (!steered || steered.left === 0) return { fault: 'none' }
    steered.left -= 1
    return steered
  }
}

function articleOf(body: string): string {
  return body === '' ? '' : String((JSON.parse(body) as { article?: unknown }).article)
}
