import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleKey, isHomePage } from '../../shared/article-key.ts'

const anyHost = (host: string) => host
const key = (address: string) => articleKey(address, 'home.go.id', anyHost)

test.each([
  [
    'the host is lower case, the path keeps its case',
    'HTTPS://Desa.GO.ID/Berita/X',
    'desa.go.id/Berita/X',
  ],
  ['http is https', 'http://desa.go.id/berita', 'desa.go.id/berita'],
  ['a default port falls away', 'https://desa.go.id:443/berita', 'desa.go.id/berita'],
  ['also that of the other scheme', 'http://desa.go.id:443/berita', 'desa.go.id/berita'],
  ['and its mirror image', 'https://desa.go.id:80/berita', 'desa.go.id/berita'],
  ['another port stays', 'https://desa.go.id:8443/berita', 'desa.go.id:8443/berita'],
  ['a leading www. falls away', 'https://www.desa.go.id/berita', 'desa.go.id/berita'],
  ['however often it is there', 'https://www.www.desa.go.id/berita', 'desa.go.id/berita'],
  ['www2. is a host of its own', 'https://www2.desa.go.id/berita', 'www2.desa.go.id/berita'],
  ['a fragment falls away', 'https://desa.go.id/berita#komentar', 'desa.go.id/berita'],
  ['a trailing slash falls away', 'https://desa.go.id/berita/', 'desa.go.id/berita'],
  ['so does index.php', 'https://desa.go.id/berita/index.php', 'desa.go.id/berita'],
  ['and index.html', 'https://desa.go.id/berita/index.html', 'desa.go.id/berita'],
  ['in any repetition', 'https://desa.go.id/berita//index.php/index.html/', 'desa.go.id/berita'],
  ['an escaped tail too', 'https://desa.go.id/berita/%69ndex%2Ephp', 'desa.go.id/berita'],
  [
    'a name that ends like a tail stays',
    'https://desa.go.id/myindex.php',
    'desa.go.id/myindex.php',
  ],
  [
    'a tail in the middle stays',
    'https://desa.go.id/index.php/berita',
    'desa.go.id/index.php/berita',
  ],
  ['index.php?id=5 is an article', 'https://desa.go.id/index.php?id=5', 'desa.go.id/?id=5'],
  ['the home page is host/', 'https://desa.go.id', 'desa.go.id/'],
  ['also as index.php', 'https://desa.go.id/index.php', 'desa.go.id/'],
  ['dot segments are resolved', 'https://desa.go.id/a/../berita/./x', 'desa.go.id/berita/x'],
  ['unreserved escapes are decoded', 'https://desa.go.id/%62%65%7e%2d%5F', 'desa.go.id/be~-_'],
  ['other escapes are upper case', 'https://desa.go.id/a%2fb%c3%a9', 'desa.go.id/a%2Fb%C3%A9'],
  ['a space inside is escaped', 'https://desa.go.id/a b?c d=e', 'desa.go.id/a%20b?c%20d=e'],
  ['letters outside ASCII are escaped', 'https://desa.go.id/é', 'desa.go.id/%C3%A9'],
  ['what is no escape is kept', 'https://desa.go.id/100%/%zz?q=%zz', 'desa.go.id/100%/%zz?q=%zz'],
  ['decoding makes no new escape', 'https://desa.go.id/%%341', 'desa.go.id/%%341'],
  ['nor out of half an escape', 'https://desa.go.id/%4%31', 'desa.go.id/%4%31'],
  [
    'characters some browsers leave raw',
    'https://desa.go.id/a^b|c?{`}',
    'desa.go.id/a%5Eb%7Cc?%7B%60%7D',
  ],
  ['an id without a value is kept', 'https://desa.go.id/berita?id=', 'desa.go.id/berita?id='],
  [
    'parameters are sorted by name',
    'https://desa.go.id/?option=c&id=5',
    'desa.go.id/?id=5&option=c',
  ],
  [
    'repeated ones keep their order',
    'https://desa.go.id/?b=2&a=9&b=1&a=1',
    'desa.go.id/?a=9&a=1&b=2&b=1',
  ],
  [
    'a name is sorted before a longer one',
    'https://desa.go.id/?a-b=1&a=2',
    'desa.go.id/?a=2&a-b=1',
  ],
  ['empty parts of a query fall away', 'https://desa.go.id/x?&&id=5&', 'desa.go.id/x?id=5'],
  ['so does an empty query', 'https://desa.go.id/x?', 'desa.go.id/x'],
  ['query escapes are tidied', 'https://desa.go.id/x?%69d=%41%2f', 'desa.go.id/x?id=A%2F'],
  ['a slash at the end of a query stays', 'https://desa.go.id/x?u=/', 'desa.go.id/x?u=/'],
  ['a path stands on the home host', '/berita/x', 'home.go.id/berita/x'],
  ['the path of the home page', '/', 'home.go.id/'],
  ['a path with a query', '/index.php?id=5', 'home.go.id/?id=5'],
  ['a key is read as it is', 'desa.go.id/berita/x?id=5', 'desa.go.id/berita/x?id=5'],
  ['a key with a port is no scheme', 'localhost:8787/demo', 'localhost:8787/demo'],
  ['a loopback address with a port', 'http://127.0.0.1:8787/demo/', '127.0.0.1:8787/demo'],
  ['IPv6 with a port', 'http://[::1]:8787/demo', '[::1]:8787/demo'],
  ['IPv6 as a key', '[::1]:8787/demo', '[::1]:8787/demo'],
  ['IPv6 in its long form', 'https://[0:0:0:0:0:0:0:1]/demo', '[::1]/demo'],
  ['a host outside ASCII is punycode', 'https://MÜNCHEN.example/x', 'xn--mnchen-3ya.example/x'],
  ['a backslash is a slash, as in browsers', 'https://desa.go.id\\berita', 'desa.go.id/berita'],
  ['spaces around an address fall away', '  https://desa.go.id/berita  ', 'desa.go.id/berita'],
])('%s', (_, address, expected) => {
  expect(key(address)).toBe(expected)
  expect(key(expected)).toBe(expected)
})

