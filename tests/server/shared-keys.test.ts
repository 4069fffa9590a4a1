import { expect, test } from 'vitest'
import { createSharedKeys } from '../../server/domain/verification/shared-keys.ts'

const articleOf = (key: string, site = 'desa') => ({ site, key: `desa.go.id/${key}` })
const page = (n: number) => `desa.go.id/?id=${n}`

test('an article that six pages share is named, one of five is not', () => {
  const keys = createSharedKeys()
  for (let n = 0; n < 6; n++) keys.note(articleOf('berita'), page(n))
  for (let n = 0; n < 5; n++) {
    keys.note(articleOf('lain'), page(n))
    keys.note(articleOf('lain'), page(n))
  }
  for (let n = 0; n < 6; n++) keys.note(articleOf('berita', 'kota'), page(n))
  expect(keys.list('desa')).toEqual([
    { article: articleOf('berita'), pages: [0, 1, 2, 3, 4, 5].map(page) },
  ])
})

test('an article under its own address is no page more', () => {
  const keys = createSharedKeys()
  for (let n = 0; n < 5; n++) keys.note(articleOf('berita'), page(n))
  keys.note(articleOf('berita'), articleOf('berita').key)
  expect(keys.list('desa')).toEqual([])
})

test('six pages are kept of each, and a thousand articles in all', () => {
  const keys = createSharedKeys()
  for (let n = 0; n < 100; n++) keys.note(articleOf('berita'), page(n))
  for (let n = 0; n < 5000; n++) keys.note(articleOf(`x${n}`), page(n))
  expect(keys.list('desa')).toHaveLength(1)
  expect(keys.list('desa')[0]?.pages).toHaveLength(6)
  for (let n = 0; n < 1001; n++) {
    for (let m = 0; m < 6; m++) keys.note(articleOf(`y${n}`), page(m))
  }
  expect(keys.list('desa')).toHaveLength(1000)
})
