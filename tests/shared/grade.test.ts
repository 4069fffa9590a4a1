import { expect, test } from 'vitest'
import { type Grade, type GradeScale, gradeOf, PERMENPAN_14_2017 } from '../../shared/grade.ts'

test.each<[string, number, Grade]>([
  ['100', 10000, 'A'],
  ['88,31, the lowest A', 8831, 'A'],
  ['88,30, the highest B', 8830, 'B'],
  ['86,84, the origin article', 8684, 'B'],
  ['87,50', 8750, 'B'],
  ['76,61, the lowest B', 7661, 'B'],
  ['76,60, the highest C', 7660, 'C'],
  ['65,00, the lowest C', 6500, 'C'],
  ['64,99, the highest D', 6499, 'D'],
  ['25,00, the worst', 2500, 'D'],
])('an index of %s', (_, index, grade) => {
  expect(gradeOf(index)).toBe(grade)
})

test('the thresholds say which rule they are and of which year', () => {
  expect(PERMENPAN_14_2017.name).toContain('14/2017')
  expect(PERMENPAN_14_2017.year).toBe(2017)
  expect(PERMENPAN_14_2017.bounds.map(({ grade, meaning }) => [grade, meaning])).toEqual([
    ['A', 'Sangat Baik'],
    ['B', 'Baik'],
    ['C', 'Kurang Baik'],
    ['D', 'Tidak Baik'],
  ])
})

test('what is below every bound has the lowest grade', () => {
  expect(gradeOf(2499)).toBe('D')
})

test('another rule brings its own thresholds', () => {
  const stricter: GradeScale = {
    name: 'a later rule',
    year: 2030,
    bounds: [
      { grade: 'A', from: 9500, meaning: 'Sangat Baik' },
      { grade: 'D', from: 2500, meaning: 'Tidak Baik' },
    ],
  }
  expect([gradeOf(9499, stricter), gradeOf(9500, stricter)]).toEqual(['D', 'A'])
})

test('there is no fifth grade', () => {
  // @ts-expect-error the letters are A to D
  const grade: Grade = 'E'
  expect(PERMENPAN_14_2017.bounds.some((bound) => bound.grade === grade)).toBe(false)
})
