import { expect, test, vi } from 'vitest'
import { openedDashboard } from '../../support/opened-dashboard.ts'
import { rowOf, textOf } from '../../support/reading-dashboard.ts'
import { sendFile } from '../../support/send-file.ts'
import { signedIn } from '../../support/signed-in.ts'

// Passwords are judged, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const AT = '/admin/sites/bojonegoro/openings'
const TOLD = { kind: 'table', source: 'Penghitung lama', date: '2026-01-31' }

async function opened() {
  const dashboard = await openedDashboard()
  const editor = await signedIn(dashboard, { role: 'editor', site: 'bojonegoro' })
  const upload = (file: string | Uint8Array, told: Readonly<Record<string, string>> = {}) =>
    sendFile(dashboard.fetch, editor, `${AT}/import`, file, { ...TOLD, ...told })
  const balances = () =>
    dashboard.database.read({
      sql: `select key, views, sangat_puas, puas, cukup_puas, tidak_puas, source, date
        from opening_balances join articles on id = article order by key`,
    })
  /** Waits until the page of an import no longer asks again by itself. */
  async function settled(path: string | null): Promise<string> {
    for (;;) {
      const { text } = await editor.open(path ?? '')
      if (!text.includes('http-equiv="refresh"')) return text
    }
  }
  return { ...dashboard, editor, upload, balances, settled }
}

const TABLE = [
  'Alamat;Dilihat;Sangat puas;Puas;Cukup puas;Tidak puas;Judul',
  '/berita/1;646;14;2;1;2;"=HYPERLINK(""https://x.example"")"',
  '/berita/2;1.200;0;0;0;1;<img src=x onerror=alert(1)>',
  'https://lain.example/x;1;0;0;0;0;',
  '/berita/3;-5;0;0;0;0;',
  '/berita/4;7;0;0;0;0;',
].join('\r\n')

test('a table is looked at, brought in, and taken back to the letter', async () => {
  const { store, database, editor, upload, balances, settled } = await opened()
  const own = { site: 'bojonegoro', key: 'bojonegoro.example/berita/4' }
  await store.changeOpening(
    own,
    null,
    {
      ...{ key: own.key, views: 1, source: 'Tangan', date: '2026-01-01', estimate: false },
      ...{ votes: { 'sangat-puas': 0, puas: 0, 'cukup-puas': 0, 'tidak-puas': 0 } },
      broughtBy: null,
    },
    { at: 0, actor: 'x', action: 'set-opening', site: own.site, article: own.key, note: '' },
  )
  const before = await balances()

  const sent = await upload(TABLE)
  expect(sent.status).toBe(303)
  const plan = await editor.open(sent.to ?? '')
  expect(textOf(plan.text)).toContain(
    '2 artikel mendapat saldo awal: 1.846 kali dilihat, 20 penilaian.',
  )
  expect(rowOf(plan.text, 'bojonegoro.example/berita/1')).toEqual([
    ...['baru', '646', '14', '2', '1', '2'],
  ])
  expect(rowOf(plan.text, 'bojonegoro.example/berita/4')[0]).toBe('tetap')
  expect(rowOf(plan.text, '3')).toEqual([
    'https://lain.example/x',
    'bukan alamat artikel situs ini',
  ])
  expect(rowOf(plan.text, '4')).toEqual(['-5', 'bukan jumlah dilihat'])
  expect(plan.text).not.toContain('onerror')
  expect(await balances()).toEqual(before)

  const [, file = ''] = /href="([^"]*plan\.csv[^"]*)"/.exec(plan.text) ?? []
  const csv = await editor.open(file.replaceAll('&amp;', '&'))
  expect(csv.headers.get('Content-Type')).toContain('text/csv')
  expect(csv.text.split('\r\n').slice(1, 6)).toEqual([
    'baru;;bojonegoro.example/berita/1;646;14;2;1;2;',
    'baru;;bojonegoro.example/berita/2;1200;0;0;0;1;',
    'tetap;;bojonegoro.example/berita/4;7;0;0;0;0;',
    'ditinggalkan;3;https://lain.example/x;;;;;;bukan alamat artikel situs ini',
    "ditinggalkan;4;'-5;;;;;;bukan jumlah dilihat",
  ])

  const applied = await editor.send(sent.to ?? '', {})
  expect(applied.to).toMatch(/openings\/imports\/\d+$/)
  const done = await settled(applied.to)
  expect(textOf(done)).toContain('Selesai: 2 artikel mendapat saldo awal.')
  expect(done).toContain('lama.csv')
  expect(await balances()).toEqual([
    ['bojonegoro.example/berita/1', 646, 14, 2, 1, 2, 'Penghitung lama', '2026-01-31'],
    ['bojonegoro.example/berita/2', 1200, 0, 0, 0, 1, 'Penghitung lama', '2026-01-31'],
    ...before,
  ])
  // The file waits no longer: pressed twice, it is brought in once.
  expect((await editor.send(sent.to ?? '', {})).to).toBe(`${AT}/import?gone=1`)

  await editor.send(`${applied.to}/undo`, {})
  expect(textOf(await settled(applied.to))).toContain('saldo awal 2 artikel')
  expect(await balances()).toEqual(before)
  const audit = await database.read({
    sql: `select actor, action, note from audit where action like '%import' or action like '%openings' order by id`,
  })
  const by = 'editor-bojonegoro@example.go.id'
  expect(audit).toEqual([
    [by, 'begin-import', 'import 1: table, "lama.csv", 2 articles'],
    [by, 'add-openings', 'import 1: Penghitung lama, 2026-01-31: 2 articles'],
    [by, 'remove-openings', 'import 1: Penghitung lama, 2026-01-31'],
  ])
})

