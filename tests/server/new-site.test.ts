import { expect, test } from 'vitest'
import { type NewSite, siteFrom } from '../../server/domain/site/new-site.ts'

/** Seconds since 1970. */
const NOW = 1_795_500_000
const TYPED = { key: 'desa-1', name: 'Desa Satu', origins: ['https://desa.go.id'] }

function faultsOf(typed: NewSite): readonly string[] {
  const outcome = siteFrom(typed, NOW)
  return 'faults' in outcome ? outcome.faults : []
}

test('a site as it was typed, in the time of Jakarta', () => {
  expect(siteFrom({ ...TYPED, name: '  Desa Satu ' }, NOW)).toEqual({
    key: 'desa-1',
    name: 'Desa Satu',
    timeZone: 'Asia/Jakarta',
    settings: {},
    loopback: false,
    intranet: false,
    addedAt: NOW,
    origins: [{ origin: 'https://desa.go.id', role: 'primary' }],
  })
})

test('the first origin is the primary one, the others are additional', () => {
  const origins = ['http://desa.go.id:8080', 'https://*.desa.go.id', 'https://lain.example']
  expect(siteFrom({ ...TYPED, origins, zone: 'Asia/Jayapura' }, NOW)).toMatchObject({
    timeZone: 'Asia/Jayapura',
    origins: [
      { origin: 'http://desa.go.id:8080', role: 'primary' },
      { origin: 'https://*.desa.go.id', role: 'additional' },
      { origin: 'https://lain.example', role: 'additional' },
    ],
  })
})

test.each(['', 'Desa', 'desa_1', '-desa', 'a'.repeat(64), 'desa 1', 'désa'])(
  'the key %j is refused',
  (key) => {
    const fault = 'KEY is lower-case letters, digits and hyphens, at most 63.'
    expect(faultsOf({ ...TYPED, key })).toEqual([fault])
  },
)

test('a key of 63 is taken', () => {
  expect(faultsOf({ ...TYPED, key: 'a'.repeat(63) })).toEqual([])
})

test.each([
  'desa.go.id',
  'https://desa.go.id/',
  'https://desa.go.id/berita',
  'https://DESA.go.id',
  'https://desa.go.id:443',
  'ftp://desa.go.id',
  'https://*.desa.go.id',
  'null',
  '',
])('the primary origin %j is refused', (origin) => {
  expect(faultsOf({ ...TYPED, origins: [origin] })).toEqual([
    `--origin ${origin} is not an origin such as https://desa.example.go.id.`,
  ])
})

test.each(['https://*', 'https://*.id', 'https://a.*.go.id', 'https://*.go.id:8443', '*.go.id'])(
  'the wildcard %s is refused',
  (wildcard) => {
    expect(faultsOf({ ...TYPED, origins: ['https://desa.go.id', wildcard] })).toHaveLength(1)
  },
)

test('all faults are named at once', () => {
  expect(faultsOf({ zone: 'Asia/Bojonegoro' })).toEqual([
    'KEY is lower-case letters, digits and hyphens, at most 63.',
    '--name is missing.',
    '--origin is missing.',
    '--zone Asia/Bojonegoro is not a time zone such as Asia/Makassar.',
  ])
  expect(faultsOf({ ...TYPED, name: ' ' })).toEqual(['--name is missing.'])
})
