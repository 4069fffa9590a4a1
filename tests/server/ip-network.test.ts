import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type IpAddress, parseIpAddress } from '../../server/domain/client/ip-address.ts'
import { isWithin, networkAround, parseIpNetwork } from '../../server/domain/client/ip-network.ts'
import { ipRangeOf } from '../../server/domain/client/ip-range.ts'

function address(text: string): IpAddress {
  const parsed = parseIpAddress(text)
  if (!parsed) throw new Error(`${text} is no address`)
  return parsed
}

test.each([
  ['10.0.0.0/8', '10.0.0.0/8'],
  ['203.0.113.7', '203.0.113.7/32'],
  ['203.0.113.7/32', '203.0.113.7/32'],
  ['128.0.0.0/1', '128.0.0.0/1'],
  ['2001:DB8::/32', '2001:db8::/32'],
  ['::1', '::1/128'],
  ['fe80::%eth0/10', 'fe80::/10'],
  ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
  ['::ffff:10.1.2.3', '10.1.2.3/32'],
])('%s is the network %s', (spelt, text) => {
  expect(parseIpNetwork(spelt)?.text).toBe(text)
})

test.each([
  ...['', '/', '/8', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/0', '0.0.0.0/0', '::/0', '::1/129'],
  ...['10.0.0.0/-1', '10.0.0.0/08', '10.0.0.0/8.0', '10.0.0.0/8 ', '10.0.0.0 /8', '10.0.0.0/8/8'],
  ...['10.0.0.0/255.0.0.0', '10.0.0.1/8', '2001:db8::1/32', '10.0.0', '10/8', '*', 'private'],
  ...['::ffff:10.0.0.0/8', '::ffff:0.0.0.0/96'],
])('%j is no network', (text) => {
  expect(parseIpNetwork(text)).toBeNull()
})

test.each([
  ['203.0.113.199', 24, '203.0.113.0/24'],
  ['203.0.113.199', 25, '203.0.113.128/25'],
  ['203.0.113.199', 32, '203.0.113.199/32'],
  ['::ffff:203.0.113.199', 24, '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', 48, '2001:db8:1::/48'],
  ['2001:db8:1:2:3:4:5:6', 64, '2001:db8:1:2::/64'],
  ['2001:db8:1:ffff:3:4:5:6', 52, '2001:db8:1:f000::/52'],
  ['2001:DB8:0001:0002::', 64, '2001:db8:1:2::/64'],
])('around %s /%i is %s', (text, length, network) => {
  expect(networkAround(address(text), length).text).toBe(network)
})

describe('a network', () => {
  test.each([
    ['10.0.0.0/8', '10.255.255.255', true],
    ['10.0.0.0/8', '11.0.0.0', false],
    ['10.0.0.0/8', '::ffff:10.1.1.1', true],
    ['10.0.0.0/8', 'a00::', false],
    ['172.16.0.0/12', '172.31.255.255', true],
    ['172.16.0.0/12', '172.32.0.0', false],
    ['172.16.0.0/12', '172.15.255.255', false],
    ['192.168.1.9', '192.168.1.9', true],
    ['192.168.1.9', '192.168.1.8', false],
    ['fc00::/7', 'fdff::1', true],
    ['fc00::/7', 'fe00::1', false],
    ['2001:db8::/32', '2001:db8:ffff::', true],
    ['2001:db8::/32', '2001:db9::', false],
    ['::1', '::1', true],
    ['::1', '::2', false],
  ])('%s and %s: %s', (network, text, within) => {
    const parsed = parseIpNetwork(network)
    expect(parsed && isWithin(address(text), parsed)).toBe(within)
  })

  test('holds the address it lies around, and no other text names the same', () => {
    const any = fc.oneof(fc.ipV4(), fc.ipV6()).map(address)
    fc.assert(
      fc.property(any, any, fc.integer({ min: 1, max: 128 }), (one, other, bits) => {
        const length = Math.min(bits, one.words.length * 16)
        const network = networkAround(one, length)
        expect(isWithin(one, network)).toBe(true)
        expect(parseIpNetwork(network.text)).toEqual(network)
        if (one.version !== other.version) return
        const same = networkAround(other, length).text === network.text
        expect(isWithin(other, network)).toBe(same)
      }),
    )
  })
})

test.each([
  ['loopback', ['127.0.0.1', '127.255.255.255', '::1', '::ffff:127.0.0.1']],
  ['private', ['10.0.0.0', '10.255.255.255', '172.16.0.0', '172.31.255.255', '192.168.255.255']],
  ['link-local', ['169.254.0.1', '169.254.255.255', 'fe80::1%eth0', 'febf:ffff::']],
  ['unique-local', ['fc00::', 'fdff:ffff::1']],
  ['shared', ['100.64.0.0', '100.127.255.255']],
  [
    'public',
    [
      ...['126.255.255.255', '128.0.0.0', '9.255.255.255', '11.0.0.0', '172.15.0.0', '172.32.0.0'],
      ...['192.167.0.1', '192.169.0.1', '100.63.255.255', '100.128.0.0', '169.253.0.1'],
      ...['2001:db8::1', 'fe00::1', 'fec0::1', '::2', '203.0.113.1', '::ffff:8.8.8.8'],
    ],
  ],
])('%s are %j', (range, addresses) => {
  expect(addresses.map((text) => ipRangeOf(address(text)))).toEqual(addresses.map(() => range))
})
