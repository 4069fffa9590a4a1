import { createBurstWatch } from '../../server/domain/burst/burst-watch.ts'
import type { Agent } from '../../server/domain/client/client.ts'
import { parseIpAddress } from '../../server/domain/client/ip-address.ts'
import type { CastVote, Measured } from '../../server/domain/guard/guard.ts'
import { createMemoryGuard, type MemoryGuard } from '../../server/domain/guard/memory-guard.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import type { Reason } from '../../shared/standing.ts'
import { USUAL_AGENT } from './reader-headers.ts'

export const ARTICLE = { site: 'desa', key: 'desa.go.id/berita' }

export interface Reader {
  /** As it came; null where it can't be known. */
  readonly address?: string | null
  readonly userAgent?: string
  readonly agent?: Agent
  readonly article?: string
}

interface Voting extends Reader {
  readonly voter?: number
  readonly nonce?: number
  /** Of the page token, in milliseconds. */
  readonly age?: number
  readonly automated?: boolean
  readonly stands?: boolean
  readonly measured?: Measured
}

/** A guard with a clock of its own, and readers before it. */
export class Guarded {
  readonly guard: MemoryGuard
  readonly watch = createBurstWatch()
  /** How often a salt was drawn. */
  salts = 0
  now = Date.UTC(2026, 2, 1, 5)
  #voters = 0

  /** @param most number of keys of each kind */
  constructor(most?: number) {
    const draw = (bytes: number) => {
      this.salts += 1
      return nodeRandom(bytes)
    }
    this.guard = createMemoryGuard(nodeMac, draw, this.watch, { most })
  }

  /** `counted`, or why a view was dropped. */
  async view(reader: Reader & { readonly unknown?: boolean } = {}): Promise<string> {
    const { unknown = false } = reader
    return (await this.guard.seeView({ ...this.#who(reader), unknown }, this.now)) ?? 'counted'
  }

  /** `counted`, why a vote is pending, or `wait` and the seconds. */
  async vote(voting: Voting = {}): Promise<Reason | 'counted' | `wait ${number}`> {
    this.#voters += 1
    const { voter = this.#voters, nonce = this.#voters, age = 2000 } = voting
    const { automated = false, stands = false, measured = { votes: 0, views: 0 } } = voting
    const vote: CastVote = {
      ...this.#who(voting),
      voter: hashOf(voter),
      stands,
      choice: 'puas',
      automated,
      token: { age, nonce: hashOf(nonce).slice(0, 16) },
      measured,
    }
    const judged = await this.guard.judgeVote(vote, this.now)
    if ('retryAfter' in judged) return `wait ${judged.retryAfter}`
    return judged.reason ?? 'counted'
  }

  /** Name of a voter in the database, by number. */
  voterOf(voter: number): string {
    return hashOf(voter)
  }

  /** How many of so many votes come to each answer. */
  async votes(howMany: number, of: (i: number) => Voting): Promise<Record<string, number>> {
    const sums: Record<string, number> = {}
    for (let i = 0; i < howMany; i++) {
      const answer = (await this.vote(of(i))).replace(/ \d+/, '')
      sums[answer] = (sums[answer] ?? 0) + 1
    }
    return sums
  }

  /** True where a vote may be withdrawn, else the seconds to wait. */
  async withdraw(voter: number, reader: Reader = {}): Promise<true | number> {
    const { client } = this.#who(reader)
    const refusal = await this.guard.admitWithdrawal(hashOf(voter), client, this.now)
    return refusal === null || refusal.retryAfter
  }

  /** True where an article may be made, else the seconds to wait. */
  async newArticle(reader: Reader = {}): Promise<true | number> {
    const { article, client } = this.#who(reader)
    const refusal = await this.guard.admitArticle(article, client, this.now)
    return refusal === null || refusal.retryAfter
  }

  /**
   * How many votes another look would have counted, by what they were pending for.
   * @param stored false where the database can't take it
   */
  async rejudge(stored = true): Promise<Record<string, number>> {
    const releases = await this.guard.rejudge(this.now)
    for (const release of stored ? releases : []) await this.guard.settle(release, this.now)
    return Object.fromEntries(releases.map(({ reason, voters }) => [reason, voters.length]))
  }

  #who({ address = '192.0.2.1', userAgent = USUAL_AGENT, agent = 'browser', article }: Reader) {
    const client = { address: address === null ? null : parseIpAddress(address), userAgent, agent }
    return { client, article: article === undefined ? ARTICLE : { ...ARTICLE, key: article } }
  }
}

/** Scattered as a keyed hash is. */
function hashOf(number: number): string {
  return Buffer.from(nodeMac(Buffer.from('tests'), String(number)))
    .toString('hex')
    .slice(0, 32)
}
