/** Each of the last three numbers is 100 to 199, so that every address is of the same length. */
export const BLANK_ADDRESS = '20.100.100.100'

/** Where the digits of the reader's number go. */
const DIGITS = [4, 5, 8, 9, 12, 13]
const ADDRESSES = 10 ** DIGITS.length
/** Has no factor in common with their number: each address comes once before any comes again. */
const STRIDE = 271_829
const DIGIT_0 = 48

/** Writes the address of a reader who has not asked before, until a million have. */
export function createAddresses(): (into: Buffer, at: number) => void {
  let reader = 0

  return (into, at) => {
    reader = (reader + STRIDE) % ADDRESSES
    let rest = reader
    for (const digit of DIGITS) {
      into[at + digit] = DIGIT_0 + (rest % 10)
      rest = Math.floor(rest / 10)
    }
  }
}
