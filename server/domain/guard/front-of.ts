/**
 * Finds the oldest key of a map, for whoever then deletes it. A map that lost many keys at its front
 * looks for the first one that is left from its beginning each time, through all the holes; this
 * remembers where it was.
 */
export function frontOf<Key>(map: ReadonlyMap<Key, unknown>): () => Key | undefined {
  let line = map.keys()

  return () => {
    const { value, done } = line.next()
    if (!done) return value
    line = map.keys()
    return line.next().value
  }
}