test.each([
  'utm_source=wa',
  'utm_anything_new=1',
  'utm%5Fsource=wa',
  'fbclid=x',
  'gclid=x',
  'msclkid=x',
  'igshid=x',
  '_ga=1.2',
  'mc_eid=x',
  'ref=beranda',
  'ref',
])('the tracking parameter %s falls away', (parameter) => {
  expect(key(`https://desa.go.id/x?${parameter}`)).toBe('desa.go.id/x')
  expect(key(`https://desa.go.id/x?id=5&${parameter}&z=1`)).toBe('desa.go.id/x?id=5&z=1')
})

test.each(['utm=1', 'reference=1', 'REF=1', 'my_ga=1', 'id=ref', 'xfbclid=1'])(
  'the parameter %s stays',
  (parameter) => expect(key(`https://desa.go.id/x?${parameter}`)).toBe(`desa.go.id/x?${parameter}`),
)

test.each([
  ['nothing', ''],
  ['a space', ' '],
  ['a script', 'javascript:alert(1)'],
  ['a script with slashes', 'javascript://desa.go.id/%0aalert(1)'],
  ['a script with a path', 'javascript:/x/'],
  ['data', 'data:text/html,<b>x</b>'],
  ['a file', 'file:///etc/passwd'],
  ['ftp', 'ftp://desa.go.id/x'],
  ['a blob', 'blob:https://desa.go.id/1'],
  ['mail', 'mailto:a@desa.go.id'],
  ['a scheme without slashes', 'https:desa.go.id/x'],
  ['a scheme with one slash', 'https:/desa.go.id/x'],
  ['a scheme alone', 'https://'],
  ['the address of another host', '//evil.example/x'],
  ['the same with a backslash', '/\\evil.example/x'],
  ['and with two', '\\\\evil.example\\x'],
  ['a space before it', ' //evil.example/x'],
  ['a user name', 'https://desa.go.id@evil.example/x'],
  ['a user name and a password', 'https://a:b@desa.go.id/x'],
  ['an empty user name', 'https://@desa.go.id/x'],
  ['a user name in a key', 'a@desa.go.id/x'],
  ['a port that is none', 'https://desa.go.id:99999/x'],
  ['a host that is none', 'https://de sa.go.id/x'],
  ['a bare word', 'berita'],
  ['a query alone', '?id=5'],
  ['a fragment alone', '#berita'],
  ['a line break inside', 'https://desa.go.id/be\nrita'],
  ['a tab inside', '/be\trita'],
  ['a line break after it', 'https://desa.go.id/berita\n'],
  ['a zero before it', '\0https://desa.go.id/berita'],
  ['a tab between slashes', '/\t/evil.example/x'],
  ['a delete character', '/berita\x7f'],
])('%s is no article address', (_, address) => {
  expect(key(address)).toBeNull()
})

