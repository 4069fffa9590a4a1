import type { Choice } from '../../shared/choice.ts'
import type { Stored } from './stored-counts.ts'

/** A turn as it was sent; the same turn sent again is the same entry. */
export interface SentTurn {
  readonly turn: number
  readonly choice: Choice | null
  answered: boolean
}

export interface Ballot {
  readonly ballot: string
  readonly article: string
  /** The voter that the database knows this ballot by at its article. */
  readonly voter: string
  readonly turns: SentTurn[]
}

/** Views of one article since the last kill. */
interface Views {
  sent: number
  /** When each answer came, in milliseconds. */
  readonly answered: number[]
}

/** A first vote that was answered, hence one that went to the disk. */
interface Written {
  /** When it was sent, and when its answer came, in milliseconds. */
  readonly sent: number
  readonly answered: number
}

/** Everything that was sent to a server and what of it was answered with 200. */
export class AcknowledgementLog {
  readonly ballots: Ballot[] = []
  #forgotten = { turns: 0, answered: 0 }
  readonly #views = new Map<string, Views>()
  readonly #storedBefore = new Map<string, number>()
  readonly #written: Written[] = []

  viewsOf(article: string): Views {
    let views = this.#views.get(article)
    if (!views) {
      views = { sent: 0, answered: [] }
      this.#views.set(article, views)
    }
    return views
  }

  /** Notes a first vote that was answered now. @param sent when it was sent, in milliseconds */
  wrote(sent: number): void {
    this.#written.push({ sent, answered: performance.now() })
  }

  /**
   * When views have to be answered that are certainly stored, by what the server was seen to do and
   * not by the clock alone: it took a vote that was sent when they were due, and then another one,
   * which went to the disk behind them.
   * @param held how long the server may hold views, in milliseconds
   */
  certainUntil(held: number): number {
    const last = Math.max(...this.#written.map(({ sent }) => sent))
    const before = this.#written.filter(({ answered }) => answered <= last)
    return Math.max(...before.map(({ sent }) => sent)) - held
  }

  get turns(): number {
    return this.#forgotten.turns + turnsOf(this.ballots).length
  }

  get answered(): number {
    return this.#forgotten.answered + answeredOf(this.ballots)
  }

  /** Lets go of ballots that the database has let go of, where it may: they are strangers now. */
  forget({ votes }: Stored): void {
    const isKept = ({ article, voter }: Ballot) => votes.has(`${article} ${voter}`)
    const gone = this.ballots.filter((ballot) => !isKept(ballot))
    const { turns, answered } = this.#forgotten
    this.#forgotten = {
      turns: turns + turnsOf(gone).length,
      answered: answered + answeredOf(gone),
    }
    this.ballots.splice(0, this.ballots.length, ...this.ballots.filter(isKept))
  }

  /** What is wrong with the stored votes; nothing where every answer was kept. */
  voteFaults(stored: Stored): string[] {
    const faults = [...stored.faults]
    const known = new Set<string>()
    for (const { ballot, article, voter, turns } of this.ballots) {
      known.add(`${article} ${voter}`)
      const highest = Math.max(0, ...turns.filter((turn) => turn.answered).map(({ turn }) => turn))
      const row = stored.votes.get(`${article} ${voter}`)
      const sent = turns.find(({ turn }) => turn === row?.turn)
      if (!row && highest > 0)
        faults.push(`${ballot}: turn ${highest} was answered, none is stored`)
      if (row && row.turn < highest) {
        faults.push(`${ballot}: turn ${highest} was answered, turn ${row.turn} is stored`)
      }
      if (row && sent?.choice !== row.choice) {
        faults.push(`${ballot}: turn ${row.turn} is stored as ${row.choice}, not as it was sent`)
      }
    }
    for (const id of stored.votes.keys()) {
      if (!known.has(id)) faults.push(`${id}: a vote is stored that was never sent`)
    }
    return faults
  }

  /**
   * What is wrong with the views stored since the last kill, and begins the next stretch.
   * @param certainUntil views answered by then have to be stored
   */
  viewFaults(stored: Stored, certainUntil: number): string[] {
    const faults: string[] = []
    for (const [article, total] of stored.views) {
      const gained = total - (this.#storedBefore.get(article) ?? 0)
      const { sent, answered } = this.viewsOf(article)
      const certain = answered.filter((time) => time <= certainUntil).length
      if (gained > sent) faults.push(`${article}: ${gained} views stored, ${sent} sent`)
      if (gained < certain) faults.push(`${article}: ${gained} views stored, ${certain} certain`)
      this.#storedBefore.set(article, total)
    }
    for (const [article, { answered }] of this.#views) {
      const certain = answered.some((time) => time <= certainUntil)
      if (certain && !stored.views.has(article)) faults.push(`${article}: no views stored`)
    }
    this.#views.clear()
    this.#written.length = 0
    return faults
  }
}

function turnsOf(ballots: readonly Ballot[]): readonly SentTurn[] {
  return ballots.flatMap(({ turns }) => turns)
}

function answeredOf(ballots: readonly Ballot[]): number {
  return turnsOf(ballots).filter(({ answered }) => answered).length
}
