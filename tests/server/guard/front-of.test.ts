import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frontOf } from '../../../server/domain/guard/front-of.ts'

const step = fc.oneof(
  fc.record({ put: fc.nat({ max: 30 }) }),
  fc.record({ drop: fc.nat({ max: 30 }) }),
  fc.constant('take' as const),
)

test('whatever is put in and taken out between, it finds the oldest that is left', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const map = new Map<number, number>()
      const oldestOf = frontOf(map)
      for (const each of steps) {
        if (each === 'take') {
          const [oldest] = map.keys()
          const found = oldestOf()
          expect(found).toBe(oldest)
          if (found !== undefined) map.delete(found)
        } else if ('put' in each) map.set(each.put, 1)
        else map.delete(each.drop)
      }
    }),
  )
})
