import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleAddress } from '../../shared/article-address.ts'

const location = 'https://www.desa.go.id/berita/baca.php?id=5&utm_source=wa#isi'
const canonical = 'https://desa.go.id/berita/jalan-desa'
const openGraph = 'https://desa.go.id/berita/jalan-desa-og'

test('the page asks first, then canonical, then og:url, then the location', () => {
  expect(articleAddress({ asked: '/x', canonical, openGraph, location })).toBe('/x')
  expect(articleAddress({ canonical, openGraph, location })).toBe(canonical)
  expect(articleAddress({ openGraph, location })).toBe(openGraph)
  expect(articleAddress({ location })).toBe(location)
})

test('what is empty was not said', () => {
  for (const empty of [null, '', '  ', '\n']) {
    expect(articleAddress({ asked: empty, canonical: empty, openGraph: empty, location })).toBe(
      location,
    )
  }
})

test.each([
  ['an absolute path', '/berita/x', '/berita/x'],
  ['an address, also of another host', 'https://kec.go.id/x', 'https://kec.go.id/x'],
  ['a key', 'desa.go.id/berita/x', 'desa.go.id/berita/x'],
  ['a key with a port', 'localhost:8787/demo', 'localhost:8787/demo'],
  ['a key with IPv6', '[::1]:8787/demo', '[::1]:8787/demo'],
  ['what only looks like an address', 'https://[', 'https://['],
  ['another host without a scheme', '//evil.example/x', '//evil.example/x'],
  ['a script, for the key to refuse', 'javascript:alert(1)', 'javascript:alert(1)'],
])('%s is asked for as it is', (_, asked, expected) => {
  expect(articleAddress({ asked, canonical, location })).toBe(expected)
})

test.each([
  ['a file', 'lihat.html', 'https://www.desa.go.id/berita/lihat.html'],
  ['a folder', 'arsip/x', 'https://www.desa.go.id/berita/arsip/x'],
  ['a folder of a folder with a dot', 'arsip/v1.2/x', 'https://www.desa.go.id/berita/arsip/v1.2/x'],
  ['a step up', '../profil', 'https://www.desa.go.id/profil'],
  ['a step nowhere', './x', 'https://www.desa.go.id/berita/x'],
  ['a query', '?id=7', 'https://www.desa.go.id/berita/baca.php?id=7'],
  ['a query with a slash', 'baca.php?u=a/b', 'https://www.desa.go.id/berita/baca.php?u=a/b'],
  ['line breaks around it', '\n  lihat.html\n', 'https://www.desa.go.id/berita/lihat.html'],
])('%s that is asked for is resolved against the location', (_, asked, expected) => {
  expect(articleAddress({ asked, canonical, location })).toBe(expected)
})

test.each([
  ['relative', 'jalan-desa', 'https://www.desa.go.id/berita/jalan-desa'],
  ['a path', '/jalan-desa', 'https://www.desa.go.id/jalan-desa'],
  ['without a scheme', '//desa.go.id/jalan-desa', 'https://desa.go.id/jalan-desa'],
  ['with www.', 'https://www.desa.go.id/jalan-desa', 'https://www.desa.go.id/jalan-desa'],
  ['with http', 'http://desa.go.id/jalan-desa', 'http://desa.go.id/jalan-desa'],
  ['with a default port', 'http://desa.go.id:443/jalan', 'http://desa.go.id:443/jalan'],
  ['in other case', 'HTTPS://DESA.go.id/Jalan', 'https://desa.go.id/Jalan'],
])('a canonical address may be %s', (_, written, expected) => {
  expect(articleAddress({ canonical: written, openGraph, location })).toBe(expected)
  expect(articleAddress({ openGraph: written, location })).toBe(expected)
})

test.each([
  ['is on another host', 'https://evil.example/x'],
  ['is on a subdomain', 'https://berita.desa.go.id/x'],
  ['is on another port', 'https://desa.go.id:8443/x'],
  ['points at the home page', 'https://desa.go.id/'],
  ['points at the home page by path', '/'],
  ['points at the home page as index.php', '/index.php?utm_source=x'],
  ['is a script', 'javascript:alert(1)'],
  ['has a user name', 'https://a:b@desa.go.id/x'],
  ['is no address', 'https://['],
  ['is too long for a key', `/${'x'.repeat(600)}`],
])('a canonical address that %s is passed over', (_, written) => {
  expect(articleAddress({ canonical: written, openGraph, location })).toBe(openGraph)
  expect(articleAddress({ canonical: written, openGraph: written, location })).toBe(location)
})

test('on the home page a canonical address of the home page counts', () => {
  const home = 'https://www.desa.go.id/?utm_source=wa'
  expect(articleAddress({ canonical: 'https://desa.go.id/', location: home })).toBe(
    'https://desa.go.id/',
  )
})

test('an article named by ?id= alone is not the home page', () => {
  const article = 'https://desa.go.id/?id=5'
  expect(articleAddress({ canonical: 'https://desa.go.id/', location: article })).toBe(article)
})

test('ports count: a page on localhost knows its own', () => {
  const here = 'http://localhost:8787/demo/?x=1'
  expect(articleAddress({ canonical: 'http://localhost:8787/demo/', location: here })).toBe(
    'http://localhost:8787/demo/',
  )
  expect(articleAddress({ canonical: 'http://localhost/demo/', location: here })).toBe(here)
})

test('a page without a host keeps its location', () => {
  for (const here of ['about:blank', 'file:///C:/x.html', 'about:srcdoc', 'data:text/html,x', '']) {
    expect(articleAddress({ canonical, openGraph, location: here })).toBe(here)
  }
})

test('whatever a page says, there is an answer and never an exception', () => {
  const said = fc.option(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...'/\\:@?#[]%.w \n\0ahtps1'), maxLength: 30 }),
      fc.webUrl(),
    ),
  )
  fc.assert(
    fc.property(said, said, said, said, (asked, canon, og, here) => {
      const page = { asked, canonical: canon, openGraph: og, location: here ?? location }
      expect(typeof articleAddress(page)).toBe('string')
    }),
    { numRuns: 2000 },
  )
})
