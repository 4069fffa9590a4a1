import { expect, test } from 'vitest'
import { demoRoutes } from '../../server/routes/demo.ts'

const FILES = {
  'index.html': '<script src="https://HOST/v1/widget.js"></script><a href="https://HOST/">',
  'demo.css': 'body { color: red }',
}

test.each(['http://localhost:8787/demo/', 'http://10.0.0.7:8787/demo/', 'http://a"onload=b/demo/'])(
  'a page asked for as %s embeds the widget of wherever the browser has it from',
  async (address) => {
    const response = await demoRoutes(FILES).fetch(new Request(address))
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('<script src="/v1/widget.js"></script><a href="/">')
  },
)

test.each([
  ['/demo', '/demo/', 301],
  ['/', '/demo/', 302],
])('%s leads to the demo', async (path, target, status) => {
  const response = await demoRoutes(FILES).fetch(new Request(`http://localhost:8787${path}`))
  expect([response.status, response.headers.get('Location')]).toEqual([status, target])
})
