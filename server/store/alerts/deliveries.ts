/** What a message tells of: a rule, or an office's digest. */
export type DeliveryOf = { readonly rule: string } | { readonly office: string }

/** A message to one destination. */
export interface NewDelivery {
  /** The same over every attempt. */
  readonly id: string
  readonly means: 'webhook' | 'mail'
  /** An address of the web, or of e-mail. */
  readonly destination: string
  /** `began`, `ended`, `test`, or the local day of a digest. */
  readonly occasion: string
  /** What is sent: the webhook's own JSON, or a letter as JSON. */
  readonly body: string
}

export interface Delivery extends NewDelivery {
  readonly of: DeliveryOf
  /** Seconds since 1970, here and below. */
  readonly createdAt: number
  /** Attempts so far. */
  readonly attempts: number
  readonly triedAt: number | null
  /** Null once nothing more is tried. */
  readonly nextAttempt: number | null
  readonly outcome: 'waiting' | 'delivered' | 'given-up'
  /** What came of the last attempt, in a word or a status. */
  readonly answer: string | null
}

/** What came of an attempt. */
export interface Attempted {
  readonly at: number
  readonly answer: string
  /** When it is tried again; null where it was delivered or given up. */
  readonly next: number | null
  readonly outcome: Delivery['outcome']
}

/** Messages on their way. */
export interface Deliveries {
  addDeliveries(of: DeliveryOf, at: number, messages: readonly NewDelivery[]): Promise<void>
  /**
   * Takes some that are due, so that nobody else does before `until`, and counts the attempt.
   * @param now seconds since 1970
   */
  claimDeliveries(now: number, until: number, most: number): Promise<readonly Delivery[]>
  /** Keeps what came of it, unless somebody else took it meanwhile. */
  settleDelivery(id: string, until: number, attempted: Attempted): Promise<void>
  /** The latest first. */
  readDeliveries(of: DeliveryOf, most: number): Promise<readonly Delivery[]>
  /** Forgets those that are over. @param before seconds since 1970 */
  dropDeliveries(before: number): Promise<void>
}
