import { hexadecimal } from '../domain/hexadecimal.ts'
import type { SummingGround } from '../domain/report/summing-ground.ts'
import type { Store } from '../store/store.ts'
import { nodeRandom } from './node-random.ts'

const CLAIM_BYTES = 8

/** @param most steps that one run may take */
export function summingGround(
  store: Store,
  rest: () => Promise<void>,
  stopping: AbortSignal,
  most = Number.MAX_SAFE_INTEGER,
): SummingGround {
  let left = most
  const newClaim = () => hexadecimal(nodeRandom(CLAIM_BYTES))
  return { store, newClaim, rest, stopping, spend: () => left-- > 0 }
}
