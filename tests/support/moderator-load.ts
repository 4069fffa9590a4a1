import { pick, type Random } from './seeded.ts'

const SITE_PATH = '/api/admin/sites/bojonegoro'
/** Decisions that move votes to and fro between the three standings. */
const DECISIONS = [
  ['releases', { standing: 'pending' }],
  ['exclusions', { standing: 'pending' }],
  ['exclusions', { standing: 'counted' }],
  ['releases', { standing: 'excluded' }],
] as const

interface Line {
  /** Votes changed so far. */
  readonly changed?: number
}

/** An admin who releases and excludes without a pause, and keeps book of what was answered. */
export class ModeratorLoad {
  readonly #token: string
  readonly #random: Random
  readonly #articles: readonly string[]
  /** Votes that the server said it changed. */
  answered = 0
  readonly faults: string[] = []

  constructor(token: string, random: Random, articles: readonly string[]) {
    this.#token = token
    this.#random = random
    this.#articles = articles
  }

  /** Decides until the server stops answering. */
  async run(origin: string): Promise<void> {
    while (await this.#decide(origin));
  }

  async #decide(origin: string): Promise<boolean> {
    const [path, chosen] = pick(this.#random, DECISIONS)
    const body = {
      ...chosen,
      article: pick(this.#random, this.#articles),
      note: 'a loop that kills the server',
    }
    let text = ''
    try {
      const reply = await fetch(`${origin}${SITE_PATH}/${path}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${this.#token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (reply.status !== 200) {
        this.faults.push(`a decision was answered ${reply.status}: ${await reply.text()}`)
        return false
      }
      const lines = reply.body?.pipeThrough(new TextDecoderStream()).getReader()
      for (let read = await lines?.read(); read && !read.done; read = await lines?.read()) {
        text += read.value
      }
      return true
    } catch {
      // The server is gone; what it said until then holds.
      return false
    } finally {
      this.answered += changedBy(text)
    }
  }
}

/** What the last whole line of an answer says. */
function changedBy(text: string): number {
  const [last] = text.split('\n').slice(0, -1).filter(Boolean).slice(-1)
  return last === undefined ? 0 : ((JSON.parse(last) as Line).changed ?? 0)
}
