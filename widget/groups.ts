/** Puts together what has the same name, in the order in which the names first come. */
export function groups<T>(items: Iterable<T>, nameOf: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const item of items) {
    const name = nameOf(item)
    const group = found.get(name)
    if (group) group.push(item)
    else found.set(name, [item])
  }
  return found
}
