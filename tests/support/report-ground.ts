import type { SummingGround } from '../../server/domain/report/summing-ground.ts'
import type { Store } from '../../server/store/store.ts'

let claims = 0

/** What summing stands on in tests: no rest, and as many steps as it likes. */
export function reportGround(store: Store, spend = () => true): SummingGround {
  return {
    store,
    newClaim: () => `claim ${claims++}`,
    rest: () => Promise.resolve(),
    stopping: new AbortController().signal,
    spend,
  }
}
