/** The requests of one measurement, made beforehand and sent again and again. */
export interface Traffic {
  readonly requests: readonly Buffer[]
  /** Where in each request a fresh ballot goes; undefined where none does. */
  readonly ballotAt?: readonly number[]
  /** Takes how often each request was acknowledged. */
  readonly acknowledge: (times: Uint32Array) => void
}
