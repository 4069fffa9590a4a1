/** The requests of one measurement, made beforehand and sent again and again. */
export interface Traffic {
  readonly requests: readonly Buffer[]
  /** Where in each request a fresh ballot goes; undefined where none does. */
  readonly ballotAt?: readonly number[]
  /** Where in each request the address of a fresh reader goes; undefined where none does. */
  readonly addressAt?: readonly number[]
  /** Where in each request a fresh page token goes, and what writes it; undefined for none. */
  readonly token?: {
    readonly at: readonly number[]
    readonly write: (into: Buffer, at: number, request: number) => void
  }
  /** Takes how often each request was acknowledged. */
  readonly acknowledge: (times: Uint32Array) => void
}
