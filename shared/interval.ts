/** A range in which a figure lies with a stated probability; `low` is never above `high`. */
export interface Interval {
  readonly low: number
  readonly high: number
}