test('an import that stopped half-way says so, and is taken back all the same', async () => {
  const { store, editor, balances, settled } = await opened()
  const begun = {
    ...{ site: 'bojonegoro', source: 'x', date: '2026-01-31', estimate: false, at: 1 },
    ...({ kind: 'table', file: 'x.csv', planned: 2 } as const),
  }
  const id = await store.addImport(begun)
  const votes = { 'sangat-puas': 0, puas: 1, 'cukup-puas': 0, 'tidak-puas': 0 }
  const one = { ...begun, key: 'bojonegoro.example/a', views: 1, votes }
  const line = {
    at: 1,
    actor: 'x',
    action: 'add-openings',
    site: begun.site,
    article: null,
    note: '',
  }
  await store.addOpenings({ ...begun, id, added: 0, removed: 0 }, [one], line)
  const { text } = await editor.open(`${AT}/imports/${id}`)
  expect(textOf(text)).toContain('Berhenti di tengah: 1 dari 2.')
  await editor.send(`${AT}/imports/${id}/undo`, {})
  await settled(`${AT}/imports/${id}`)
  expect(await balances()).toEqual([])
})

test('ratings stand for no answer until somebody says which', async () => {
  const { editor, upload, balances, settled } = await opened()
  const sent = await upload('url,nilai\n/a,5\n/a,5\n/a,1\n/b,3\n')
  const plan = await editor.open(sent.to ?? '')
  expect(textOf(plan.text)).toContain('Tentukan jawaban untuk setiap nilai')
  expect(plan.text).not.toContain('Terapkan')
  const scale = { article: 'url', rating: 'nilai', 'as:5': 'sangat-puas', 'as:1': 'tidak-puas' }
  const looked = await editor.open(`${sent.to}?${new URLSearchParams(scale)}`)
  expect(rowOf(looked.text, 'bojonegoro.example/a')).toEqual(['baru', '0', '2', '0', '0', '1'])
  expect(rowOf(looked.text, '4')).toEqual(['3', 'tidak dipetakan ke jawaban'])
  await settled((await editor.send(sent.to ?? '', scale)).to)
  expect((await balances()).map((row) => row.slice(0, 6))).toEqual([
    ['bojonegoro.example/a', 0, 2, 0, 0, 1],
  ])
})

const REFUSED = [
  ['no file', '', {}, 'Pilih berkas.'],
  ['no source', 'article;views\n/a;1\n', { source: ' ' }, 'Isi sumber'],
  ['tomorrow', 'article;views\n/a;1\n', { date: '9999-01-01' }, 'Isi tanggal yang benar'],
  ['a picture', 'x\0y', {}, 'bukan CSV, XLSX, atau dump SQL'],
  ['a quotation mark too many', 'article;views\n"/a;1\n', {}, 'CSV tidak dapat dibaca'],
  ['a row that is too long', 'article;views\n/a;1;2\n', {}, 'sekitar baris 2'],
  ['a huge cell', `article;views\n/${'a'.repeat(10_001)};1\n`, {}, 'lebih dari 10.000 huruf'],
  ['two columns of one name', 'views;views\n1;2\n', {}, 'dua kolom bernama views'],
  [
    'no permalinks',
    'post_id;meta_key;meta_value\n1;views;2\n',
    { kind: 'wp-postviews' },
    'Isi permalink',
  ],
] as const

test('what can’t be brought in is refused in a sentence', async () => {
  const { upload } = await opened()
  for (const [what, file, told, said] of REFUSED) {
    const { status, text } = await upload(file, told)
    expect([status, textOf(text)], what).toEqual([400, expect.stringContaining(said)])
  }
})

test('a file larger than is taken is not read, and somebody else’s form not at all', async () => {
  const { editor, fetch, upload } = await opened()
  const reply = await upload(new Uint8Array(20 * 1024 * 1024 + 100_000).fill(97))
  expect([reply.status, textOf(reply.text)]).toEqual([413, expect.stringContaining('20 MB')])
  const foreign = { Origin: 'https://evil.example' }
  expect(
    (await sendFile(fetch, editor, `${AT}/import`, 'article;views\n', TOLD, foreign)).status,
  ).toBe(403)
})

test('a file of one site is not there for another one, and is gone after three others', async () => {
  const { editor, upload, ...dashboard } = await opened()
  const sent = await upload('article;views\n/a;1\n')
  const owner = await signedIn(dashboard, { role: 'owner' })
  const elsewhere = sent.to?.replace('bojonegoro', 'tuban') ?? ''
  expect((await owner.open(elsewhere)).to).toBe('/admin/sites/tuban/openings/import?gone=1')
  for (const views of [1, 2, 3]) await upload(`article;views\n/a;${views}\n`)
  expect((await editor.open(sent.to ?? '')).to).toBe(`${AT}/import?gone=1`)
})
