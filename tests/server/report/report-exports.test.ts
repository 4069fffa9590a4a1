import { strFromU8, Unzip, UnzipInflate } from 'fflate'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { csvOf } from '../../../server/dashboard/report/csv.ts'
import { reportJson } from '../../../server/dashboard/report/report-json.ts'
import { articleSheet, reportSheets } from '../../../server/dashboard/report/report-sheets.ts'
import { xlsxOf } from '../../../server/dashboard/report/xlsx.ts'
import { ID } from '../../../server/dashboard/words/id.ts'
import { periodOf } from '../../../server/domain/report/period.ts'
import { makeReport, type Report } from '../../../server/domain/report/report.ts'
import {
  countReportArticles,
  reportArticles,
} from '../../../server/domain/report/report-articles.ts'
import { type ReportScope, readScope } from '../../../server/domain/report/report-scope.ts'
import type { Scoped } from '../../../server/domain/report/unit-places.ts'
import { createUnitResults } from '../../../server/domain/report/unit-results.ts'
import { streamed } from '../../../server/domain/streamed.ts'
import type { Database } from '../../../server/store/database.ts'
import { createSharedStore } from '../../../server/store/shared-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { heapUsed } from '../../support/heap-used.ts'
import { openMigrated } from '../../support/opened-database.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const ARTICLES = 100_000
const QUARTER = periodOf('quarter', '2026-02-01')
/** What all rows together would take; what one file may hold is far less. */
const MOST_HEAP = 12 * 1024 * 1024
/** Every so many pieces the memory is looked at, which takes its time. */
const LOOKED_AT = 150
const SITE = {
  ...{ key: 'desa', name: 'Desa', timeZone: 'Asia/Jakarta', settings: {} },
  ...{ loopback: false, intranet: false, addedAt: 0 },
  origins: [{ origin: 'https://desa.go.id', role: 'primary' as const }],
}
const SCOPE: ReportScope = { kind: 'site', site: SITE }
const NOW = Date.parse('2026-04-10T05:00Z')

let database: Database
let store: Store
let reads = 0
let scoped: Scoped
let report: Report

/** Article n has n views, one vote for the best and one for the worst. */
beforeAll(async () => {
  database = await openMigrated(':memory:')
  const counting = (statement: Parameters<Database['read']>[0]) => {
    reads += 1
    return database.read(statement)
  }
  store = createSharedStore({ ...database, read: counting })
  await store.addSite(SITE)
  await database.write([
    {
      sql: `with recursive n (i) as (select 1 union all select i + 1 from n where i < ${ARTICLES})
        insert into articles (id, site, key, verified, title)
        select i, 'desa', printf('desa.go.id/berita/%06d', i), 1, '=1+' || i from n`,
    },
    {
      sql: `insert into article_periods
          (site, period, article, unit, through, views, sangat_puas, tidak_puas, votes)
        select 'desa', '2026-T1', id, 0, '2026-04-09', id, 1, 1, 2 from articles`,
    },
  ])
  scoped = await readScope(store, SCOPE)
  const readUnitResults = createUnitResults(store, () => NOW)
  const made = await makeReport({ store, readUnitResults, now: NOW }, SCOPE, QUARTER)
  if (!made) throw new Error('there is no report')
  report = made
})

afterAll(() => store.close())

const articles = () => reportArticles(store, SCOPE, scoped, QUARTER)

/** Takes a file to its end, looking at the memory now and then. */
async function taken(
  pieces: AsyncIterable<string | Uint8Array>,
  look: (piece: Uint8Array) => void,
): Promise<number> {
  const before = heapUsed()
  let most = 0
  let seen = 0
  let bytes = 0
  const reader = streamed(pieces).getReader()
  for (;;) {
    const { done, value: piece } = await reader.read()
    if (done) break
    look(piece)
    bytes += piece.length
    seen += 1
    if (seen % LOOKED_AT === 0) most = Math.max(most, heapUsed() - before)
  }
  console.log(`held at most ${Math.round(most / 1024)} KiB of ${Math.round(bytes / 1024)}`)
  return most
}

test('the page says beforehand how many rows there are', async () => {
  expect(await countReportArticles(store, SCOPE, scoped, QUARTER)).toBe(ARTICLES)
})

test('a hundred thousand rows of CSV are held by nobody', async () => {
  const decoder = new TextDecoder()
  let rows = -1
  let views = 0
  let rest = ''
  const most = await taken(csvOf(articleSheet(ID, articles())), (piece) => {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      rows += 1
      if (rows > 0) views += Number(line.split(';')[6])
    }
  })
  expect(rows).toBe(ARTICLES)
  expect(views).toBe((ARTICLES * (ARTICLES + 1)) / 2)
  expect(most).toBeLessThan(MOST_HEAP)
})

test('a hundred thousand rows of JSON are held by nobody', async () => {
  const decoder = new TextDecoder()
  let found = 0
  const most = await taken(reportJson(report, articles(), '2026-04-10T05:00:00Z'), (piece) => {
    found += decoder.decode(piece, { stream: true }).split('"verified":true').length - 1
  })
  expect(found).toBe(ARTICLES)
  expect(most).toBeLessThan(MOST_HEAP)
})

test('a hundred thousand rows of a workbook are held by nobody', async () => {
  let rows = 0
  let rest = ''
  const unzip = new Unzip((part) => {
    if (part.name !== 'xl/worksheets/sheet5.xml') return
    part.ondata = (fault, bytes) => {
      if (fault) throw fault
      const text = rest + strFromU8(bytes)
      rows += text.split('<row ').length - 1
      rest = text.slice(-4)
    }
    part.start()
  })
  unzip.register(UnzipInflate)
  const sheets = reportSheets(ID, report, articles(), '10-04-2026')
  const most = await taken(xlsxOf(sheets, NOW), (piece) => unzip.push(piece))
  // The head is a row as well.
  expect(rows).toBe(ARTICLES + 1)
  expect(most).toBeLessThan(MOST_HEAP)
})

test('who takes a byte and waits costs one page of the list, and votes go on', async () => {
  const readers = ['csv', 'json', 'xlsx'].map((type) => {
    const sheets = reportSheets(ID, report, articles(), '10-04-2026')
    if (type === 'xlsx') return streamed(xlsxOf(sheets, NOW)).getReader()
    const csv = csvOf(articleSheet(ID, articles()))
    return streamed(type === 'csv' ? csv : reportJson(report, articles(), '')).getReader()
  })
  const before = reads
  for (const reader of readers) expect((await reader.read()).done).toBe(false)
  const afterFirst = reads
  expect(afterFirst - before).toBeLessThanOrEqual(readers.length)
  const article = { site: 'desa', key: 'desa.go.id/berita/000001' }
  for (let voter = 1; voter <= 50; voter++) {
    const cast = { turn: 1, choice: 'puas', day: '2026-04-10', hour: 0 } as const
    const verdict = { standing: 'counted', reason: null } as const
    await store.takeTurn({ article, voter: String(voter).padStart(32, '0'), ...cast, verdict })
  }
  // Fifty votes read what they answer with; the readers that wait have read nothing.
  const withoutReaders = reads
  for (const reader of readers) await reader.cancel()
  expect(reads).toBe(withoutReaders)
  expect((await store.readArticle(article, null)).votes.puas).toBe(50)
})
