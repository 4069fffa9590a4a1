import { expect, test } from 'vitest'
import { bareHost } from '../../shared/bare-host.ts'

test.each([
  ['desa.go.id', 'desa.go.id'],
  ['www.desa.go.id', 'desa.go.id'],
  ['www.www.desa.go.id', 'desa.go.id'],
  ['www2.desa.go.id', 'www2.desa.go.id'],
  ['berita.www.desa.go.id', 'berita.www.desa.go.id'],
  ['desa.go.id:80', 'desa.go.id'],
  ['desa.go.id:443', 'desa.go.id'],
  ['www.desa.go.id:8080', 'desa.go.id:8080'],
  ['desa.go.id:8443', 'desa.go.id:8443'],
  ['[::1]:443', '[::1]'],
  ['[::1]:8787', '[::1]:8787'],
  ['www.', 'www.'],
  ['www.:8080', 'www.:8080'],
])('%s is known as %s', (host, bare) => {
  expect(bareHost(host)).toBe(bare)
  expect(bareHost(bare)).toBe(bare)
})
