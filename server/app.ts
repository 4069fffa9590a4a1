import { type Handler, Hono } from 'hono'
import { createRules, type Ground, type Rules } from './domain/rules.ts'
import { createAttempts } from './guards/attempts.ts'
import { createClientOf, type PeerOf } from './guards/client.ts'
import type { RequestWay } from './guards/secure.ts'
import type { SideBySide } from './guards/side-by-side.ts'
import { ADMIN_PATHS, adminApi } from './routes/admin-api.ts'
import { type DemoFiles, demoRoutes } from './routes/demo.ts'
import { notFound } from './routes/not-found.ts'
import { openApiRoutes } from './routes/open-api.ts'
import { operationsRoutes } from './routes/operations.ts'
import { problemResponse } from './routes/problem-response.ts'
import { PUBLIC_PATHS, publicPages } from './routes/public-pages.ts'
import { rawPath } from './routes/raw-path.ts'
import { readerRoutes } from './routes/reader.ts'
import { type ReaderFiles, readerFileRoutes } from './routes/reader-files.ts'
import { StorageError } from './store/store.ts'

export interface AppDeps extends Ground {
  readonly readerFiles: ReaderFiles
  readonly demo: DemoFiles
  /** Reads the dashboard in, at the first request for it; undefined where there is none. */
  readonly openDashboard?: (start: DashboardStart) => Promise<Hono>
  /** How requests of one moment meet; see `SideBySide`. */
  readonly sideBySide: SideBySide
  readonly peerOf: PeerOf
  /** Whether a request's own connection is encrypted, as the runtime says. */
  readonly encrypted: RequestWay['encrypted']
  /** Public key of the signed chains: Ed25519, 32 bytes as base64url. */
  readonly chainKey: () => string
  /** Told of every exception: an exception is a bug, or a disk that fails. */
  readonly onFault: (fault: unknown) => void
}

/** What the dashboard begins with. */
export interface DashboardStart {
  readonly rules: Rules
  readonly way: RequestWay
  readonly onFault: (fault: unknown) => void
}

/** The whole server as one function from request to response; the same in every runtime. */
export function createApp({
  readerFiles,
  demo,
  openDashboard,
  sideBySide,
  peerOf,
  encrypted,
  chainKey,
  onFault,
  ...ground
}: AppDeps): Hono {
  const app = new Hono({ getPath: rawPath })

  const rules = createRules(ground)
  const clientOf = createClientOf(peerOf, rules)
  const attempts = createAttempts(ground.mac, ground.random, ground.clock)
  const way = { peerOf, encrypted, clientOf }

  app.route('/', readerRoutes(rules, sideBySide, clientOf))
  app.route('/', readerFileRoutes(readerFiles))
  app.route('/', demoRoutes(demo))
  app.route('/', operationsRoutes(ground.store))
  app.get(PUBLIC_PATHS, publicPages({ rules, chainKey, onFault }))
  app.route('/', openApiRoutes())
  app.all(ADMIN_PATHS, adminApi({ rules, way, attempts, onFault }))
  if (openDashboard) {
    const dashboard = lazily(() => openDashboard({ rules, way, onFault }))
    app.all('/admin', dashboard).all('/admin/*', dashboard)
  }

  app.notFound(notFound(app))
  app.onError((fault, c) => {
    onFault(fault)
    return problemResponse(c, { problem: fault instanceof StorageError ? 'storage' : 'fault' })
  })
  return app
}

/** Routes that are made at the first request for one of them. */
function lazily(open: () => Promise<Hono>): Handler {
  let routes: Promise<Hono> | undefined
  return async (c) => {
    routes ??= open()
    return (await routes).fetch(c.req.raw, c.env)
  }
}
