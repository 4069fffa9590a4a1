/** How often figures are read anew for somebody who watches, in milliseconds. */
const TICK = 5_000
/** How long one stream lasts at most, in milliseconds; a browser that still watches begins another. */
const LONGEST = 10 * 60_000
/** Streams of one person. */
const MOST_EACH = 6
/** Streams of all; another is told to come back later. */
const MOST = 100

/** Reads what stands there now, part by part as text; null ends the stream. */
type Read = () => Promise<Readonly<Record<string, string>> | null>

/** Streams of figures for those who watch, bounded in number and time. */
export interface LiveStreams {
  /**
   * Server-sent events: first all parts, then those that changed, as JSON by their name.
   * @returns undefined where this person, or all together, watch too many
   */
  open(person: string, read: Read): AsyncIterable<string> | undefined
}

/** What streams stand on. */
export interface LiveGround {
  /** Runs something after a number of milliseconds; keeps no process alive. */
  readonly after: (milliseconds: number, run: () => void) => void
  /** Aborted when the server stops, which waits for nobody who watches. */
  readonly stopping: AbortSignal
}

/** @param clock milliseconds since 1970 */
export function createLiveStreams(
  { after, stopping }: LiveGround,
  clock: () => number,
): LiveStreams {
  /** How many streams each has who watches. */
  const watching = new Map<string, number>()
  let [streams, turn] = [0, Promise.resolve<unknown>(undefined)]

  function enter(person: string): AbortController {
    const stream = new AbortController()
    const end = () => stream.abort()
    stream.signal.addEventListener('abort', () => {
      stopping.removeEventListener('abort', end)
      streams -= 1
      const left = (watching.get(person) ?? 0) - 1
      if (left > 0) watching.set(person, left)
      else watching.delete(person)
    })
    stopping.addEventListener('abort', end)
    streams += 1
    watching.set(person, (watching.get(person) ?? 0) + 1)
    return stream
  }

  /** One read at a time: many who watch stretch the time between them, and nothing else. */
  function readInTurn(read: Read): ReturnType<Read> {
    const mine = turn.then(read)
    turn = mine.catch(() => undefined)
    return mine
  }

  async function* events(read: Read, stream: AbortController): AsyncGenerator<string> {
    const until = clock() + LONGEST
    const told = new Map<string, string>()
    try {
      yield `retry: ${TICK}\n\n`
      while (!stream.signal.aborted && clock() < until) {
        const parts = await readInTurn(read)
        if (!parts) return
        const moved = Object.entries(parts).filter(([name, text]) => told.get(name) !== text)
        for (const [name, text] of moved) told.set(name, text)
        // A comment tells a connection that is gone from one where nothing happens.
        yield moved.length > 0 ? `data: ${JSON.stringify(Object.fromEntries(moved))}\n\n` : ':\n\n'
        await pause(after, stream.signal)
      }
    } finally {
      stream.abort()
    }
  }

  return {
    open(person, read) {
      const own = watching.get(person) ?? 0
      if (stopping.aborted || streams >= MOST || own >= MOST_EACH) return undefined
      const stream = enter(person)
      const told = events(read, stream)
      const left = async () => {
        // Also of a stream that nobody took anything from, which would not come to its end.
        stream.abort()
        return { done: true, value: undefined } as const
      }
      return { [Symbol.asyncIterator]: () => ({ next: () => told.next(), return: left }) }
    },
  }
}

function pause(after: LiveGround['after'], ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (ended.aborted) return resolve()
    ended.addEventListener('abort', () => resolve(), { once: true })
    after(TICK, resolve)
  })
}
