import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { operate } from '../support/operate-command.ts'
import { readRows } from '../support/read-rows.ts'
import {
  EXPECTED_PERIODS,
  EXPECTED_UNITS,
  KEPT_PERIODS,
  KEPT_UNITS,
} from '../support/report-sums.ts'
import { siteCommand } from '../support/site-command.ts'
import { SUMS_AMISS } from '../support/sums-amiss.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SMALL = ['--articles', '300', '--votes', '20000']
const ARTICLES = `
  select a.key, t.views, t.sangat_puas, t.puas, t.cukup_puas, t.tidak_puas
  from totals t join articles a on a.id = t.article where a.site = 'contoh' order by a.key`
const VOTES = `
  with n as (
    select sangat_puas + puas + cukup_puas + tidak_puas as votes
    from totals join articles on id = article where site = 'contoh'
  )
  select count(*) as articles, sum(votes = 0) as none, sum(votes >= 30) as many,
    (select votes from n order by votes limit 1 offset 150) as median from n`

async function filled(...more: string[]): Promise<string> {
  const dataDir = temporaryFolder()
  expect((await siteCommand(dataDir, 'list')).code).toBe(0)
  const { code, said } = await operate(dataDir, ['sample', ...SMALL, ...more])
  expect(code, said).toBe(0)
  expect(said).toMatch(/300 articles, 20000 votes, 40 offices/)
  return dataDir
}

const fileIn = (dataDir: string) => join(dataDir, 'tanggapan.db')
const digestOf = (dataDir: string) =>
  createHash('sha256')
    .update(JSON.stringify(readRows(fileIn(dataDir), ARTICLES)))
    .digest('hex')

test('a sample is spread as in life, adds up, comes again from its seed, and goes without a trace', async () => {
  const dataDir = await filled()
  const [spread] = readRows(fileIn(dataDir), VOTES)
  // The burst's votes are out of the count, so that a few articles more have none.
  expect(spread).toMatchObject({ articles: 300, many: 15, median: 2 })
  expect(spread?.['none']).toBeGreaterThanOrEqual(75)
  expect(spread?.['none']).toBeLessThan(85)
  expect(readRows(fileIn(dataDir), SUMS_AMISS)).toEqual([])
  expect(readRows(fileIn(dataDir), KEPT_UNITS).map(Object.values)).toEqual(
    readRows(fileIn(dataDir), EXPECTED_UNITS).map(Object.values),
  )
  expect(readRows(fileIn(dataDir), KEPT_PERIODS).map(Object.values)).toEqual(
    readRows(fileIn(dataDir), EXPECTED_PERIODS).map(Object.values),
  )
  expect(digestOf(await filled())).toBe(digestOf(dataDir))
  expect(digestOf(await filled('--seed', '2'))).not.toBe(digestOf(dataDir))

  const again = await operate(dataDir, ['sample', ...SMALL])
  expect(again).toMatchObject({ code: 1, said: expect.stringMatching(/There is a sample already/) })
  expect((await operate(dataDir, ['purge', '--sample', '--yes'])).code).toBe(0)
  for (const table of ['sites', 'offices', 'articles', 'votes', 'units', 'unit_days']) {
    expect(readRows(fileIn(dataDir), `select count(*) as n from ${table}`)).toEqual([{ n: 0 }])
  }
  expect((await operate(dataDir, ['sample', ...SMALL])).code).toBe(0)
})

test.each([
  [['--articles', '0'], /nine digits/],
  [['--votes', 'many'], /nine digits/],
  [['--articles', '1000', '--votes', '10'], /too few/],
])('a sample of %j is refused', async (args, why) => {
  const dataDir = temporaryFolder()
  await siteCommand(dataDir, 'list')
  const { code, said } = await operate(dataDir, ['sample', ...args])
  expect(code).toBe(1)
  expect(said).toMatch(why)
  expect(readRows(fileIn(dataDir), 'select key from sites')).toEqual([])
})
