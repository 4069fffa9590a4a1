import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCount, formatShare } from '../../widget/format.ts'

const language = fc.constantFrom('id' as const, 'en' as const)

test('counts read as the language writes them, however large', () => {
  expect([formatCount(0, 'id'), formatCount(646, 'id'), formatCount(1234, 'id')]).toEqual([
    '0',
    '646',
    '1.234',
  ])
  fc.assert(
    fc.property(fc.maxSafeNat(), language, (count, spoken) => {
      expect(formatCount(count, spoken)).toBe(count.toLocaleString(spoken))
    }),
  )
})

test('shares read as the language writes them, with no decimal or one', () => {
  expect(formatShare(737, 1, 'id')).toBe('73,7%')
  expect(formatShare(680, 0, 'en')).toBe('68%')
  fc.assert(
    fc.property(fc.nat(1000), language, (tenths, spoken) => {
      const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
      const expected = (tenths / 1000).toLocaleString(spoken, { style: 'percent', ...digits })
      expect(formatShare(tenths, 1, spoken)).toBe(expected)
    }),
  )
})

test('Javanese and Sundanese have the Indonesian marks', () => {
  for (const spoken of ['jv', 'su'] as const) {
    expect([formatCount(1234, spoken), formatShare(53, 1, spoken)]).toEqual(['1.234', '5,3%'])
  }
})
