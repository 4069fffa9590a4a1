import type { Meant, ModelServer } from './model-server.ts'
import type { Act } from './operations.ts'

/** Browsers with their ballots: what each has sent, and which turn is its next. */
export class Readers {
  readonly #sent = new Map<string, Meant[]>()

  /** A ballot's next turns, each a choice or a withdrawal, with the page tokens for them. */
  async next(server: ModelServer, acts: readonly Act[]): Promise<Meant[]> {
    const meant: Meant[] = []
    for (const act of acts) {
      const sent = this.#of(act)
      const turn = 1 + Math.max(0, ...sent.map((earlier) => earlier.turn))
      const one = { ...act, turn }
      sent.push(one)
      meant.push(await this.withToken(server, one))
    }
    return meant
  }

  /** A turn that was sent before, `back` ago; undefined where there is none. */
  earlier(act: Act, back: number): Meant | undefined {
    return this.#of(act).at(-back)
  }

  /** Two tabs can take one turn only where the browser has no way to keep them apart. */
  note(meant: Meant): void {
    this.#of(meant).push(meant)
  }

  async withToken(server: ModelServer, meant: Meant): Promise<Meant> {
    if (meant.choice === null) return meant
    return { ...meant, token: await server.token(meant.article, `reader ${meant.ballot}`) }
  }

  #of({ article, ballot }: Pick<Act, 'article' | 'ballot'>): Meant[] {
    const id = `${article} ${ballot}`
    const sent = this.#sent.get(id) ?? []
    this.#sent.set(id, sent)
    return sent
  }
}
