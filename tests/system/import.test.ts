import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { operate } from '../support/operate-command.ts'
import { readRows } from '../support/read-rows.ts'
import { startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('counts of an older counter are tried, brought in, brought in once, and taken back', async () => {
  const dataDir = temporaryFolder()
  const server = await startServer(dataDir, { LOG_LEVEL: 'error' })
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  const file = join(dataDir, 'lama.csv')
  writeFileSync(
    file,
    'alamat;dilihat;SP;P;CP;TP\n/berita/1;646;14;2;1;2\n/berita/2;1.200;0;0;0;1\nhttps://lain.example/x;1;0;0;0;0\n',
  )
  const from = ['--source', 'Penghitung lama', '--date', '2026-01-31']
  const columns = 'article=alamat,views=dilihat,sangat-puas=SP,puas=P,cukup-puas=CP,tidak-puas=TP'
  const bring = (...more: string[]) =>
    operate(dataDir, ['import', 'bojonegoro', file, ...from, '--columns', columns, ...more])
  const figures = async (path: string) => {
    const address = `/v1/sites/bojonegoro/tallies?article=${encodeURIComponent(path)}`
    const reply = await fetch(server.origin + address)
    const { tallies } = (await reply.json()) as { tallies: object[] }
    return tallies[0]
  }

  const tried = await bring()
  // A row was left out: whoever runs it from a script is told by the code.
  expect(tried.code).toBe(1)
  expect(tried.said).toContain('3 rows, 2 articles to be given an opening balance:')
  expect(tried.said).toContain('/berita/1  646 views  19 votes (14 / 2 / 1 / 2)')
  expect(tried.said).toContain('row 3: "https://lain.example/x" is no address of an article')
  expect(tried.said).toContain('Nothing was changed: add --yes to do it.')
  expect(await figures('/berita/1')).toMatchObject({ views: 0, responses: 0 })

  expect((await bring('--yes')).said).toContain('2 articles have an opening balance now.')
  expect(await figures('/berita/1')).toMatchObject({
    views: 646,
    responses: 19,
    votes: { 'sangat-puas': 14, puas: 2, 'cukup-puas': 1, 'tidak-puas': 2 },
  })
  expect(await figures('/berita/2')).toMatchObject({ views: 1200, responses: 1 })
  expect((await bring('--yes')).said).toContain('2 articles have one already and keep it.')

  const dump = join(dataDir, 'wp.sql')
  writeFileSync(
    dump,
    "INSERT INTO wp_pollsa VALUES (11,3,'Baik',4),(12,3,'Buruk',1),(13,9,'x',7);\n",
  )
  const polls = ['--kind', 'wp-polls', '--polls', '3=/berita/3', ...from]
  const scale = ['--scale', '11=puas,12=tidak-puas', '--yes']
  const polled = await operate(dataDir, ['import', 'bojonegoro', dump, ...polls, ...scale])
  expect(polled.said).toContain('/berita/3  0 views  5 votes (0 / 4 / 0 / 1)')

  const undo = (...more: string[]) =>
    operate(dataDir, ['import', 'bojonegoro', '--undo', ...from, ...more])
  expect(await undo()).toMatchObject({ code: 1 })
  expect(await figures('/berita/2')).toMatchObject({ views: 1200 })
  expect(await undo('--yes')).toEqual({
    code: 0,
    said: '3 opening balances from Penghitung lama, 2026-01-31 are gone.\n',
  })
  expect(await figures('/berita/1')).toMatchObject({ views: 0, responses: 0 })
  expect(await server.end('SIGTERM')).toBe(0)
  const audit = await readRows(
    join(dataDir, 'tanggapan.db'),
    'select action, note from audit order by id',
  )
  expect(audit.slice(-4)).toEqual([
    { action: 'add-openings', note: 'import 1: Penghitung lama, 2026-01-31: 2 articles' },
    { action: 'add-openings', note: 'import 3: Penghitung lama, 2026-01-31: 1 articles' },
    { action: 'remove-openings', note: 'import 3: Penghitung lama, 2026-01-31' },
    { action: 'remove-openings', note: 'import 1: Penghitung lama, 2026-01-31' },
  ])
})

test('what cannot be brought in is refused in a sentence, and changes nothing', async () => {
  const dataDir = temporaryFolder()
  const server = await startServer(dataDir, { LOG_LEVEL: 'error' })
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  const file = join(dataDir, 'lama.csv')
  writeFileSync(file, 'article;views\n/berita/1;646\n')
  const from = ['--source', 'x', '--date', '2026-02-28', '--yes']
  const said = async (...args: string[]) => {
    const refused = await operate(dataDir, ['import', ...args])
    expect(refused.code).not.toBe(0)
    return refused.said
  }
  expect(await said('bojonegoro', ...from)).toContain('Name a file')
  expect(await said('bojonegoro', '/tiada.csv', ...from)).toContain("can't be read")
  expect(await said('bojonegoro', file, ...from, '--date', '2026-02-30')).toContain('--date')
  expect(await said('bojonegoro', file, '--date', '2026-02-28')).toContain('--source')
  expect(await said('tiada', file, ...from)).toContain('no site tiada')
  const broken = join(dataDir, 'rusak.csv')
  writeFileSync(broken, 'article;views\n"/berita/1;646\n')
  expect(await said('bojonegoro', broken, ...from)).toContain('read around line 2')
  const kind = (...more: string[]) => said('bojonegoro', file, ...from, '--kind', ...more)
  expect(await kind('wp-forms')).toContain('--kind is table, wp-postviews')
  expect(await kind('wp-postviews')).toContain('--permalink')
  expect(await kind('wp-polls')).toContain('--polls')
  expect(await kind('wp-postviews', '--permalink', 'guid')).toContain('no meta row views')
  expect(await server.end('SIGTERM')).toBe(0)
  const balances = 'select count(*) as n from opening_balances'
  // The demo's own.
  expect(readRows(join(dataDir, 'tanggapan.db'), balances)).toEqual([{ n: 1 }])
})
