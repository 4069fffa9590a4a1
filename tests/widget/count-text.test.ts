import { expect, test } from 'vitest'
import { countText } from '../../widget/count-text.ts'

test.each([
  ['id', 'views', '1.234 kali dilihat'],
  ['id', 'responses', '1.234 penilaian'],
  ['id', null, '1.234'],
  ['en', 'views', '1,234 views'],
  ['en', 'responses', '1,234 ratings'],
  ['en', null, '1,234'],
  ['jv', 'views', 'Sampun dipunwaos kaping 1.234'],
  ['jv', 'responses', '1.234 pamanggih'],
  ['su', 'views', 'Parantos dibuka 1.234 kali'],
  ['su', null, '1.234'],
] as const)('in %s, with the words for %s: %s', (language, kind, text) => {
  expect(countText(1234, language, kind)).toBe(text)
})
