import { plainText } from '../site/plain-text.ts'
import type { TypedValue } from '../site/typed-value.ts'

const SHORTEST = 10
const LONGEST = 500

const text = plainText(LONGEST)

/** Why an admin decided so, in 10 to 500 characters of plain text. */
export const decisionNote: TypedValue<string> = (typed, name, faults) => {
  const note = text(typed, name, faults)
  if (note === undefined) return undefined
  const length = [...note].length
  if (length >= SHORTEST) return note
  faults.push(`${name} has ${length} characters; at least ${SHORTEST} say why.`)
  return undefined
}
