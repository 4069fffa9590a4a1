import type { Choice } from '../shared/choice.ts'

const INIT = { bubbles: true, composed: true }

/** A reader cast a vote or changed it, and the server has it on disk. */
export class TanggapanVoteEvent extends Event {
  readonly article: string
  readonly choice: Choice

  constructor(article: string, choice: Choice) {
    super('tanggapan-vote', INIT)
    this.article = article
    this.choice = choice
  }
}

/** A reader took a vote back, and the server has that on disk. */
export class TanggapanWithdrawEvent extends Event {
  readonly article: string

  constructor(article: string) {
    super('tanggapan-withdraw', INIT)
    this.article = article
  }
}
