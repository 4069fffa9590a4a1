import { expect, test } from 'vitest'
import { askedArticles } from '../../server/routes/asked-articles.ts'
import { countLines } from '../../widget/count-lines.ts'

const PATH = '/v1/sites/desa/tallies'
const paths = (howMany: number) => Array.from({ length: howMany }, (_, i) => `/berita/${i}`)

test.each([
  [0, []],
  [1, [1]],
  [100, [100]],
  [101, [100, 1]],
  [250, [100, 100, 50]],
])('%s short addresses make lines of %j', (howMany, sizes) => {
  const lines = countLines(PATH, paths(howMany))
  expect(lines.map(({ articles }) => articles.length)).toEqual(sizes)
  expect(lines.flatMap(({ articles }) => articles)).toEqual(paths(howMany))
})

test('long addresses make more lines, each within what proxies take', () => {
  const articles = Array.from({ length: 100 }, (_, i) => `/${i}/${'é'.repeat(100)}`)
  const lines = countLines(PATH, articles)
  expect(lines.length).toBeGreaterThan(1)
  for (const { line } of lines) expect(line.length).toBeLessThanOrEqual(6000)
  expect(lines.flatMap((line) => line.articles)).toEqual(articles)
})

test('an address longer than a line is asked for by itself', () => {
  const long = `/${'a'.repeat(7000)}`
  const lines = countLines(PATH, ['/a', long, '/b'])
  expect(lines.map(({ articles }) => articles)).toEqual([['/a'], [long], ['/b']])
})

test('the server reads every address as it was', () => {
  const articles = [
    '/berita?id=7&x=a+b',
    '/a b/é/%20/100%/"<>`{}|^\\',
    'desa.go.id:8080/a=b;c,d?e#f',
    '/article=1&article=2',
    '/\u{1f600}',
  ]
  const [line] = countLines(PATH, articles)
  expect(line?.line).toMatch(new RegExp(`^${PATH}\\?[!-~]+$`))
  const read = askedArticles(`https://tanggapan.example${line?.line}`)
  expect(read.map((text) => decodeURIComponent(text.replaceAll('+', ' ')))).toEqual(articles)
})

test('half a character is sent, and nothing is thrown', () => {
  const [line] = countLines(PATH, ['/a\ud83d'])
  expect(line?.line).toBe(`${PATH}?article=/a%EF%BF%BD`)
})
