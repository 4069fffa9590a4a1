import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clientAddress } from '../../server/domain/client/client-address.ts'
import {
  LOOPBACK_NETWORKS,
  parseTrustedProxies,
} from '../../server/domain/client/trusted-proxies.ts'

type Headers = Readonly<Record<string, string>>

/** In a word, whose a request is, or which proxy is amiss. */
function whose(peer: string | undefined, headers: Headers, trusted?: string) {
  const parsed =
    trusted === undefined ? { networks: LOOPBACK_NETWORKS } : parseTrustedProxies(trusted)
  if (!('networks' in parsed)) throw new Error(`${trusted} is not understood`)
  const seen = clientAddress(peer, (name) => headers[name], parsed.networks)
  return {
    ...{ address: seen.address?.text ?? 'unknown' },
    ...(seen.untrusted && { untrusted: seen.untrusted.text }),
    ...(seen.silent && { silent: seen.silent.text }),
  }
}

const forwarded = (text: string) => ({ 'X-Forwarded-For': text })
const FORGED = {
  'X-Forwarded-For': '198.51.100.1',
  Forwarded: 'for=198.51.100.2',
  'CF-Connecting-IP': '198.51.100.3',
  'X-Real-IP': '198.51.100.4',
}
const LAN = '127.0.0.0/8,::1,10.0.0.0/8,fd00::/8'

describe('without a proxy', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:DB8::0:1', '2001:db8::1'],
    ['192.168.1.7', '192.168.1.7'],
    ['127.0.0.1', '127.0.0.1'],
    ['::1', '::1'],
    ['fe80::1%eth0', 'fe80::1'],
  ])('the reader is the peer: %s', (peer, address) => {
    expect(whose(peer, {})).toEqual({ address })
  })

  test.each([undefined, '', 'unix:/run/x.sock', '1.2.3'])('the peer %j is unknown', (peer) => {
    expect(whose(peer, forwarded('203.0.113.9'))).toEqual({ address: 'unknown' })
  })

  test('forged headers of a public peer change nothing, alone and together', () => {
    for (const [name, value] of Object.entries(FORGED)) {
      expect(whose('203.0.113.9', { [name]: value })).toEqual({ address: '203.0.113.9' })
      expect(whose('2001:db8::9', { [name]: value })).toEqual({ address: '2001:db8::9' })
    }
    expect(whose('203.0.113.9', FORGED)).toEqual({ address: '203.0.113.9' })
    expect(whose('203.0.113.9', forwarded('127.0.0.1'))).toEqual({ address: '203.0.113.9' })
  })
})

