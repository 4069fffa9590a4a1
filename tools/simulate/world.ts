import type { Hono } from 'hono'
import { createApp } from '../../server/app.ts'
import { type BurstWatch, createBurstWatch } from '../../server/domain/burst/burst-watch.ts'
import { holdBursts } from '../../server/domain/burst/hold-bursts.ts'
import { flagReviews, releaseVotes } from '../../server/domain/burst/review-votes.ts'
import { createUsuals } from '../../server/domain/burst/usuals.ts'
import { LOOPBACK_NETWORKS } from '../../server/domain/client/trusted-proxies.ts'
import { createMemoryGuard, type MemoryGuard } from '../../server/domain/guard/memory-guard.ts'
import { createVoterOf } from '../../server/domain/voter.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { NODE_SCHEDULER } from '../../server/entry/node-scheduler.ts'
import { nodeSha256 } from '../../server/entry/node-sha256.ts'
import { createSideBySide } from '../../server/guards/side-by-side.ts'
import type { Database } from '../../server/store/database.ts'
import { createExclusiveStore } from '../../server/store/exclusive-store.ts'
import type { Store } from '../../server/store/store.ts'
import { openMigrated } from '../../tests/support/opened-database.ts'
import { SECOND } from './time.ts'

export const SITE = 'kabupaten'
export const HOST = 'kabupaten.example.go.id'
const ORIGIN = `https://${HOST}`
const SECRET = new TextEncoder().encode('a secret for the simulator, 32 characters or more')

/** How requests reach the server. */
export interface Connection {
  /** Who is at the other end of the socket. */
  readonly peer: string
  /** True where the peer says whose request it is. */
  readonly forwards: boolean
}

/** A proxy on this machine, as the README sets one up. */
export const PROXY: Connection = { peer: '127.0.0.1', forwards: true }

/** The real server in this process, on a database of its own, with a clock that is set. */
export interface World {
  readonly clock: { now: number }
  readonly guard: MemoryGuard
  readonly watch: BurstWatch
  readonly store: Store
  readonly database: Database
  /** What the operator was told. */
  readonly warnings: readonly string[]
  post(path: string, body: object, from: Sender): Promise<Response>
  /** What the server does by the clock: to be called with each second that anything happens in. */
  tick(): Promise<void>
  voterOf(article: string, ballot: string): string
  close(): Promise<void>
}

export interface Sender {
  readonly address: string
  readonly userAgent: string
}

/** @param times how far above the usual a network may be; the server's own unless set */
export async function openWorld(
  start: number,
  random: () => number,
  { peer, forwards }: Connection,
  times?: number,
): Promise<World> {
  const database = await openMigrated(':memory:')
  const store = createExclusiveStore(database, NODE_SCHEDULER)
  const clock = { now: start }
  const watch = createBurstWatch()
  const bytes = (count: number) =>
    Uint8Array.from({ length: count }, () => Math.floor(random() * 256))
  const guard = createMemoryGuard(nodeMac, bytes, watch, { times })
  const warnings: string[] = []
  const warn = (told: string) => warnings.push(told)
  const app: Hono = createApp({
    chainKey: () => '',
    store,
    clock: () => clock.now,
    random: bytes,
    mac: nodeMac,
    sha256: nodeSha256,
    guard,
    watch,
    readBackupFailure: () => Promise.resolve(null),
    secret: SECRET,
    keepGoing: () => undefined,
    // Nobody in a simulation fetches a script or a page.
    readerFiles: { version: '', files: [] },
    demo: {},
    sideBySide: createSideBySide(NODE_SCHEDULER.afterPoll),
    warn,
    peerOf: () => peer,
    encrypted: () => true,
    trustedProxies: LOOPBACK_NETWORKS,
    onFault(fault) {
      throw fault
    },
  })
  await addSite(store)
  const post = { store, watch, usualAt: createUsuals(store), warn }
  const voterOf = createVoterOf(nodeMac, SECRET)
  const every = createEvery(clock)

  return {
    clock,
    guard,
    watch,
    store,
    database,
    warnings,
    async post(path, body, { address, userAgent }) {
      const headers = new Headers({
        Origin: ORIGIN,
        'Content-Type': 'text/plain',
        'User-Agent': userAgent,
      })
      if (forwards) headers.set('X-Forwarded-For', address)
      const init = { method: 'POST', headers, body: JSON.stringify(body) }
      return app.fetch(new Request(`https://tanggapan.example${path}`, init))
    },
    async tick() {
      await holdBursts(post, clock.now)
      if (every(15 * 60)) await releaseVotes(store, guard, clock.now)
      if (every(60)) await flagReviews(store, clock.now)
    },
    voterOf: (article, ballot) => voterOf({ site: SITE, key: article }, ballot),
    close: () => store.close(),
  }
}

/** Tells whether a number of seconds has gone by since it last said so. */
function createEvery(clock: { now: number }): (seconds: number) => boolean {
  const latest = new Map<number, number>()
  return (seconds) => {
    const turn = Math.floor(clock.now / (seconds * SECOND))
    if (latest.get(seconds) === turn) return false
    latest.set(seconds, turn)
    return true
  }
}

async function addSite(store: Store): Promise<void> {
  await store.addSite({
    key: SITE,
    name: 'Kabupaten',
    timeZone: 'Asia/Jakarta',
    settings: {},
    loopback: false,
    intranet: false,
    addedAt: 0,
    origins: [{ origin: ORIGIN, role: 'primary' }],
  })
}
