import { hexadecimal } from '../hexadecimal.ts'
import { deriveKey } from '../keys.ts'
import type { Mac } from '../mac.ts'

const HALF = 8
/** Luby and Rackoff (1988): from four rounds on nobody tells it from a permutation drawn by lot. */
const ROUNDS = 4

/**
 * The name by which moderation knows a vote: the voter, enciphered for its site. So nothing that
 * leaves the server can be held against the database, and a name of another site names nothing.
 */
export interface VoteNames {
  nameOf(site: string, voter: string): string
  /** @param name 32 lower-case hexadecimal digits, as every name is */
  voterOf(site: string, name: string): string
}

/** A Feistel cipher over the 16 bytes of a voter, with HMAC as its round function. */
export function createVoteNames(mac: Mac, secret: Uint8Array): VoteNames {
  const key = deriveKey(mac, secret, 'vote name')

  function round(site: string, n: number, half: string): string {
    return hexadecimal(mac(key, `${n}${half}${site}`), HALF)
  }

  return {
    nameOf(site, voter) {
      let [left, right] = halves(voter)
      for (let n = 0; n < ROUNDS; n++) [left, right] = [right, mixed(left, round(site, n, right))]
      return left + right
    },

    voterOf(site, name) {
      let [left, right] = halves(name)
      for (let n = ROUNDS - 1; n >= 0; n--) {
        ;[left, right] = [mixed(right, round(site, n, left)), left]
      }
      return left + right
    },
  }
}

function halves(digits: string): [left: string, right: string] {
  return [digits.slice(0, 2 * HALF), digits.slice(2 * HALF)]
}

function mixed(a: string, b: string): string {
  const bits = BigInt(`0x${a}`) ^ BigInt(`0x${b}`)
  return bits.toString(16).padStart(2 * HALF, '0')
}
