import { expect, test } from 'vitest'
import { demoRoutes } from '../../server/routes/demo.ts'

const FILES = {
  'index.html': '<script src="https://HOST/v1/widget.js"></script><a href="https://HOST/">',
  'demo.css': 'body { color: red }',
}

async function page(address: string, publicUrl?: string): Promise<string> {
  const response = await demoRoutes(FILES, () => publicUrl).fetch(new Request(address))
  expect(response.status).toBe(200)
  return response.text()
}

test('a page embeds the widget of the server that was asked', async () => {
  expect(await page('http://localhost:8787/demo/')).toBe(
    '<script src="http://localhost:8787/v1/widget.js"></script><a href="http://localhost:8787/">',
  )
})

test('or of the address that readers use', async () => {
  const text = await page('http://10.0.0.7:8787/demo/', 'https://tanggapan.example.go.id')
  expect(text).toContain('src="https://tanggapan.example.go.id/v1/widget.js"')
  expect(text).not.toContain('10.0.0.7')
})

test.each(['a"onload=b', "a'b", 'a&quot;b', 'a$&b', 'a$1b'])(
  'a Host header of %s, which a URL lets stand, gets into no page',
  async (host) => {
    const response = await demoRoutes(FILES, () => undefined).fetch(
      new Request(`http://${host}/demo/`),
    )
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ type: 'address' })
  },
)

test.each([
  ['/demo', '/demo/', 301],
  ['/', '/demo/', 302],
])('%s leads to the demo', async (path, target, status) => {
  const response = await demoRoutes(FILES, () => undefined).fetch(
    new Request(`http://localhost:8787${path}`),
  )
  expect([response.status, response.headers.get('Location')]).toEqual([status, target])
})
