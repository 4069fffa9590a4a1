import { Hono } from 'hono'
import type { Store } from '../store/store.ts'
import { problemResponse } from './problem-response.ts'

/** For whoever runs the server: is the process alive, and does its database answer? */
export function operationsRoutes(store: Store): Hono {
  const routes = new Hono()

  routes.get('/healthz', (c) => c.json({ status: 'ok' }))

  routes.get('/readyz', async (c) => {
    try {
      await store.check()
      return c.json({ status: 'ready' })
    } catch {
      // Whatever keeps the database from answering, the balancer only needs to know that it does.
      return problemResponse(c, { problem: 'storage' })
    }
  })

  return routes
}
