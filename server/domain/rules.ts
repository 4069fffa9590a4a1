import type { Store } from '../store/store.ts'
import { createKeyOf, type KeyOf } from './article-keys.ts'
import type { BurstWatch } from './burst/burst-watch.ts'
import { createTallyLines, type TallyLineOf } from './chain/tally-lines.ts'
import { type CrowdAlarm, createCrowdAlarm } from './client/crowd-alarm.ts'
import type { IpNetwork } from './client/ip-network.ts'
import { createProxyNotices, type ProxyNotices } from './client/proxy-notices.ts'
import type { Guard } from './guard/guard.ts'
import type { Mac } from './mac.ts'
import { createVoteNames, type VoteNames } from './moderation/vote-names.ts'
import { createPageTokens, type PageTokens } from './page-token.ts'
import { createRefusedOrigins, type RefusedOrigins } from './site/refused-origins.ts'
import { createSiteDirectory, type SiteDirectory } from './site/site-directory.ts'
import { createSharedKeys, type SharedKeys } from './verification/shared-keys.ts'
import { createVoterOf, type VoterOf } from './voter.ts'

interface BackupFailure {
  readonly time: string
  readonly message: string
}

/** What the rules stand on; all of it comes from `entry/`. */
export interface Ground {
  readonly store: Store
  /** The present instant, in milliseconds since 1970. */
  readonly clock: () => number
  readonly random: (bytes: number) => Uint8Array
  readonly mac: Mac
  /** SHA-256 of a text as UTF-8, 64 lower-case hexadecimal digits. */
  readonly sha256: (text: string) => string
  /** Remembers requests for a while. */
  readonly guard: Guard
  /** Where the guard looks for bursts. */
  readonly watch: Pick<BurstWatch, 'alerts'>
  /** Why the last backup failed and when, as ISO 8601; null where it didn't, or nobody makes any. */
  readonly readBackupFailure: () => Promise<BackupFailure | null>
  /** The server's secret; every key is derived from it. */
  readonly secret: Uint8Array
  /** Networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly IpNetwork[]
  /** Tells whoever runs the server a sentence; never anything of a reader. */
  readonly warn: (sentence: string) => void
  /** Keeps work alive for which no reply waits, where a runtime ends it with the request. */
  readonly keepGoing: (work: Promise<unknown>) => void
}

/** The ground with what was made from it once. */
export interface Rules extends Ground {
  readonly sites: SiteDirectory
  readonly refusedOrigins: RefusedOrigins
  readonly sharedKeys: SharedKeys
  readonly keyOf: KeyOf
  readonly tallyLineOf: TallyLineOf
  readonly voterOf: VoterOf
  readonly pageTokens: PageTokens
  readonly proxyNotices: ProxyNotices
  readonly crowdAlarm: CrowdAlarm
  readonly voteNames: VoteNames
}

export function createRules(ground: Ground): Rules {
  const { store, clock, random, mac, secret, trustedProxies, warn, keepGoing } = ground
  const keyOf = createKeyOf()
  return {
    ...ground,
    sites: createSiteDirectory(store, clock, keepGoing),
    refusedOrigins: createRefusedOrigins(clock),
    sharedKeys: createSharedKeys(),
    keyOf,
    tallyLineOf: createTallyLines(keyOf),
    voterOf: createVoterOf(mac, secret),
    pageTokens: createPageTokens(mac, secret, random),
    proxyNotices: createProxyNotices(trustedProxies, clock, warn),
    crowdAlarm: createCrowdAlarm(mac, random, warn),
    voteNames: createVoteNames(mac, secret),
  }
}
