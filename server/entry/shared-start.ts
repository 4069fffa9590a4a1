import { within } from './within.ts'

/** Answers with what `begin` makes, which is called where nothing was made or is on its way. */
type SharedStart<T> = (begin: () => Promise<T>) => Promise<T>

/**
 * A start that the requests of an isolate share. One that failed is forgotten, and so is one that
 * takes too long, since it may have gone with the request that began it: the next request tries.
 * @param patience how long a request waits, in milliseconds
 * @param keepGoing keeps a start alive beyond the request that began it
 */
export function createSharedStart<T>(
  patience: number,
  keepGoing: (work: Promise<unknown>) => void,
): SharedStart<T> {
  let started: { readonly value: T } | undefined
  let starting: Promise<T> | undefined
  const late = () => new Error(`not started within ${patience} ms`)

  return async (begin) => {
    if (started) return started.value
    if (!starting) {
      starting = begin()
      keepGoing(starting.catch(() => undefined))
    }
    const awaited = starting
    try {
      const value = await within(patience, awaited, late)
      started ??= { value }
      return started.value
    } catch (reason) {
      if (starting === awaited) starting = undefined
      throw reason
    }
  }
}
