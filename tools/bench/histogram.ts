/** Width of a class, in milliseconds. */
const WIDTH = 0.01
/** Whatever takes longer than a second shares the last class. */
const CLASSES = 100_001

/** Durations by classes of 10 µs: recording one allocates nothing. */
export interface Histogram {
  readonly count: number
  /** The longest duration, whatever its class, in milliseconds. */
  readonly longest: number
  /** @param duration in milliseconds */
  record(duration: number): void
  /** The upper end of the class where a share of all durations is reached, in milliseconds. */
  quantile(share: number): number
  clear(): void
}

export function createHistogram(): Histogram {
  const classes = new Uint32Array(CLASSES)
  let count = 0
  let longest = 0

  return {
    get count() {
      return count
    },
    get longest() {
      return longest
    },
    record(duration) {
      const place = Math.min(CLASSES - 1, Math.floor(duration / WIDTH))
      classes[place] = (classes[place] as number) + 1
      count += 1
      longest = Math.max(longest, duration)
    },
    quantile(share) {
      let left = share * count
      const place = classes.findIndex((size) => {
        left -= size
        return left <= 0
      })
      return (place + 1) * WIDTH
    },
    clear() {
      classes.fill(0)
      count = 0
      longest = 0
    },
  }
}