describe('behind trusted proxies', () => {
  test.each([
    ['the hop that the proxy saw', '203.0.113.9', '203.0.113.9'],
    [
      'the right-most, whatever its sender wrote before',
      '198.51.100.1, 203.0.113.9',
      '203.0.113.9',
    ],
    ['the right-most, past what is no address', 'unknown, <script>, 203.0.113.9', '203.0.113.9'],
    [
      'the right-most, past trusted ones',
      '198.51.100.1, 203.0.113.9, 10.0.0.7, fd00::2',
      '203.0.113.9',
    ],
    ['no hop to the left of it, though that be trusted', '10.0.0.1, 203.0.113.9', '203.0.113.9'],
    ['the left-most where all are trusted', '10.0.0.3, 10.0.0.2,::1', '10.0.0.3'],
    ['a private hop', '192.168.1.7', '192.168.1.7'],
    ['a hop with a port', '203.0.113.9:51234', '203.0.113.9'],
    ['an IPv6 hop', '2001:DB8:0::9', '2001:db8::9'],
    ['an IPv6 hop in brackets', '[2001:db8::9]', '2001:db8::9'],
    ['an IPv6 hop in brackets with a port', '[2001:db8::9]:443', '2001:db8::9'],
    ['a mapped hop', '::ffff:203.0.113.9', '203.0.113.9'],
    ['a mapped hop with a port', '[::ffff:203.0.113.9]:1', '203.0.113.9'],
    ['a hop among blanks', ' \t203.0.113.9\t ', '203.0.113.9'],
    ['a hop behind a comma without a blank', '198.51.100.1,203.0.113.9', '203.0.113.9'],
  ])('the reader is %s', (_, text, address) => {
    expect(whose('127.0.0.1', forwarded(text), LAN)).toEqual({ address })
    expect(whose('::ffff:10.1.2.3', forwarded(text), LAN)).toEqual({ address })
  })

  test.each([
    ['a reader behind a CDN', '203.0.113.9, 198.51.100.7', '203.0.113.9'],
    [
      'a customer that sends from the CDN itself',
      '203.0.113.9, 198.51.100.8, 198.51.100.7',
      '198.51.100.8',
    ],
    [
      'that one behind own proxies',
      '203.0.113.9, 198.51.100.8, 198.51.100.7, 10.0.0.2, fd00::3',
      '198.51.100.8',
    ],
    [
      'a reader behind two own public proxies',
      '203.0.113.9, 192.0.2.1, 192.0.2.2, 10.0.0.2',
      '203.0.113.9',
    ],
    [
      'a reader behind a CDN and own public proxies',
      '203.0.113.9, 198.51.100.7, 192.0.2.1',
      '203.0.113.9',
    ],
    ['the IPv6 machine of a customer', '203.0.113.9, 2001:db8::5, 198.51.100.7', '2001:db8::5'],
    [
      'an own address in a network of a CDN',
      '203.0.113.9, 198.51.100.9, 198.51.100.7',
      '203.0.113.9',
    ],
  ])('a network of the internet is crossed once: %s', (_, text, address) => {
    const trusted = `${LAN},198.51.100.0/24,2001:db8::/32,198.51.100.9,192.0.2.1,192.0.2.2`
    expect(whose('127.0.0.1', forwarded(text), trusted)).toEqual({ address })
  })

  test('a network of the internet that sends itself is not crossed again', () => {
    const trusted = '198.51.100.0/24'
    const from = (text: string) => whose('198.51.100.7', forwarded(text), trusted)
    expect(from('203.0.113.9')).toEqual({ address: '203.0.113.9' })
    expect(from('203.0.113.9, 198.51.100.8')).toEqual({ address: '198.51.100.8' })
  })

  test.each([
    ...['unknown', '_hidden', '-', ',', ', ', '203.0.113.9,', '203.0.113.9, , 10.0.0.1'],
    ...['203.0.113', '203.0.113.9:', '203.0.113.9:x', '203.0.113.9:123456', '203.0.113.9 10.0.0.1'],
    ...['2001:db8::9:', '[2001:db8::9', '2001:db8::9]', '[203.0.113.9]', '[]', '[2001:db8::9]x'],
    ...['"203.0.113.9"', 'for=203.0.113.9', '203.0.113.9;203.0.113.10', '203.0.113.9, x, 10.0.0.1'],
    ...[' ', ',10.0.0.1', '203.0.113.09', '203.0.113.9/32', `203.0.113.9, ${' '.repeat(2000)}`],
  ])('the malformed hop of %j is unknown', (text) => {
    expect(whose('127.0.0.1', forwarded(text), LAN)).toEqual({ address: 'unknown' })
  })

  test('no other header is believed, not even beside the right one', () => {
    const headers = { ...FORGED, 'X-Forwarded-For': '203.0.113.9' }
    expect(whose('127.0.0.1', headers)).toEqual({ address: '203.0.113.9' })
  })

  test('at most sixteen hops are looked at', () => {
    const hops = (n: number) => `203.0.113.9${', 10.0.0.1'.repeat(n)}`
    expect(whose('127.0.0.1', forwarded(hops(15)), LAN)).toEqual({ address: '203.0.113.9' })
    expect(whose('127.0.0.1', forwarded(hops(16)), LAN)).toEqual({ address: 'unknown' })
  })

  test('a long header is looked at from its end', () => {
    const long = `${'x'.repeat(15_000)},203.0.113.9`
    expect(whose('127.0.0.1', forwarded(long))).toEqual({ address: '203.0.113.9' })
    const cut = `1${' '.repeat(1100)}203.0.113.9`
    expect(whose('127.0.0.1', forwarded(cut))).toEqual({ address: 'unknown' })
  })

  test('whatever its sender writes, the hop that the proxy appends counts', () => {
    const any = fc.oneof(
      fc.string({ maxLength: 2000 }),
      fc.ipV4(),
      fc.ipV6(),
      fc.constant('10.0.0.1'),
    )
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (said) => {
        const text = [...said, '203.0.113.9'].join(', ')
        expect(whose('127.0.0.1', forwarded(text), LAN)).toEqual({ address: '203.0.113.9' })
      }),
    )
  })
})

describe('behind a proxy that nobody configured', () => {
  test.each([
    ['172.18.0.5', '172.18.0.0/24'],
    ['10.1.2.3', '10.1.2.0/24'],
    ['::ffff:192.168.7.1', '192.168.7.0/24'],
    ['100.64.3.1', '100.64.3.0/24'],
    ['169.254.1.1', '169.254.1.0/24'],
    ['fd12:3456:789a:1::5', 'fd12:3456:789a:1::/64'],
    ['fe80::5%eth0', 'fe80::/64'],
  ])('the reader is unknown and its network named: %s', (peer, untrusted) => {
    for (const [name, value] of Object.entries(FORGED)) {
      expect(whose(peer, { [name]: value })).toEqual({ address: 'unknown', untrusted })
    }
  })

  test('that is the machine itself, where loopback is no longer trusted', () => {
    const seen = whose('127.0.0.1', forwarded('203.0.113.9'), '10.0.0.0/8')
    expect(seen).toEqual({ address: 'unknown', untrusted: '127.0.0.0/24' })
  })

  test('a private peer that forwards nothing is a reader of the house', () => {
    expect(whose('192.168.7.1', {})).toEqual({ address: '192.168.7.1' })
    expect(whose('192.168.7.1', forwarded(''))).toEqual({ address: '192.168.7.1' })
    const platform = { 'CF-Connecting-IP': '192.168.7.1' }
    expect(whose('192.168.7.1', platform)).toEqual({ address: '192.168.7.1' })
  })

  test('a private hop that forwards is named, and is the reader all the same', () => {
    expect(whose('127.0.0.1', forwarded('203.0.113.9, 172.18.0.5'))).toEqual({
      address: '172.18.0.5',
      untrusted: '172.18.0.0/24',
    })
  })

  test.each(['Forwarded', 'CF-Connecting-IP', 'X-Real-IP'])(
    'a trusted peer that sends %s and no X-Forwarded-For leaves the reader unknown',
    (name) => {
      const seen = whose('127.0.0.1', { [name]: '203.0.113.9' })
      expect(seen).toEqual({ address: 'unknown', silent: '127.0.0.0/24' })
    },
  )
})
