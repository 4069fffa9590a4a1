import { expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../server/store/database.ts'
import { MigrationError, migrate, NewerDatabaseError } from '../../server/store/migrate.ts'
import { MIGRATIONS } from '../../server/store/migrations.ts'
import { openDatabase } from '../support/opened-database.ts'

const AT = '2026-01-01T00:00:00.000Z'
const FIRST = { '1-satu.sql': 'create table satu (x integer) strict' }
const BREAK = '\n--> statement-breakpoint\n'

async function empty(): Promise<Database> {
  const database = await openDatabase(':memory:')
  onTestFinished(() => database.close())
  return database
}

async function tables(database: Database): Promise<unknown[]> {
  const sql = "select name from sqlite_master where type = 'table' order by name"
  return (await database.read({ sql })).map(([name]) => name)
}

const book = (database: Database) =>
  database.read({ sql: 'select name, applied_at from migrations order by name' })

test('a fresh database gets every table of the release', async () => {
  const database = await empty()
  expect(await migrate(database, MIGRATIONS, AT)).toEqual([
    '20261124113616_first-tables.sql',
    '20261124181126_standing.sql',
    '20261124222659_report.sql',
    '20261124224911_marks.sql',
    '20261124233656_people.sql',
    '20261125022713_follow-ups.sql',
    '20261128170314_alerts.sql',
    '20261128174728_article-marks.sql',
    '20261128180235_imports.sql',
    '20261128210323_wordings.sql',
  ])
  expect(await tables(database)).toEqual([
    ...[
      'alert_rules',
      'aliases',
      'api_tokens',
      'article_periods',
      'articles',
      'audit',
      'chain',
      'chain_days',
    ],
    ...[
      'changed_days',
      'credentials',
      'deliveries',
      'digests',
      'dropped_views',
      'folded',
      'follow_ups',
      'imports',
      'instance',
      'migrations',
      'offices',
    ],
    ...['opening_balances', 'origins', 'passes', 'people', 'roles', 'second_factors'],
    ...['sections', 'sessions', 'sites', 'stale_articles', 'stale_days'],
    ...[
      'summaries',
      'tallies',
      'totals',
      'uncounted',
      'unit_days',
      'unit_months',
      'units',
      'verifications',
      'votes',
      'wordings',
    ],
  ])
})

test('a second time does nothing', async () => {
  const database = await empty()
  await migrate(database, FIRST, AT)
  expect(await migrate(database, FIRST, '2027-01-01T00:00:00.000Z')).toEqual([])
  expect(await book(database)).toEqual([['1-satu.sql', AT]])
})

test('only what is missing is applied, oldest first', async () => {
  const database = await empty()
  await migrate(database, FIRST, AT)
  const more = {
    '3-tiga.sql': 'insert into dua values (3)',
    '2-dua.sql': `create table dua (x integer)${BREAK}insert into dua values (2)`,
    ...FIRST,
  }
  expect(await migrate(database, more, AT)).toEqual(['2-dua.sql', '3-tiga.sql'])
  expect(await database.read({ sql: 'select x from dua order by x' })).toEqual([[2], [3]])
})

test('a newer database is refused and left as it is', async () => {
  const database = await empty()
  await migrate(database, { ...FIRST, '2-dua.sql': 'create table dua (x integer)' }, AT)
  const older = { ...FIRST, '0-nol.sql': 'create table nol (x integer)' }
  const refused = migrate(database, older, AT)
  await expect(refused).rejects.toThrow(NewerDatabaseError)
  await expect(refused).rejects.toThrow('the database has 2-dua.sql, which this release lacks')
  expect(await tables(database)).toEqual(['dua', 'migrations', 'satu'])
})

test('one that fails half-way leaves no trace, of itself or of those that came with it', async () => {
  const database = await empty()
  const broken = `create table dua (x integer)${BREAK}insert into tiada values (1)`
  const later = { '3-tiga.sql': 'create table tiga (x integer)' }
  await migrate(database, FIRST, AT)
  const between = { '1-zwei.sql': 'create table zwei (x integer)' }
  const failing = migrate(database, { ...FIRST, ...between, '2-dua.sql': broken, ...later }, AT)
  await expect(failing).rejects.toThrow(MigrationError)
  await expect(failing).rejects.toThrow(
    /^1-zwei\.sql, 2-dua\.sql, 3-tiga\.sql: .*no such table: tiada/,
  )
  expect(await tables(database)).toEqual(['migrations', 'satu'])
  expect(await book(database)).toEqual([['1-satu.sql', AT]])

  const mended = { ...FIRST, '2-dua.sql': 'create table dua (x integer)', ...later }
  expect(await migrate(database, mended, AT)).toEqual(['2-dua.sql', '3-tiga.sql'])
})

test('two at once apply each once', async () => {
  const database = await empty()
  const counting = {
    '1-satu.sql': 'create table satu (x integer)',
    '2-dua.sql': 'insert into satu values (1)',
  }
  await Promise.all([migrate(database, counting, AT), migrate(database, counting, AT)])
  expect(await database.read({ sql: 'select x from satu' })).toEqual([[1]])
  expect(await book(database)).toEqual([
    ['1-satu.sql', AT],
    ['2-dua.sql', AT],
  ])
})
