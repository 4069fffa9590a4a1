import { waitUntil } from 'cloudflare:workers'
import type { D1Database } from '@cloudflare/workers-types'
import type { Hono } from 'hono'
import { PROBLEMS } from '../../shared/problem.ts'
import { createApp } from '../app.ts'
import { ConfigError, readConfig, SHORTEST_SECRET } from '../config.ts'
import { createBurstWatch } from '../domain/burst/burst-watch.ts'
import { flagReviews } from '../domain/burst/review-votes.ts'
import { createMemoryGuard } from '../domain/guard/memory-guard.ts'
import { runMaintenance } from '../domain/maintenance.ts'
import { refreshSums } from '../domain/report/refresh-sums.ts'
import { checkSecret } from '../domain/secret-check.ts'
import { ensureDemoSite } from '../domain/site/demo-site.ts'
import { migrate } from '../store/migrate.ts'
import { MIGRATIONS } from '../store/migrations.ts'
import { createSharedStore } from '../store/shared-store.ts'
import type { Store } from '../store/store.ts'
import { createD1Database } from './d1-database.ts'
import { DEMO_FILES } from './demo-files.ts'
import { VERIFICATION_CRON, verifySome } from './edge-verification.ts'
import { nodeMac } from './node-mac.ts'
import { nodeRandom } from './node-random.ts'
import { nodeSha256 } from './node-sha256.ts'
import { createPatientDatabase } from './patient-database.ts'
import { READER_FILES } from './reader-files.ts'
import { createSharedStart } from './shared-start.ts'
import { signingOf } from './signing.ts'
import { summingGround } from './summing-ground.ts'

/* The server on Cloudflare Workers with D1: `npm run edge` here, `wrangler deploy` there. */

export interface Env {
  readonly DB: D1Database
  /** At least 32 characters; `wrangler secret put SECRET`. */
  readonly SECRET?: string
  readonly PUBLIC_URL?: string
  readonly TRUSTED_PROXIES?: string
}

/** How long a request waits for the start, in milliseconds. */
const PATIENCE = 10_000

/** How long a reader waits for an answer of D1, in milliseconds. */
const DATABASE_PATIENCE = 2500

/** Steps of maintenance in an hour: D1 answers a limited number of statements to one run. */
const MOST_STEPS = 40

/** One app for each isolate. */
const startOnce = createSharedStart<Hono>(PATIENCE, waitUntil)

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    try {
      const app = await startOnce(() => start(env, new URL(request.url).origin))
      return await app.fetch(request)
    } catch (reason) {
      // The app answers its own faults, so it was the start that failed.
      console.error(reason)
      return startFault()
    }
  },

  /** By the clock that `wrangler.jsonc` sets. */
  async scheduled({ cron }: { readonly cron: string }, env: Env): Promise<void> {
    const { store, secret } = await openStore(env)
    if (cron === VERIFICATION_CRON) return verifySome(store)
    const stopping = new AbortController().signal
    const steps = { rest: () => Promise.resolve(), stopping, mostSteps: MOST_STEPS }
    await runMaintenance({ store, ...signingOf(secret), ...steps }, Date.now())
    // No isolate knows what the others saw: bursts aren't looked for here, and what is pending
    // stays so until a moderator decides.
    await flagReviews(store, Date.now())
    const summing = summingGround(store, steps.rest, stopping, MOST_STEPS)
    await refreshSums(summing, Date.now(), true)
  },
}

function startFault(): Response {
  const { status, title } = PROBLEMS.fault
  const headers = {
    'Content-Type': 'application/problem+json',
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'no-store',
  }
  return new Response(JSON.stringify({ type: 'fault', title, status }), { status, headers })
}

/** @throws ConfigError, SecretChangedError */
async function openStore(
  env: Env,
): Promise<{ readonly store: Store; readonly secret: Uint8Array }> {
  if ((env.SECRET?.length ?? 0) < SHORTEST_SECRET) {
    throw new ConfigError([`SECRET is missing or shorter than ${SHORTEST_SECRET} characters`])
  }
  const secret = new TextEncoder().encode(env.SECRET)
  const database = createD1Database(env.DB)
  await migrate(database, MIGRATIONS, new Date().toISOString())
  const store = createSharedStore(database, createPatientDatabase(database, DATABASE_PATIENCE))
  await checkSecret(store, nodeMac, secret)
  return { store, secret }
}

async function start(env: Env, origin: string): Promise<Hono> {
  const { store, secret } = await openStore(env)
  const { trustedProxies } = readConfig({ TRUSTED_PROXIES: env.TRUSTED_PROXIES })
  await ensureDemoSite(store, env.PUBLIC_URL ?? origin, Date.now())

  const watch = createBurstWatch()
  return createApp({
    store,
    clock: Date.now,
    random: nodeRandom,
    mac: nodeMac,
    sha256: nodeSha256,
    // Of this isolate alone: another one knows nothing of its readers.
    guard: createMemoryGuard(nodeMac, nodeRandom, watch),
    watch,
    // Here the platform keeps what can be gone back to.
    readBackupFailure: () => Promise.resolve(null),
    secret,
    // What a request began ends with it otherwise, such as reading the list of sites anew.
    keepGoing: waitUntil,
    readerFiles: READER_FILES,
    demo: DEMO_FILES,
    // An isolate may not let one request wait for another.
    sideBySide: () => Promise.resolve(),
    // Here this is the platform's own word, which no sender can forge.
    peerOf: (c) => c.req.header('CF-Connecting-IP'),
    encrypted: (c) => c.req.url.startsWith('https:'),
    chainKey: () => signingOf(secret).notary.publicKey,
    trustedProxies,
    warn: (sentence) => console.warn(sentence),
    onFault: (fault) => console.error(fault),
  })
}
