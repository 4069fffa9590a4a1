import { expect, test } from 'vitest'
import { readCsvList } from '../../server/entry/csv-list.ts'

const read = (text: string) => readCsvList(Buffer.from(text))

test('lines of address and title, as Excel writes them', () => {
  expect(
    read('\ufeffAlamat;Judul\r\n/berita/1;Jalan desa\r\n\r\n"/berita/2";"Kata ""resmi""; sah"\r\n'),
  ).toEqual([
    { address: '/berita/1', title: 'Jalan desa' },
    { address: '/berita/2', title: 'Kata "resmi"; sah' },
  ])
})

test('a title may be missing, and more columns are passed over', () => {
  expect(read('/a\n/b;\n/c;C;2026;x')).toEqual([
    { address: '/a', title: null },
    { address: '/b', title: '' },
    { address: '/c', title: 'C' },
  ])
})

test('a first line of addresses is no heading', () => {
  expect(read('https://desa.go.id/1;A')).toEqual([{ address: 'https://desa.go.id/1', title: 'A' }])
})

test('what is not UTF-8 is read as windows-1252', () => {
  expect(readCsvList(Buffer.from('/a;\x93Caf\xe9\x94', 'latin1'))).toEqual([
    { address: '/a', title: '“Café”' },
  ])
})

test.each(['/a;A\n"/b;B', '/a;A\n/b;"B" C'])('%j has a line that is named', (text) => {
  expect(() => read(text)).toThrow('Line 2 has a quotation mark too many.')
})
