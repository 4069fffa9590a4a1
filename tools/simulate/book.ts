import type { Choice } from '../../shared/choice.ts'
import { satisfactionIndex } from '../../shared/satisfaction-index.ts'
import type { Standing } from '../../shared/standing.ts'
import { NO_VOTES, poolVotes, type VotesByChoice } from '../../shared/votes-by-choice.ts'
import { MINUTE, SECOND } from './time.ts'
import { SITE, type World } from './world.ts'

/** A vote that somebody sent, and what became of it. */
export interface SentVote {
  readonly voter: string
  readonly article: string
  /** `attack`, or what kind of honest reader. */
  readonly side: string
  readonly choice: Choice
  /** When it was sent, in milliseconds since 1970. */
  readonly at: number
  /** Whether it stood aside a minute later; undefined where that wasn't looked at. */
  asideSoon?: boolean
  /** Whether it stood aside half an hour later. */
  asideLater?: boolean
  /** At the end, with the local day that it belongs to. */
  standing?: Standing
  reason?: string | null
  day?: string
}

/** Keeps what was sent, and looks what became of it. */
export interface Book {
  readonly votes: readonly SentVote[]
  /** Answers by side and status. */
  readonly answers: ReadonlyMap<string, number>
  /** How far the article's shown index was from the honest one, in points: at most, and last. */
  readonly moved: { most: number; last: number }
  sent(vote: SentVote): void
  answered(side: string, status: number): void
  /** To be called after each second. */
  look(world: World, target: string): Promise<void>
  close(world: World): Promise<void>
}

const ASIDE = `select lower(hex(voter)) from votes where standing <> 'counted'`
const ALL = 'select lower(hex(voter)), standing, reason, day from votes'

/** @param pause how often it looks at most, in milliseconds */
export function createBook(history: ReadonlyMap<string, VotesByChoice>, pause: number): Book {
  const votes: SentVote[] = []
  const answers = new Map<string, number>()
  const moved = { most: 0, last: 0 }
  let soon = 0
  let later = 0
  let looked = 0
  let honest: VotesByChoice = NO_VOTES
  let counted = 0

  async function aside(world: World): Promise<ReadonlySet<string>> {
    return new Set((await world.database.read({ sql: ASIDE })).map(([voter]) => String(voter)))
  }

  async function lookAt(world: World, target: string): Promise<void> {
    for (; counted < votes.length; counted++) {
      const vote = votes[counted] as SentVote
      if (vote.article !== target || vote.side === 'attack') continue
      honest = { ...honest, [vote.choice]: honest[vote.choice] + 1 }
    }
    const state = await world.store.readArticle({ site: SITE, key: target }, null)
    const before = history.get(target) ?? NO_VOTES
    const shown = satisfactionIndex(state.votes)
    const true_ = satisfactionIndex(poolVotes(before, honest))
    if (shown === null || true_ === null) return
    moved.last = Math.abs(shown - true_) / 100
    moved.most = Math.max(moved.most, moved.last)
  }

  return {
    votes,
    answers,
    moved,
    sent: (vote) => votes.push(vote),
    answered(side, status) {
      const name = `${side} ${status}`
      answers.set(name, (answers.get(name) ?? 0) + 1)
    },

    async look(world, target) {
      const { now } = world.clock
      if (now - looked < pause) return
      looked = now
      await lookAt(world, target)
      const dueSoon =
        votes[soon] !== undefined && (votes[soon] as SentVote).at <= now - 60 * SECOND + pause
      const dueLater =
        votes[later] !== undefined && (votes[later] as SentVote).at <= now - 30 * MINUTE
      if (!dueSoon && !dueLater) return
      const out = await aside(world)
      // Looked at a little early, never later than a minute after.
      for (; soon < votes.length; soon++) {
        const vote = votes[soon] as SentVote
        if (vote.at > now - 60 * SECOND + pause) break
        if (now - vote.at <= 60 * SECOND) vote.asideSoon = out.has(vote.voter)
      }
      for (; later < votes.length; later++) {
        const vote = votes[later] as SentVote
        if (vote.at > now - 30 * MINUTE) break
        vote.asideLater = out.has(vote.voter)
      }
    },

    async close(world) {
      const rows = await world.database.read({ sql: ALL })
      const stored = new Map(rows.map(([voter, ...rest]) => [String(voter), rest]))
      for (const vote of votes) {
        const [standing, reason, day] = stored.get(vote.voter) ?? []
        // What was acknowledged and is not there would be the worst of outcomes.
        if (standing === undefined) throw new Error(`a vote of ${vote.side} was lost`)
        vote.standing = standing as Standing
        vote.reason = reason as string | null
        vote.day = String(day)
      }
    },
  }
}
