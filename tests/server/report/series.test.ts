import { expect, test, vi } from 'vitest'
import { readPeriod } from '../../../server/domain/report/period.ts'
import { readSeries } from '../../../server/domain/report/series.ts'
import { seriesSteps } from '../../../server/domain/report/series-steps.ts'
import { createUnitResults } from '../../../server/domain/report/unit-results.ts'
import { readingDashboard } from '../../support/reading-dashboard.ts'

vi.setConfig({ testTimeout: 60_000 })

const stepsOf = (code: string) => {
  const period = readPeriod(code)
  return period ? seriesSteps(period).map((step) => step.code) : []
}

async function reading() {
  const dashboard = await readingDashboard()
  const { store, refresh } = dashboard
  async function series(code: string, now = Date.now()) {
    await refresh()
    const period = readPeriod(code)
    const site = (await store.readSites()).find(({ key }) => key === 'bojonegoro')
    if (!period || !site) throw new Error('no such period or site')
    const groups = new Map([
      ...(await store.readUnits()).map(({ id }) => [id, 0] as const),
      [0, 0] as const,
    ])
    const readUnitResults = createUnitResults(store, () => now)
    const found = await readSeries({ store, readUnitResults, now }, [{ site, groups }], period)
    return found.get(0) ?? []
  }
  return { ...dashboard, series }
}

test('a month is shown by day, a quarter by week, a year by month, cut where the period ends', () => {
  expect(stepsOf('2026-03')).toHaveLength(31)
  expect(stepsOf('2026-T1').slice(0, 2)).toEqual(['2026-01-01..2026-01-04', '2026-W02'])
  expect(stepsOf('2026-T1').at(-1)).toBe('2026-03-30..2026-03-31')
  expect(stepsOf('2026')).toHaveLength(12)
  expect(stepsOf('2025-12-31..2026-12-30').slice(0, 2)).toEqual([
    '2025-12-31..2025-12-31',
    '2026-01',
  ])
})

test('months of a year, and the cut ones of any other days, have each vote once', async () => {
  const { gather, series } = await reading()
  await gather('berita/1', '2025-12-30', [1, 0, 0, 0])
  await gather('berita/1', '2025-12-31', [2, 0, 0, 0])
  await gather('berita/1', '2026-01-01', [4, 0, 0, 0])
  await gather('berita/1', '2026-02-28', [8, 0, 0, 0])
  await gather('berita/1', '2026-07-01', [16, 0, 0, 0])
  await gather('berita/1', '2026-07-02', [32, 0, 0, 0])
  await gather('berita/1', '2026-07-03', [0, 0, 0, 64])
  const cut = await series('2025-12-30..2026-07-02')
  expect(cut.map(({ result }) => result.n)).toEqual([3, 4, 8, 0, 0, 0, 0, 48])
  const year = await series('2026')
  expect(year.slice(0, 7).map(({ result }) => result.n)).toEqual([4, 8, 0, 0, 0, 0, 112])
  expect(year.slice(0, 7).map(({ state }) => state)).toEqual([
    ...['measured', 'measured', 'outage', 'outage', 'outage', 'outage', 'measured'],
  ])
})

test('today is in it until now, and days to come are no outages', async () => {
  const { gather, series } = await reading()
  const now = Date.parse('2026-03-03T05:00:00Z')
  await gather('berita/1', '2026-03-01', [1, 0, 0, 0])
  await gather('berita/1', '2026-03-03', [0, 0, 0, 7])
  const march = await series('2026-03', now)
  expect(march.slice(0, 5).map(({ state, result: { n } }) => [state, n])).toEqual([
    ['measured', 1],
    ['outage', 0],
    ['measured', 7],
    ['coming', 0],
    ['coming', 0],
  ])
})

test.each([
  // Nobody knows that anything was to be counted before its first day.
  ['has no earlier day', [], 'measured'],
  ['was measured before', ['2025-11-30'], 'outage'],
])('a period that begins without a view, where the site %s', async (_, earlier, state) => {
  const { gather, series } = await reading()
  for (const day of [...earlier, '2026-03-03']) await gather('berita/1', day, [1, 0, 0, 0])
  const march = await series('2026-03', Date.parse('2026-03-05T05:00:00Z'))
  const states = march.slice(0, 5).map((step) => step.state)
  expect(states).toEqual([state, state, 'measured', 'outage', 'measured'])
})
