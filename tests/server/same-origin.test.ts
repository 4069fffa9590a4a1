import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { askedOrigin, isSameOrigin } from '../../server/guards/same-origin.ts'

async function asked(address: string, way: 'https' | 'loopback' | 'open'): Promise<unknown> {
  const app = new Hono().get('*', (c) => c.json(askedOrigin(c, way) ?? null))
  return (await app.request(address)).json()
}

test.each([
  ['http://tanggapan.desa.go.id/admin', 'https', 'https://tanggapan.desa.go.id'],
  ['http://tanggapan.desa.go.id:8443/admin', 'https', 'https://tanggapan.desa.go.id:8443'],
  ['http://localhost:8787/admin', 'loopback', 'http://localhost:8787'],
  ['http://[::1]:8787/admin', 'loopback', 'http://[::1]:8787'],
  ['http://tanggapan.desa.go.id/admin', 'open', 'http://tanggapan.desa.go.id'],
  [`http://${'a.'.repeat(130)}/admin`, 'https', `https://${'a.'.repeat(130)}`],
  // No name of a server, whatever a request says.
  ['http://a!b/admin', 'https', null],
  [`http://${'a.'.repeat(131)}/admin`, 'https', null],
] as const)('what was asked at %s, %s, has the origin %s', async (address, way, origin) => {
  expect(await asked(address, way)).toBe(origin)
})

test.each([
  ['both headers say so', { Origin: 'https://a.id', 'Sec-Fetch-Site': 'same-origin' }, true],
  ['another own origin', { Origin: 'https://b.id', 'Sec-Fetch-Site': 'same-origin' }, true],
  ['a foreign origin', { Origin: 'https://c.id', 'Sec-Fetch-Site': 'same-origin' }, false],
  ['a page of the same site', { Origin: 'https://a.id', 'Sec-Fetch-Site': 'same-site' }, false],
  ['no Sec-Fetch-Site', { Origin: 'https://a.id' }, false],
  ['no Origin, though one is not known', { 'Sec-Fetch-Site': 'same-origin' }, false],
] as const)('an unsafe request is from a page of this server: %s', async (_, headers, same) => {
  const own = ['https://a.id', 'https://b.id', undefined]
  const app = new Hono().post('*', (c) => c.json(isSameOrigin(c, own)))
  const reply = await app.request('https://a.id/admin', { method: 'POST', headers })
  expect(await reply.json()).toBe(same)
})
