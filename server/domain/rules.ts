import type { Store } from '../store/store.ts'
import { createKeyOf, type KeyOf } from './article-keys.ts'
import type { Mac } from './mac.ts'
import { createPageTokens, type PageTokens } from './page-token.ts'
import { createSiteDirectory, type SiteDirectory } from './site-directory.ts'
import { createTallyLines, type TallyLineOf } from './tally-lines.ts'
import { createVoterOf, type VoterOf } from './voter.ts'

/** What the rules stand on; all of it comes from `entry/`. */
export interface Ground {
  readonly store: Store
  /** The present instant, in milliseconds since 1970. */
  readonly clock: () => number
  readonly random: (bytes: number) => Uint8Array
  readonly mac: Mac
  /** The server's secret; every key is derived from it. */
  readonly secret: Uint8Array
  /** Keeps work alive for which no reply waits, where a runtime ends it with the request. */
  readonly keepGoing: (work: Promise<unknown>) => void
}

/** The ground with what was made from it once. */
export interface Rules extends Ground {
  readonly sites: SiteDirectory
  readonly keyOf: KeyOf
  readonly tallyLineOf: TallyLineOf
  readonly voterOf: VoterOf
  readonly pageTokens: PageTokens
}

export function createRules(ground: Ground): Rules {
  const { store, clock, random, mac, secret, keepGoing } = ground
  const keyOf = createKeyOf()
  return {
    ...ground,
    sites: createSiteDirectory(store, clock, keepGoing),
    keyOf,
    tallyLineOf: createTallyLines(keyOf),
    voterOf: createVoterOf(mac, secret),
    pageTokens: createPageTokens(mac, secret, random),
  }
}
