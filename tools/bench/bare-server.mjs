// @ts-check
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/*
 * What everything is compared with: the same runtime and the same HTTP layer, no work.
 * Plain JavaScript, so that nothing but Node runs in its process.
 */

const app = new Hono().get('/', (c) => c.json({ hello: 'world' }))

const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  console.log(`http://localhost:${port}/`)
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.close())
