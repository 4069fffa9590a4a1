import type { Choice } from '../shared/choice.ts'

const INIT = { bubbles: true, composed: true }

/** A reader cast a vote or changed it, and the server has it on disk. */
export class TanggapanVoteEvent extends Event {
  // Declared only: a field of its own would be lowered by helpers for the oldest browsers.
  declare readonly article: string
  declare readonly choice: Choice

  constructor(article: string, choice: Choice) {
    super('tanggapan-vote', INIT)
    Object.assign(this, { article, choice })
  }
}

/** A reader took a vote back, and the server has that on disk. */
export class TanggapanWithdrawEvent extends Event {
  declare readonly article: string

  constructor(article: string) {
    super('tanggapan-withdraw', INIT)
    Object.assign(this, { article })
  }
}
