/** What stands before a name in a list for each step that it is below the others. */
const STEP = '\u2003'

/** What a list says of an office that stands so many steps below the others. */
export function indented(text: string, depth: number): string {
  return STEP.repeat(depth) + text
}
