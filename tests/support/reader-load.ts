import { Agent, request } from 'node:http'
import { CHOICES, type Choice } from '../../shared/choice.ts'
import { VIEWS_PATH, VOTES_PATH, WITHDRAWALS_PATH } from '../../shared/paths.ts'
import type { AcknowledgementLog, Ballot, SentTurn } from './acknowledgement-log.ts'
import { readerHeaders } from './reader-headers.ts'
import { pick, type Random } from './seeded.ts'

const SITE = 'bojonegoro'
const CONNECTIONS = 32
/** One reader in so many says that a program drives the browser: the votes of those are pending. */
const SUSPECT = 4

export interface ReaderLoadOptions {
  readonly log: AcknowledgementLog
  readonly random: Random
  readonly articles: readonly string[]
  /** Name of a ballot at an article in the database. */
  readonly voterOf: (article: string, ballot: string) => string
  /** A page token of an article that nobody has spent. */
  readonly tokenOf: (article: string) => string
}

/** Readers who view, vote, change and withdraw on many connections, and keep book. */
export class ReaderLoad {
  readonly #options: ReaderLoadOptions
  /** Answers that say something else than what was sent, in words. */
  readonly faults: string[] = []
  #made = 0

  constructor(options: ReaderLoadOptions) {
    this.#options = options
  }

  /** One view and one vote at every article, so that each has a row. */
  async begin(origin: string): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
    for (const article of this.#options.articles) {
      await this.#view(agent, origin, article)
      await this.#send(agent, origin, this.#newBallot(article), 1, 'puas')
    }
    agent.destroy()
  }

  /** Loads a server until it stops answering; resolves when every connection has ended. */
  async run(origin: string): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
    const lanes = Array.from({ length: CONNECTIONS }, async () => {
      while (await this.#step(agent, origin));
    })
    await Promise.all(lanes)
    agent.destroy()
  }

  #step(agent: Agent, origin: string): Promise<boolean> {
    const { log, random, articles } = this.#options
    const kind = random()
    if (kind < 0.3) return this.#view(agent, origin, pick(random, articles))
    if (kind < 0.6) {
      const ballot = this.#newBallot(pick(random, articles))
      return this.#send(agent, origin, ballot, 1 + Math.floor(random() * 3), pick(random, CHOICES))
    }
    const latest = log.ballots.slice(-200)
    // All may have been forgotten.
    const ballot =
      latest.length > 0 ? pick(random, latest) : this.#newBallot(pick(random, articles))
    const again = ballot.turns.length > 0 ? pick(random, ballot.turns) : undefined
    if (kind < 0.7 && again) return this.#send(agent, origin, ballot, again.turn, again.choice)
    const choice = random() < 0.3 ? null : pick(random, CHOICES)
    return this.#send(agent, origin, ballot, this.#turnFor(ballot), choice)
  }

  /** Mostly the next turn or one past it; at times one that was left out before. */
  #turnFor({ turns }: Ballot): number {
    const { random } = this.#options
    const highest = Math.max(0, ...turns.map(({ turn }) => turn))
    const leftOut = Array.from({ length: highest }, (_, i) => i + 1).filter((turn) =>
      turns.every((sent) => sent.turn !== turn),
    )
    if (leftOut.length > 0 && random() < 0.4) return pick(random, leftOut)
    return highest + (random() < 0.2 ? 2 : 1)
  }

  #newBallot(article: string): Ballot {
    const { log, voterOf } = this.#options
    const ballot = `reader-${String(this.#made++).padStart(15, '0')}`
    const made = { ballot, article, voter: voterOf(article, ballot), turns: [] }
    log.ballots.push(made)
    return made
  }

  async #view(agent: Agent, origin: string, article: string): Promise<boolean> {
    const views = this.#options.log.viewsOf(article)
    views.sent += 1
    const reply = await post(agent, origin, VIEWS_PATH, `viewer ${views.sent} of ${article}`, {
      site: SITE,
      article,
      visit: 'new',
    })
    if (!reply) return false
    if (reply.status !== 200) this.faults.push(`a view was answered ${reply.status}: ${reply.body}`)
    else views.answered.push(performance.now())
    return true
  }

  async #send(
    agent: Agent,
    origin: string,
    { ballot, article, turns }: Ballot,
    turn: number,
    choice: Choice | null,
  ): Promise<boolean> {
    const isFirst = turns.length === 0
    let sent = turns.find((known) => known.turn === turn)
    if (!sent) {
      sent = { turn, choice, answered: false } satisfies SentTurn
      turns.push(sent)
    }
    const { log } = this.#options
    const common = { site: SITE, article, ballot, turn }
    const token = this.#options.tokenOf(article)
    const suspect = Number(ballot.slice(-4)) % SUSPECT === 0
    const sentAt = performance.now()
    const reply =
      choice === null
        ? await post(agent, origin, WITHDRAWALS_PATH, ballot, common)
        : await post(agent, origin, VOTES_PATH, ballot, {
            ...common,
            choice,
            token,
            automated: suspect,
          })
    if (!reply) return false
    if (reply.status !== 200) this.faults.push(`a turn was answered ${reply.status}: ${reply.body}`)
    else {
      sent.answered = true
      if (isFirst) log.wrote(sentAt)
      const told = (JSON.parse(reply.body) as { choice: Choice | null }).choice
      const possible = turns.some((later) => later.turn >= turn && later.choice === told)
      if (!possible) this.faults.push(`${ballot}: turn ${turn} was answered with ${told}`)
    }
    return true
  }
}

/** The reply, or null where the connection broke. */
function post(
  agent: Agent,
  origin: string,
  path: string,
  reader: string,
  body: object,
): Promise<{ status: number; body: string } | null> {
  const json = JSON.stringify(body)
  const headers = {
    ...readerHeaders(reader),
    Origin: origin,
    'Content-Type': 'text/plain',
    'Content-Length': Buffer.byteLength(json),
  }
  return new Promise((resolve) => {
    const sending = request(`${origin}${path}`, { agent, method: 'POST', headers }, (reply) => {
      let text = ''
      reply.setEncoding('utf8')
      reply.on('data', (chunk: string) => {
        text += chunk
      })
      reply.on('error', () => resolve(null))
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body: text }))
    })
    sending.on('error', () => resolve(null))
    sending.end(json)
  })
}
