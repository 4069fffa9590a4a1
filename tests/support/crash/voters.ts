import { CHOICES, type Choice } from '../../../shared/choice.ts'
import { VIEWS_PATH, VOTES_PATH, WITHDRAWALS_PATH } from '../../../shared/paths.ts'
import { readerHeaders } from '../reader-headers.ts'
import { pick, type Random } from '../seeded.ts'

/** A turn that was answered with 200, and when, in milliseconds since 1970. */
export interface AnsweredTurn {
  readonly article: string
  readonly ballot: string
  readonly turn: number
  readonly at: number
}

const SITE = 'bojonegoro'
/** Most turns of one ballot. */
const MOST_TURNS = 4

/**
 * Readers, one after the other on each of some lanes, who vote, change and withdraw.
 * @returns what was answered
 */
export async function voteAround(
  origin: string,
  articles: readonly string[],
  ballots: Iterator<string>,
  lanes: number,
  random: Random,
): Promise<readonly AnsweredTurn[]> {
  const answered: AnsweredTurn[] = []

  async function ask(reader: string, path: string, body: object): Promise<Response> {
    const headers = { Origin: origin, 'Content-Type': 'text/plain', ...readerHeaders(reader) }
    return fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  async function read(ballot: string): Promise<void> {
    const article = pick(random, articles)
    const view = await ask(ballot, VIEWS_PATH, { site: SITE, article, visit: 'new' })
    const { token } = (await view.json()) as { token: string }
    const turns = 1 + Math.floor(random() * MOST_TURNS)
    for (let turn = 1; turn <= turns; turn++) {
      const choice: Choice | null = turn > 1 && random() < 0.25 ? null : pick(random, CHOICES)
      const common = { site: SITE, article, ballot, turn }
      const reply =
        choice === null
          ? await ask(ballot, WITHDRAWALS_PATH, common)
          : await ask(ballot, VOTES_PATH, { ...common, choice, token })
      await reply.arrayBuffer()
      if (reply.status !== 200) throw new Error(`a turn was answered ${reply.status}`)
      answered.push({ article, ballot, turn, at: performance.timeOrigin + performance.now() })
    }
  }

  async function lane(): Promise<void> {
    for (let next = ballots.next(); !next.done; next = ballots.next()) await read(next.value)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return answered
}
