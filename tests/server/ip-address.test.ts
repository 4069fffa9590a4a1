import { isIP, SocketAddress } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseIpAddress } from '../../server/domain/client/ip-address.ts'

const textOf = (text: string) => parseIpAddress(text)?.text ?? null

describe('an address has one text, however it is spelt', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['0.0.0.0', '0.0.0.0'],
    ['255.255.255.255', '255.255.255.255'],
    ['2001:db8::1', '2001:db8::1'],
    ['2001:0DB8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
    ['2001:db8:0:0:0::1', '2001:db8::1'],
    ['2001:db8::0:0:1', '2001:db8::1'],
    ['::', '::'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    // A single group of zeros is written out; of two runs the longer, of equals the first is not.
    ['2001:db8::1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['FE80::1%eth0', 'fe80::1'],
    ['fe80::1%25', 'fe80::1'],
    ['2001:db8::192.0.2.33', '2001:db8::c000:221'],
  ])('%s is %s', (spelt, text) => {
    expect(textOf(spelt)).toBe(text)
  })

  test.each([
    '::ffff:192.0.2.33',
    '::FFFF:192.0.2.33',
    '::ffff:c000:221',
    '::ffff:c000:0221%eth0',
    '0:0:0:0:0:ffff:192.0.2.33',
    '0000:0000:0000:0000:0000:ffff:c000:0221',
    '0::0:ffff:192.0.2.33',
    '64:ff9b::192.0.2.33',
    '0064:ff9b:0:0::c000:221',
  ])('%s is the IPv4 address it carries', (spelt) => {
    expect(parseIpAddress(spelt)).toEqual(parseIpAddress('192.0.2.33'))
  })

  test.each(['::192.0.2.33', '::fffe:192.0.2.33', '1::ffff:192.0.2.33', '64:ff9b:1::192.0.2.33'])(
    '%s carries none',
    (spelt) => {
      expect(parseIpAddress(spelt)?.version).toBe(6)
    },
  )
})

test.each([
  ...['', ' ', '.', ':', '1', '1.2.3', '1.2.3.', '.1.2.3', '1.2.3.4.5', '1.2..4', '1.2.3.256'],
  ...[
    '01.2.3.4',
    '1.2.3.00',
    '1.2.3.4 ',
    ' 1.2.3.4',
    '+1.2.3.4',
    '1.2.3.-4',
    '0x1.2.3.4',
    '1e1.2.3.4',
  ],
  ...['1.2.3.4%eth0', '1.2.3.4:80', '3221226017', '١.٢.٣.٤', '1.2.3.99999999999999999999'],
  ...[':::', '1:::2', '1::2::3', ':1', '1:', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9'],
  ...[
    '1:2:3:4:5:6:7:8::',
    '::1:2:3:4:5:6:7:8',
    '1:2:3:4::5:6:7:8',
    '12345::',
    '::g',
    '::-1',
    ':: 1',
  ],
  ...['::1.2.3', '::1.2.3.256', '::01.2.3.4', '1.2.3.4::', '::1.2.3.4:5', '1:2:3:4:5:6:7:1.2.3.4'],
  ...['::1%', '[::1]', '[::1', '::1]', '::1/128', '::1:8080:'],
  ...['unknown', '_hidden', 'localhost', '-', 'null', `${'0'.repeat(60)}::1`, 'a'.repeat(10_000)],
])('%j is no address', (text) => {
  expect(parseIpAddress(text)).toBeNull()
})

test('every IPv4 address keeps its text', () => {
  fc.assert(
    fc.property(fc.ipV4(), (text) => {
      expect(parseIpAddress(text)?.text).toBe(text)
    }),
  )
})

test('every IPv6 address has the text that the system gives it', () => {
  fc.assert(
    fc.property(fc.ipV6(), (text) => {
      const parsed = parseIpAddress(text)
      if (parsed?.version === 4) return
      const { address } = new SocketAddress({ address: text, family: 'ipv6' })
      const [, dotted] = /^::(\d+\.\d+\.\d+\.\d+)$/.exec(address) ?? []
      expect(parsed?.text).toBe(dotted ? parseIpAddress(address)?.text : address)
    }),
  )
})

test('what it reads is what the system reads', () => {
  const letter = fc.constantFrom(...'0123456789abcfF:.%')
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 20 }), (text) => {
      const read = parseIpAddress(text) !== null
      // The system takes an empty zone at times, and refuses what else is refused here.
      if (!text.includes('%')) expect(read).toBe(isIP(text) !== 0)
    }),
    { numRuns: 2000 },
  )
})
