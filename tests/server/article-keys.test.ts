import { expect, test } from 'vitest'
import { createKeyOf } from '../../server/domain/article-keys.ts'
import { createOriginRule } from '../../server/domain/site/origin-rule.ts'
import type { ListedSite } from '../../server/domain/site/site-directory.ts'
import { heapUsed } from '../support/heap-used.ts'

function siteAt(host: string): ListedSite {
  const site = {
    key: 'desa',
    name: 'Desa',
    timeZone: 'Asia/Jakarta',
    settings: {},
    loopback: false,
    intranet: false,
    addedAt: 0,
    origins: [{ origin: `https://${host}`, role: 'primary' as const }],
  }
  return { site, rule: createOriginRule(site) }
}

test('an address comes to the same key every time, and to that of its own site', () => {
  const keyOf = createKeyOf()
  const [desa, kota] = [siteAt('desa.go.id'), siteAt('kota.go.id')]
  for (let time = 0; time < 2; time++) {
    expect(keyOf(desa, '/berita/?utm_source=a')).toBe('desa.go.id/berita')
    expect(keyOf(kota, '/berita/?utm_source=a')).toBe('kota.go.id/berita')
    expect(keyOf(desa, 'https://kota.go.id/berita')).toBeNull()
  }
})

test('however many addresses are made up, 20,000 are remembered', () => {
  const keyOf = createKeyOf()
  const desa = siteAt('desa.go.id')
  const before = heapUsed()
  for (let n = 0; n < 22_000; n++) {
    // As from the network: a text of its own for each request.
    const address = Buffer.from(`/${n}?utm_x=${'z'.repeat(1000)}`).toString()
    expect(keyOf(desa, address)).toBe(`desa.go.id/${n}`)
  }
  // The latest two thousand, a kilobyte each.
  expect((heapUsed() - before) / 2 ** 20).toBeLessThan(10)
  expect(keyOf(desa, '/0')).toBe('desa.go.id/0')
}, 60_000)
