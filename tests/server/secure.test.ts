import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { createProxyNotices } from '../../server/domain/client/proxy-notices.ts'
import { LOOPBACK_NETWORKS } from '../../server/domain/client/trusted-proxies.ts'
import { createClientOf } from '../../server/guards/client.ts'
import { isSecure } from '../../server/guards/secure.ts'

/** Whether a request from a peer counts as one that nobody can read on its way. */
async function ask(
  peer: string | undefined,
  address: string,
  headers: Record<string, string> = {},
  encrypted = false,
): Promise<boolean> {
  const trustedProxies = LOOPBACK_NETWORKS
  const proxyNotices = createProxyNotices(trustedProxies, Date.now, () => undefined)
  const peerOf = () => peer
  const clientOf = createClientOf(peerOf, { trustedProxies, proxyNotices })
  const app = new Hono()
  app.get('*', (c) =>
    c.json(isSecure(c, { peerOf, encrypted: () => encrypted, clientOf }, trustedProxies)),
  )
  return (await app.request(address, { headers })).json() as Promise<boolean>
}

const HERE = 'http://localhost:8787/'
const https = { 'X-Forwarded-Proto': 'https' }
const somebody = { 'X-Forwarded-For': '203.0.113.9' }

test.each([
  ['the runtime says that it came encrypted', '203.0.113.9', 'http://a.example/', {}, true, true],
  ['it never left the machine', '127.0.0.1', HERE, {}, false, true],
  ['a proxy on the machine says https', '127.0.0.1', 'http://a.example/', https, false, true],
  ['it says so in capitals', '::1', HERE, { 'X-Forwarded-Proto': 'http, HTTPS ' }, false, true],
  ['it says http', '127.0.0.1', HERE, { 'X-Forwarded-Proto': 'https, http' }, false, false],
  ['it says nothing of https', '127.0.0.1', HERE, somebody, false, false],
  ['it asks for another name', '127.0.0.1', 'http://a.example/', {}, false, false],
  ['a stranger says https', '203.0.113.9', HERE, https, false, false],
  ['a stranger asks for this machine', '203.0.113.9', HERE, {}, false, false],
  ['the peer is not known', undefined, HERE, {}, false, false],
  ['the peer is a socket', 'unix:/run/x.sock', HERE, https, false, false],
])('%s', async (_, peer, address, headers: Record<string, string>, encrypted, secure) => {
  expect(await ask(peer, address, headers, encrypted)).toBe(secure)
})

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.255.3.9', true],
  ['[::1]', true],
  ['localhost.example', false],
  ['a.localhost', false],
  ['127.0.0.1.example', false],
  ['[::2]', false],
  ['1270.example', false],
])('of the machine itself is %s: %s', async (host, secure) => {
  expect(await ask('127.0.0.1', `http://${host}:8787/`)).toBe(secure)
})
