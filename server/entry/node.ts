import './small-heap.ts'
import { mkdir } from 'node:fs/promises'
import { createApp } from '../app.ts'
import { ConfigError, readConfig } from '../config.ts'
import { createBurstWatch } from '../domain/burst/burst-watch.ts'
import { resumeVotes } from '../domain/burst/review-votes.ts'
import { createMemoryGuard } from '../domain/guard/memory-guard.ts'
import { openPublicAddress } from '../domain/public-address.ts'
import { checkSecret } from '../domain/secret-check.ts'
import { ensureDemoSite } from '../domain/site/demo-site.ts'
import { createSideBySide } from '../guards/side-by-side.ts'
import { createExclusiveStore } from '../store/exclusive-store.ts'
import { addressOf } from './address.ts'
import { alertChores } from './alert-chores.ts'
import { readBackupState } from './backup/backup-state.ts'
import { databaseFile } from './backup/database-file.ts'
import { scheduleBackups } from './backup/schedule.ts'
import { compressed } from './compressed.ts'
import { DEMO_FILES } from './demo-files.ts'
import { listen } from './http-server.ts'
import { createLog } from './log.ts'
import { createLookUp } from './look-up.ts'
import { maintenanceChore } from './maintenance-chore.ts'
import { nodeMac } from './node-mac.ts'
import { nodePeer } from './node-peer.ts'
import { nodeRandom } from './node-random.ts'
import { NODE_SCHEDULER } from './node-scheduler.ts'
import { nodeSha256 } from './node-sha256.ts'
import { openData } from './open-data.ts'
import { openToOthers } from './open-to-others.ts'
import { serveOperations } from './operations/control-server.ts'
import { OPERATIONS } from './operations/operations.ts'
import { READER_FILES } from './reader-files.ts'
import { startSchedule } from './schedule.ts'
import { readSecret } from './secret.ts'
import { renewSetupCode } from './setup-code.ts'
import { signingOf } from './signing.ts'
import { startFailure } from './start-failure.ts'
import { summingChores } from './summing-chores.ts'
import { verifyInBackground } from './verify-in-background.ts'
import { voteChores } from './vote-chores.ts'

/* The server on Node with the embedded database: `npm start`. */

/** What has to be closed again, the latest first. */
const open: (() => Promise<void>)[] = []
/** Aborted first, for whoever watches figures. */
const stopping = new AbortController()

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel, NODE_SCHEDULER.after)
  process.once('exit', log.close)
  // Votes, tokens and the secret are for the server's own user.
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const secret = await readSecret(config.secret, config.dataDir)

  const database = await openData(config, {
    say: log.info,
    onLost(reason) {
      // Without its database the server can only refuse; started anew it can go on.
      log.fault(reason)
      process.exit(1)
    },
  })
  for (const told of await openToOthers(config)) log.warn(told)
  const store = createExclusiveStore(database, NODE_SCHEDULER)
  open.unshift(store.close)
  await checkSecret(store, nodeMac, secret)

  const publicAddress = await openPublicAddress(store, config.publicUrl)
  const watch = createBurstWatch()
  const guard = createMemoryGuard(nodeMac, nodeRandom, watch)
  await resumeVotes(store, watch, Date.now())
  const readBackup = () => readBackupState(config.dataDir)
  const app = createApp({
    store,
    clock: Date.now,
    random: nodeRandom,
    mac: nodeMac,
    sha256: nodeSha256,
    guard,
    watch,
    readBackupFailure: async () => (await readBackup()).failure ?? null,
    secret,
    // On Node work outlives the request that began it by itself.
    keepGoing: () => undefined,
    readerFiles: compressed(READER_FILES),
    demo: DEMO_FILES,
    async openDashboard(started) {
      const { openDashboard } = await import('./dashboard.ts')
      const sendsMail = config.mail !== undefined
      return openDashboard(database, publicAddress, started, readBackup, sendsMail, stopping.signal)
    },
    sideBySide: createSideBySide(NODE_SCHEDULER.afterPoll),
    trustedProxies: config.trustedProxies,
    warn: log.warn,
    peerOf: nodePeer,
    chainKey: () => signingOf(secret).notary.publicKey,
    // Here it is a proxy that ends https.
    encrypted: () => false,
    onFault: log.fault,
  })
  const server = await listen(app.fetch, config.host, config.port)
  open.unshift(server.close)
  const votes = voteChores({ store, guard, watch, warn: log.warn })
  const alerts = alertChores({
    ...{ store, secret, clock: Date.now, mail: config.mail, publicUrl: publicAddress.get },
    ...{ readBackup, lookUp: createLookUp() },
  })
  const chores = [maintenanceChore(store, secret), ...votes, ...summingChores(store), ...alerts]
  open.unshift(startSchedule(chores, log.fault))
  stopOnSignal()
  const address = addressOf(config.host, server.port)
  const demo = await ensureDemoSite(store, publicAddress.get() ?? address, Date.now())
  open.unshift(verifyInBackground(store, log.fault))
  const ground = { config, database, store, secret, clock: Date.now }
  if (databaseFile(config.databaseUrl)) {
    open.unshift(await serveOperations(OPERATIONS, ground, log.fault))
    open.unshift(scheduleBackups({ ...config, database, secret }, log, NODE_SCHEDULER))
  }
  console.log(`Tanggapan ${READER_FILES.version}`)
  console.log(demo ? `  demo      ${address}/demo/` : `  address   ${address}`)
  console.log(`  database  ${config.databaseUrl}`)
  console.log(`  dashboard ${publicAddress.get() ?? address}/admin`)
  const code = await renewSetupCode({ store, clock: Date.now }, false)
  if (code)
    console.log(`  setup     ${code} (one use, 15 minutes; anew: npm run operate -- setup-code)`)
}

/** Drains and lets the process end by itself: ending it during a commit would abort it. */
async function stop(): Promise<void> {
  stopping.abort()
  for (const close of open.splice(0)) await close()
}

function stopOnSignal(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop().catch((reason: unknown) => {
        console.error(reason)
        process.exitCode = 1
      })
    })
  }
}

start().catch(async (reason: unknown) => {
  console.error(reason instanceof ConfigError ? reason.message : startFailure(reason))
  process.exitCode = 1
  await stop()
})
