import { expect, test } from 'vitest'
import { clientAddress } from '../../server/domain/client/client-address.ts'
import { createProxyNotices } from '../../server/domain/client/proxy-notices.ts'
import { LOOPBACK_NETWORKS } from '../../server/domain/client/trusted-proxies.ts'

function open() {
  const clock = { now: 1000 }
  const told: string[] = []
  const notices = createProxyNotices(
    LOOPBACK_NETWORKS,
    () => clock.now,
    (text) => told.push(text),
  )
  const request = (peer: string, name = 'X-Forwarded-For', value = '203.0.113.9') => {
    const header = (asked: string) => (asked === name ? value : undefined)
    notices.note(clientAddress(peer, header, LOOPBACK_NETWORKS))
  }
  return { clock, told, notices, request }
}

test('a request that came as it should is no notice', () => {
  const { told, notices, request } = open()
  request('127.0.0.1')
  request('203.0.113.1')
  request('172.18.0.5', 'Accept')
  expect(notices.list()).toEqual([])
  expect(told).toEqual([])
})

test('a proxy that is not trusted is told once, with the exact line that trusts it', () => {
  const { clock, told, notices, request } = open()
  request('172.18.0.5')
  clock.now = 2000
  request('172.18.0.6', 'Forwarded', 'for=203.0.113.9')
  expect(notices.list()).toMatchObject([
    { kind: 'untrusted', network: '172.18.0.0/24', since: 1000 },
  ])
  expect(told).toEqual(notices.list().map(({ remedy }) => remedy))
  expect(told).toHaveLength(1)
  expect(told[0]).toContain(' TRUSTED_PROXIES=127.0.0.0/8,::1/128,172.18.0.0/24 ')
  expect(told[0]).not.toMatch(/203\.0\.113|172\.18\.0\.[56]/)
})

test('the line for a second proxy trusts the first one too', () => {
  const { told, request } = open()
  request('172.18.0.5')
  request('fd00::1')
  const line = ' TRUSTED_PROXIES=127.0.0.0/8,::1/128,172.18.0.0/24,fd00::/64 '
  expect(told[1]).toContain(line)
})

test('a trusted proxy that says not whose the request is, is told to', () => {
  const { notices, request } = open()
  request('127.0.0.1', 'X-Real-IP')
  request('127.0.0.1', 'CF-Connecting-IP')
  expect(notices.list()).toMatchObject([
    {
      kind: 'silent',
      network: '127.0.0.0/24',
      remedy: expect.stringContaining('X-Forwarded-For'),
    },
  ])
})

test('twenty networks are told and no more', () => {
  const { told, notices, request } = open()
  for (let n = 0; n < 200; n++) request(`10.0.${n}.1`)
  expect(notices.list()).toHaveLength(20)
  expect(told).toHaveLength(20)
})
