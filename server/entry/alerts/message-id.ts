import { hexadecimal } from '../../domain/hexadecimal.ts'
import { nodeRandom } from '../node-random.ts'

/** A name that no other message has. */
export function newMessageId(): string {
  return `msg_${hexadecimal(nodeRandom(16))}`
}
