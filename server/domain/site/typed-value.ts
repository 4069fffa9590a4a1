/**
 * Reads one value that somebody typed. What is wrong with it goes to `faults`, as a sentence
 * that begins with its name; the answer is then undefined.
 */
export type TypedValue<T> = (typed: unknown, name: string, faults: string[]) => T | undefined

/** A reader for every field of a T: there is no other field. */
type FieldsOf<T> = { readonly [Field in keyof T]-?: TypedValue<NonNullable<T[Field]>> }

/**
 * @param read answers undefined where the value will not do
 * @param fault the rest of a sentence that begins with the value's name
 */
export function typedValue<T>(
  read: (typed: unknown) => T | undefined,
  fault: string,
): TypedValue<T> {
  return (typed, name, faults) => {
    const value = read(typed)
    if (value === undefined) faults.push(`${name} ${fault}.`)
    return value
  }
}

/** One of a closed list. */
export function typedChoice<T extends string>(among: readonly T[]): TypedValue<T> {
  return typedValue(
    (typed) => among.find((known) => known === typed),
    `is not one of ${among.join(', ')}`,
  )
}

/**
 * An object of which no other field is known. One in which nothing is left is itself absent.
 * @param needed fields that must be there; the others may be absent
 */
export function typedFields<T extends object>(
  fields: FieldsOf<T>,
  needed: readonly (keyof T & string)[] = [],
): TypedValue<T> {
  return (typed, name, faults) => {
    if (typeof typed !== 'object' || typed === null || Array.isArray(typed)) {
      faults.push(`${name || 'What was typed'} is not an object.`)
      return undefined
    }
    const given = Object.entries(typed).filter(([, value]) => value !== undefined)
    const inside = name && `${name}.`
    const read: [string, unknown][] = []
    for (const [field, value] of given) {
      const reader = Object.hasOwn(fields, field) ? fields[field as keyof T] : undefined
      if (!reader) faults.push(`${inside}${field} is not known.`)
      read.push([field, reader?.(value, inside + field, faults)])
    }
    for (const field of needed) {
      if (!given.some(([known]) => known === field)) faults.push(`${inside}${field} is missing.`)
    }
    const left = read.filter(([, value]) => value !== undefined)
    return left.length === 0 ? undefined : (Object.fromEntries(left) as T)
  }
}
