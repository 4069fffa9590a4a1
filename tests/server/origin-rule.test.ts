import { expect, test } from 'vitest'
import { createOriginRule } from '../../server/domain/site/origin-rule.ts'
import type { Site } from '../../server/store/store.ts'
import { articleKey } from '../../shared/article-key.ts'

const site = (origins: Site['origins'], loopback = false): Site => ({
  key: 'desa',
  name: 'Desa',
  timeZone: 'Asia/Jakarta',
  settings: {},
  loopback,
  intranet: false,
  addedAt: 0,
  origins,
})

const rule = createOriginRule(
  site([
    { origin: 'https://www.desa.go.id', role: 'primary' },
    { origin: 'https://berita.example:8443', role: 'additional' },
    { origin: 'https://*.kabupaten.go.id', role: 'additional' },
    { origin: 'https://cermin.example', role: 'mirror' },
  ]),
)
const withLoopback = createOriginRule(
  site([{ origin: 'https://desa.go.id', role: 'primary' }], true),
)

test.each([
  'https://www.desa.go.id',
  'https://berita.example:8443',
  'https://cermin.example',
  'https://dinas.kabupaten.go.id',
  'https://a.b-c.kabupaten.go.id',
])('%s takes part', (origin) => {
  expect(rule.admits(origin)).toBe(true)
})

test.each([
  ['another scheme', 'http://www.desa.go.id'],
  ['another port', 'https://www.desa.go.id:8443'],
  ['its own port left out', 'https://berita.example'],
  ['its default port written out', 'https://www.desa.go.id:443'],
  ['without www.', 'https://desa.go.id'],
  ['upper case', 'https://WWW.desa.go.id'],
  ['a trailing slash', 'https://www.desa.go.id/'],
  ['a trailing dot', 'https://www.desa.go.id.'],
  ['it as the head of another', 'https://www.desa.go.id.evil.example'],
  ['it as the tail of another', 'https://evilwww.desa.go.id'],
  ['a subdomain of it', 'https://x.www.desa.go.id'],
  ['the domain of the wildcard itself', 'https://kabupaten.go.id'],
  ['an empty label before the wildcard', 'https://.kabupaten.go.id'],
  ['a look-alike of the wildcard', 'https://evilkabupaten.go.id'],
  ['the wildcard as the head', 'https://x.kabupaten.go.id.evil.example'],
  ['the wildcard after a path', 'https://evil.example/x.kabupaten.go.id'],
  ['the wildcard after a user', 'https://evil@x.kabupaten.go.id'],
  ['the wildcard after a port', 'https://evil.example:1.kabupaten.go.id'],
  ['the wildcard’s other scheme', 'http://x.kabupaten.go.id'],
  ['the wildcard with a port', 'https://x.kabupaten.go.id:8443'],
  ['the wildcard as it is written', 'https://*.kabupaten.go.id'],
  ['a subdomain in upper case', 'https://X.kabupaten.go.id'],
  ['a line break before the wildcard', 'https://evil.example\n.kabupaten.go.id'],
  ['an opaque origin', 'null'],
  ['nothing', ''],
  ['a loopback address', 'http://localhost:3000'],
])('%s does not', (_, origin) => {
  expect(rule.admits(origin)).toBe(false)
})

test.each([
  'http://localhost',
  'https://localhost:8787',
  'http://127.0.0.1:3000',
  'http://127.8.9.10',
  'http://[::1]:5173',
])('%s takes part where loopback does', (origin) => {
  expect(withLoopback.admits(origin)).toBe(true)
})

test.each([
  'http://localhost.evil.example',
  'http://evil-localhost:80',
  'http://127.0.0.1.evil.example',
  'http://128.0.0.1',
  'http://localhost:123456',
  'http://localhost:80/',
  'http://[::2]',
  'file://localhost',
])('%s does not, even there', (origin) => {
  expect(withLoopback.admits(origin)).toBe(false)
})

test('an absolute path belongs to the primary origin’s host', () => {
  expect(rule.homeHost).toBe('desa.go.id')
})

test.each([
  ['the primary host is its own', 'desa.go.id', 'desa.go.id'],
  ['so is an additional one, with its port', 'berita.example:8443', 'berita.example:8443'],
  ['and one under the wildcard', 'dinas.kabupaten.go.id', 'dinas.kabupaten.go.id'],
  ['and what is left of www. under it', 'kabupaten.go.id', 'kabupaten.go.id'],
  ['a mirror stands for the primary host', 'cermin.example', 'desa.go.id'],
  ['a foreign host has no place', 'evil.example', null],
  ['nor a look-alike', 'evilkabupaten.go.id', null],
  ['nor the wildcard’s domain on another port', 'kabupaten.go.id:8443', null],
  ['nor loopback', 'localhost:3000', null],
])('%s', (_, host, key) => {
  expect(rule.hostFor(host)).toBe(key)
})

test.each(['localhost', 'localhost:3000', '127.0.0.1:8787', '[::1]:80'])(
  'an article on %s is one of the primary host where loopback takes part',
  (host) => {
    expect(withLoopback.hostFor(host)).toBe('desa.go.id')
  },
)

test.each([
  'https://www.desa.go.id',
  'https://berita.example:8443',
  'https://dinas.kabupaten.go.id',
  'https://www.dinas.kabupaten.go.id',
  'https://www.kabupaten.go.id',
])('a page at %s, which takes part, has a place for its article', (origin) => {
  expect(rule.admits(origin)).toBe(true)
  expect(articleKey(`${origin}/berita`, rule.homeHost, rule.hostFor)).toBe(
    `${origin.replace(/^https:\/\/(www\.)?/, '')}/berita`,
  )
})

test('a site without a primary origin admits its others', () => {
  const lone = createOriginRule(site([{ origin: 'https://a.example', role: 'additional' }]))
  expect(lone.admits('https://a.example')).toBe(true)
  expect(createOriginRule(site([])).admits('https://a.example')).toBe(false)
})
