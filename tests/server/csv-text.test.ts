import { expect, test } from 'vitest'
import { csvText } from '../../server/domain/csv-text.ts'

const NO_BREAK_SPACE = '\u00a0'
const WIDE_SPACE = '\u3000'
const BYTE_ORDER_MARK = '\ufeff'

const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠']

test.each(SIGNS)('a cell that begins with %s is a text', (sign) => {
  expect(csvText(`${sign}1+1`)).toBe(`'${sign}1+1`)
  for (const blank of [' ', '   ', NO_BREAK_SPACE, WIDE_SPACE, BYTE_ORDER_MARK, ` ${WIDE_SPACE}`]) {
    expect(csvText(`${blank}${sign}1+1`)).toBe(`'${blank}${sign}1+1`)
  }
})

test.each([
  ['a tab', '\tcmd', "'\tcmd"],
  ['a tab before a sign', '\t=1', "'\t=1"],
  ['a carriage return', '\rcmd', '"\'\rcmd"'],
  ['a line feed before a sign', '\n=1', '"\'\n=1"'],
])('nor does %s at its front make a formula', (_, text, cell) => {
  expect(csvText(text)).toBe(cell)
})

test('what is escaped is quoted all the same where it has to be', () => {
  expect(csvText('=HYPERLINK("http://asing.example";"klik")')).toBe(
    '"\'=HYPERLINK(""http://asing.example"";""klik"")"',
  )
})

test.each(['', 'Berita', 'a=b', '1-2', 'Siapa @Bupati?', "'kutip'", 'RAPBD 2026 + revisi'])(
  '%j is left as it is',
  (text) => {
    expect(csvText(text)).toBe(text)
  },
)
