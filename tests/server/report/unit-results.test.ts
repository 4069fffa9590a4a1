import { expect, onTestFinished, test } from 'vitest'
import { refreshSums } from '../../../server/domain/report/refresh-sums.ts'
import { createUnitResults } from '../../../server/domain/report/unit-results.ts'
import { createSharedStore } from '../../../server/store/shared-store.ts'
import { openMigrated } from '../../support/opened-database.ts'
import { reportGround } from '../../support/report-ground.ts'

const DESA = { key: 'desa', timeZone: 'Asia/Jakarta' }
const MORE = { settings: {}, loopback: false, intranet: false, addedAt: 0, origins: [] }

async function opened() {
  const database = await openMigrated(':memory:')
  onTestFinished(() => database.close())
  const store = createSharedStore(database)
  await store.addSite({ ...DESA, name: 'Desa', ...MORE })
  await store.addSite({ ...DESA, key: 'kota', name: 'Kota', ...MORE })
  const view = async (day: string, times: number, site = 'desa') => {
    for (let i = 0; i < times; i++) {
      await store.recordView({ site, key: `${site}.id/a` }, day, null)
    }
  }
  return { store, view }
}

test('closed days and today are together what was gathered, at every hour of the day', async () => {
  const { store, view } = await opened()
  await view('2026-01-30', 1)
  await view('2026-02-02', 2)
  await view('2026-03-01', 4)
  await view('2026-03-02', 8)
  await view('2026-03-02', 5, 'kota')
  let now = 0
  const read = createUnitResults(store, () => now)
  const views = async (from: string, to: string) => {
    const { sums, complete } = await read(DESA, { from, to })
    expect(complete).toBe(true)
    return sums.reduce((sum, { views: n }) => sum + n, 0)
  }
  // In Jakarta: half past midnight of 2 March, a quarter past one, noon.
  for (const instant of ['2026-03-01T17:30Z', '2026-03-01T18:15Z', '2026-03-02T05:00Z']) {
    now = Date.parse(instant)
    await refreshSums(reportGround(store), now, false)
    expect(await views('2026-01-01', '2026-12-31')).toBe(15)
    expect(await views('2026-01-31', '2026-03-01')).toBe(6)
    expect(await views('2026-02-02', '2026-02-02')).toBe(2)
    expect(await views('2026-02-01', '2026-02-28')).toBe(2)
    expect(await views('2026-01-30', '2026-02-28')).toBe(3)
    expect(await views('2026-03-02', '2026-03-02')).toBe(8)
    expect(await views('2026-03-03', '2026-03-09')).toBe(0)
  }
  await view('2026-03-02', 1)
  now += 5000
  expect(await views('2026-03-01', '2026-03-31')).toBe(13)
})

test('sums that were never made, or lie far behind, are told to lack something', async () => {
  const { store, view } = await opened()
  await view('2026-01-30', 1)
  await view('2026-03-02', 8)
  const read = createUnitResults(store, () => Date.parse('2026-03-02T05:00Z'))
  expect(await read(DESA, { from: '2026-01-01', to: '2026-03-02' })).toMatchObject({
    complete: false,
    sums: [{ site: 'desa', unit: 0, views: 8 }],
  })
  expect(await read(DESA, { from: '2026-03-02', to: '2026-03-02' })).toMatchObject({
    complete: true,
  })
})

test('a series tells each group step by step, and leaves other units out', async () => {
  const { store, view } = await opened()
  const page = (key: string) => ({ key, title: null })
  const keys = ['desa.id/a/1', 'desa.id/b/1', 'desa.id/c/1']
  await store.verifyArticles('desa', keys.map(page), true)
  await view('2026-01-31', 1)
  for (const [i, key] of keys.entries()) {
    for (const day of ['2026-01-31', '2026-02-01', '2026-02-02']) {
      for (let n = 0; n <= i; n++) await store.recordView({ site: 'desa', key }, day, null)
    }
  }
  const now = Date.parse('2026-03-02T05:00Z')
  await refreshSums(reportGround(store), now, false)
  const units = await store.readUnits()
  const idOf = (prefix: string) => units.find((unit) => unit.prefix === prefix)?.id ?? -1
  const groups = [
    [idOf('desa.id/a'), 7],
    [idOf('desa.id/b'), 7],
    [idOf('desa.id/c'), 8],
  ] as const
  const told = async (step: 'day' | 'month', from: string, to: string) => {
    const points = await store.readSeries('desa', step, { from, to }, groups)
    return points.map(({ step: of, group, views }) => [of, group, views]).sort()
  }
  expect(await told('month', '2026-01-01', '2026-12-31')).toEqual([
    ['2026-01', 7, 3],
    ['2026-01', 8, 3],
    ['2026-02', 7, 6],
    ['2026-02', 8, 6],
  ])
  expect(await told('day', '2026-02-01', '2026-02-01')).toEqual([
    ['2026-02-01', 7, 3],
    ['2026-02-01', 8, 3],
  ])
})
