// @ts-check
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/*
 * What everything is compared with: the same runtime, the same HTTP layer and the same
 * requests, no work: it takes the body in, if there is one, and says hello. Plain
 * JavaScript, so that nothing but Node runs in its process.
 */

const app = new Hono()
app.get('*', (c) => c.json({ hello: 'world' }))
app.post('*', async (c) => {
  await c.req.text()
  return c.json({ hello: 'world' })
})

const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  console.log(`http://localhost:${port}/`)
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.close())
