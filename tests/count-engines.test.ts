import { expect, test } from 'vitest'
import { countEngines } from '../tools/web-tests/count-engines.ts'
import type { TestedFile } from '../tools/web-tests/session-report.ts'

const file: TestedFile = {
  engine: 'chromium',
  file: 'tests/element/a.test.ts',
  cases: [{ name: 'a click casts', passed: true }],
  errors: [],
}

const counted = (files: readonly TestedFile[]) => countEngines(files, ['chromium']).get('chromium')

test('an engine has the sum of its files, and the names of what failed', () => {
  const failing = { ...file, cases: [...file.cases, { name: 'Enter casts', passed: false }] }
  expect(counted([file, failing])).toEqual({
    passed: 2,
    failed: 1,
    names: ['chromium tests/element/a.test.ts: Enter casts'],
  })
})

test('an engine that ran nothing has failed, whatever the others did', () => {
  const counts = countEngines([file], ['chromium', 'webkit'])
  expect(counts.get('chromium')).toMatchObject({ passed: 1, failed: 0 })
  expect(counts.get('webkit')).toEqual({ passed: 0, failed: 1, names: ['webkit: ran nothing'] })
})

test('a file without a test in it has failed', () => {
  expect(counted([file, { ...file, cases: [] }])).toMatchObject({ passed: 1, failed: 1 })
})

test('a file that broke outside of its tests has failed', () => {
  const broken = { ...file, errors: ['no such module\n  at a.test.ts'] }
  expect(counted([broken])).toEqual({
    passed: 1,
    failed: 1,
    names: ['chromium tests/element/a.test.ts: no such module'],
  })
})
