/** An e-mail, to whomever. */
export interface Letter {
  /** One line. */
  readonly subject: string
  readonly text: string
  readonly html: string
}