test('an address on a foreign host is no article address', () => {
  const ours = (host: string) => (host === 'desa.go.id' ? host : null)
  expect(articleKey('https://www.desa.go.id/x', 'desa.go.id', ours)).toBe('desa.go.id/x')
  expect(articleKey('https://evil.example/x', 'desa.go.id', ours)).toBeNull()
  expect(articleKey('https://desa.go.id.evil.example/x', 'desa.go.id', ours)).toBeNull()
  expect(articleKey('desa.go.id:8080/x', 'desa.go.id', ours)).toBeNull()
  expect(articleKey('/x', 'evil.example', ours)).toBeNull()
})

test('a mirror has the keys of the primary origin', () => {
  const hosts = new Map([
    ['desa.go.id', 'desa.go.id'],
    ['desa.example', 'desa.go.id'],
    ['localhost:8787', 'desa.go.id'],
    ['[::1]:3000', 'desa.go.id'],
  ])
  const mirrored = (address: string) =>
    articleKey(address, 'WWW.Desa.example', (host) => hosts.get(host) ?? null)
  for (const address of [
    'https://desa.go.id/x',
    'https://www.desa.example/x/',
    'http://localhost:8787/x',
    'localhost:8787/x',
    'http://[::1]:3000/x',
    '/x',
  ]) {
    expect(mirrored(address)).toBe('desa.go.id/x')
  }
})

test('a key has at most 512 bytes', () => {
  const longest = `/${'x'.repeat(512 - 'home.go.id/'.length)}`
  expect(key(longest)).toHaveLength(512)
  expect(key(`${longest}x`)).toBeNull()
  expect(key(`/${'é'.repeat(100)}`)).toBeNull()
})

test('what falls away does not count', () => {
  expect(key(`/x?fbclid=${'x'.repeat(900)}`)).toBe('home.go.id/x')
  expect(key(`/x${'/'.repeat(900)}`)).toBe('home.go.id/x')
})

test.each([
  ['desa.go.id/', true],
  ['localhost:8787/', true],
  ['[::1]:8787/', true],
  ['desa.go.id/berita', false],
  ['desa.go.id/?id=5', false],
  ['desa.go.id/x?u=/', false],
])('that %s is a home page: %s', (each, expected) => {
  expect(isHomePage(each)).toBe(expected)
})

const host = fc
  .tuple(
    fc.oneof(
      fc.domain(),
      fc.constantFrom('localhost', '127.0.0.1', '[::1]', '[fe80::1]', 'http', 'desa.go.id.'),
    ),
    fc.constantFrom('', ':8787', ':8080', ':1'),
  )
  .map(([name, port]) => name.replace(/^(www\.)+/, '') + port)
const character = fc.constantFrom(...'abzAZ019-._~!$()*+,:@%/é日^|{"', '%2e', '%2F', '%4', '%34')
const text = fc.string({ unit: character, maxLength: 12 })
const path = fc
  .array(fc.oneof(text, fc.constantFrom('berita', 'index.php', 'index.html', '..', '%2e', '')), {
    maxLength: 6,
  })
  .map((segments) => `/${segments.join('/')}`)
  // Node 20's URL parser leaves `/.a/..` as it stands; later ones and browsers resolve it.
  .filter((each) => !(/\/(\.|%2e)+[^/.%]/i.test(each) && /\/(\.|%2e){2}(\/|$)/i.test(each)))
const parameter = fc.oneof(
  fc.tuple(text, text).map(([name, value]) => `${name}=${value}`),
  text,
  fc.constantFrom('id=', 'id=5', 'utm_source=wa', '%75tm_x=1', 'ref', 'a=1', 'a=0', 'option=x'),
)
const query = fc.array(parameter, { maxLength: 6 }).map((parts) => parts.join('&'))
const always = <T>(from: fc.Arbitrary<T>, claim: (value: T) => void) =>
  fc.assert(fc.property(from, claim), { numRuns: 2000 })

const garbage = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'/\\:@?#[]%&=.w \t\n\0ahtps1é\ud800'), maxLength: 40 }),
  fc
    .tuple(fc.constantFrom('/', 'https://', 'a/', 'https://a'), fc.string({ unit: 'binary' }))
    .map(([start, rest]) => start + rest),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.tuple(host, path, query).map(([h, p, q]) => `https://${h}${p}?${q}`),
  fc.string({ unit: fc.constantFrom('/', '/index.php', '%', '&', 'é', 'www.'), maxLength: 900 }),
)

