/** Votes of a unit that are held back as a burst and wait for somebody to decide about them. */
export interface HeldBurst {
  readonly site: string
  /** 0 for articles that are in none yet. */
  readonly unit: number
  readonly articles: number
  readonly votes: number
}

export interface HeldBursts {
  /** Of a day, YYYY-MM-DD, at every site. */
  readHeldBursts(day: string): Promise<readonly HeldBurst[]>
}
