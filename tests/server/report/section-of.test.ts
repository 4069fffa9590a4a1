import { expect, test } from 'vitest'
import { foundSection, sectionOf } from '../../../server/domain/report/section-of.ts'
import { sectionPrefix } from '../../../server/domain/report/section-prefix.ts'

const PREFIXES = new Set(['a.id', 'a.id/berita', 'a.id/berita/sehat', 'b.id/x'])

test.each([
  ['a.id/', 'a.id'],
  ['a.id/lain', 'a.id'],
  ['a.id/berita', 'a.id/berita'],
  ['a.id/berita-lama/1', 'a.id'],
  ['a.id/berita?id=3', 'a.id/berita'],
  ['a.id/berita/sehat/1', 'a.id/berita/sehat'],
  ['a.id/lain?p=a.id/berita', 'a.id'],
  ['a.id:8080/berita', ''],
  ['b.id/y', ''],
  ['c.id/a.id/berita', ''],
])('%s is in the section %s', (key, prefix) => {
  expect(sectionOf(key, PREFIXES)).toBe(prefix)
})

test.each([
  ['a.id/berita/satu', { prefix: 'a.id/berita', name: 'berita' }],
  ['a.id/b%20c/satu', { prefix: 'a.id/b%20c', name: 'b c' }],
  ['a.id/b%FF/satu', { prefix: 'a.id/b%FF', name: 'b%FF' }],
  ['a.id/judul-berita', null],
  ['a.id/2026/11/judul', null],
  ['a.id/?id=3', null],
  ['a.id/berita?x=/y', null],
])('%s speaks of the section %o', (key, section) => {
  expect(foundSection(key)).toEqual(section)
})

test.each([
  ['https://www.a.id/Berita/', 'a.id/Berita'],
  ['/berita/sehat?x=1', 'a.id/berita/sehat'],
  ['dinkes.a.id', 'dinkes.a.id'],
  [' a.id/berita ', 'a.id/berita'],
  ['https://c.id/berita', null],
  ['ftp://a.id/', null],
])('%s is typed for the prefix %s', (typed, prefix) => {
  const hostFor = (host: string) => (/(^|\.)a\.id$/.test(host) ? host : null)
  expect(sectionPrefix(typed, { homeHost: 'a.id', hostFor })).toBe(prefix)
})