test('any text gives a key of at most 512 bytes or none, and never an exception', () => {
  always(fc.tuple(garbage, garbage), ([address, home]) => {
    const made = articleKey(address, home, anyHost)
    if (made === null) return
    expect(new TextEncoder().encode(made).length).toBeLessThanOrEqual(512)
    expect(made).toMatch(/^[^/?#@]+\/[!-~]*$/)
  })
})

test('a key is its own key, whatever it was made from', () => {
  always(garbage, (address) => {
    const made = key(address)
    if (made !== null) expect(key(made)).toBe(made)
  })
})

test('an address with a control character anywhere is refused', () => {
  const control = fc.constantFrom('\0', '\t', '\n', '\r', '\x1f', '\x7f')
  always(fc.tuple(path, control, fc.nat()), ([where, character, at]) => {
    const address = `https://desa.go.id${where}`
    const place = at % (address.length + 1)
    expect(key(address.slice(0, place) + character + address.slice(place))).toBeNull()
  })
})

const page = fc.tuple(host, path, query)

test('scheme, www., host case, default port and fragment make no other article', () => {
  always(page, ([h, p, q]) => {
    const plain = key(`https://${h}${p}?${q}`)
    expect(plain).not.toBeNull()
    expect(key(`http://${h}${p}?${q}`)).toBe(plain)
    expect(key(`HTTPS://${h.toUpperCase()}${p}?${q}`)).toBe(plain)
    expect(key(`https://${h}${p}?${q}#isi/?x`)).toBe(plain)
    expect(key(`${h}${p}?${q}`)).toBe(plain)
    expect(articleKey(`${p}?${q}`, h, anyHost)).toBe(p.startsWith('//') ? null : plain)
    if (!/^[\d[]/.test(h)) expect(key(`https://www.${h}${p}?${q}`)).toBe(plain)
    if (!/:\d+$/.test(h)) {
      expect(key(`https://${h}:443${p}?${q}`)).toBe(plain)
      expect(key(`https://${h}:80${p}?${q}`)).toBe(plain)
    }
  })
})

test('trailing slashes and index tails in any repetition make no other article', () => {
  const tails = fc.array(fc.constantFrom('/', '/index.php', '/index.html', '/%69ndex.php'))
  always(fc.tuple(page, tails), ([[h, p, q], tail]) => {
    expect(key(`https://${h}${p}${tail.join('')}?${q}`)).toBe(key(`https://${h}${p}?${q}`))
  })
})

test('tracking parameters and empty parts make no other article wherever they stand', () => {
  const noise = fc.constantFrom(
    'utm_source=wa',
    'utm_x',
    'fbclid=1',
    'gclid=',
    'ref=x',
    '_ga=1',
    '',
  )
  always(fc.tuple(page, noise, fc.nat()), ([[h, p, q], extra, at]) => {
    const parts = q.split('&')
    parts.splice(at % (parts.length + 1), 0, extra)
    expect(key(`https://${h}${p}?${parts.join('&')}`)).toBe(key(`https://${h}${p}?${q}`))
  })
})

test('the order of differently named parameters makes no other article', () => {
  const named = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 2, maxLength: 6 })
  const shuffled = named.chain((names) =>
    fc.tuple(fc.constant(names), fc.shuffledSubarray(names, { minLength: names.length })),
  )
  always(shuffled, ([names, others]) => {
    const asked = (order: readonly string[]) =>
      key(`/x?${order.map((n) => `${n}=${n}1`).join('&')}`)
    expect(asked(others)).toBe(asked(names))
  })
})

test('escaping what needs no escape makes no other article', () => {
  const letters = fc.stringMatching(/^[A-Za-z0-9_~-]{1,12}$/)
  const escaped = (plain: string) =>
    [...plain].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('')
  always(fc.tuple(letters, letters), ([p, q]) => {
    expect(key(`/${escaped(p)}?${escaped(q)}=1`)).toBe(key(`/${p}?${q}=1`))
  })
})

test('?id= always names another article', () => {
  always(fc.tuple(host, fc.stringMatching(/^[a-z0-9]{1,8}$/), fc.nat()), ([h, p, id]) => {
    const at = `https://${h}/${p}`
    expect(key(`${at}?id=${id}`)).toMatch(new RegExp(`/${p}\\?id=${id}$`))
    expect(key(`${at}?id=${id + 1}`)).not.toBe(key(`${at}?id=${id}`))
    expect(key(`${at}?id=`)).not.toBe(key(at))
  })
})
