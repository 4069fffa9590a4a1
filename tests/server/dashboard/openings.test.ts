import { expect, test, vi } from 'vitest'
import { openedDashboard } from '../../support/opened-dashboard.ts'
import { rowOf, textOf } from '../../support/reading-dashboard.ts'
import { signedIn } from '../../support/signed-in.ts'

// Passwords are judged, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const AT = '/admin/sites/bojonegoro/openings'
const KEY = 'bojonegoro.example/berita/7'
const GIVEN = {
  ...{ views: '1.646', 'sangat-puas': '14', puas: '2', 'cukup-puas': '', 'tidak-puas': '2' },
  ...{ source: 'Penghitung lama', date: '2026-01-31', address: KEY, stamp: '' },
}

async function opened() {
  const dashboard = await openedDashboard()
  const editor = await signedIn(dashboard, { role: 'editor', site: 'bojonegoro' })
  const read = () => dashboard.store.readOpening({ site: 'bojonegoro', key: KEY })
  const audit = () =>
    dashboard.database.read({
      sql: `select actor, action, article, note from audit where action like '%-opening' order by id`,
    })
  /** What a form of the article's page has hidden in it. */
  async function form(): Promise<Record<string, string>> {
    const { text } = await editor.open(`${AT}/article?address=/berita/7`)
    const fields = [...text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)]
    return Object.fromEntries(
      fields.map(([, name, value]) => [name, (value ?? '').replaceAll('&quot;', '"')]),
    )
  }
  return { ...dashboard, editor, read, audit, form }
}

test('an opening balance is set by an address as readers have it, changed, removed, and each undone', async () => {
  const { editor, read, audit, form } = await opened()
  const empty = (
    await editor.open(`${AT}/article?address=https://www.bojonegoro.example/berita/7/`)
  ).text
  expect(empty).toContain(KEY)
  expect(empty).toContain('belum punya saldo awal')

  const set = await editor.send(`${AT}/article`, GIVEN)
  expect(set.to).toMatch(/openings\?changed=\w{16}$/)
  const first = await read()
  expect(first).toEqual({
    ...{ key: KEY, views: 1646, source: 'Penghitung lama', date: '2026-01-31' },
    ...{ estimate: false, broughtBy: null },
    votes: { 'sangat-puas': 14, puas: 2, 'cukup-puas': 0, 'tidak-puas': 2 },
  })
  const { text } = await editor.open(set.to ?? '')
  expect(rowOf(text, KEY)).toEqual([
    '1.646',
    '18',
    'Penghitung lama',
    '2026-01-31',
    'diisi di sini',
  ])
  expect(text).toContain(`Saldo awal ${KEY} diubah.`)

  const { stamp = '' } = await form()
  const changed = await editor.send(`${AT}/article`, {
    ...GIVEN,
    stamp,
    views: '5',
    estimate: 'yes',
  })
  expect(await read()).toMatchObject({ views: 5, estimate: true })
  expect((await editor.send(`${AT}/article`, { ...GIVEN, stamp, views: '6' })).status).toBe(409)
  const undoOf = (to: string | null) => `${AT}/changes/${to?.slice(-16)}/undo`
  expect((await editor.send(undoOf(changed.to), {})).to).toBe(`${AT}?done=undone`)
  expect(await read()).toEqual(first)

  const gone = await editor.send(`${AT}/article/end`, { address: KEY })
  expect(await read()).toBeNull()
  expect((await editor.send(undoOf(gone.to), {})).to).toBe(`${AT}?done=undone`)
  expect(await read()).toEqual(first)
  const by = (action: string, note: string) => [
    'editor-bojonegoro@example.go.id',
    action,
    KEY,
    note,
  ]
  const told = '1646 views, 14/2/0/2 votes, "Penghitung lama", 2026-01-31'
  const other = '5 views, 14/2/0/2 votes, "Penghitung lama", 2026-01-31, estimate'
  expect(await audit()).toEqual([
    by('set-opening', `none → ${told}`),
    by('set-opening', `${told} → ${other}`),
    by('set-opening', `${other} → ${told}`),
    by('remove-opening', `${told} → none`),
    by('set-opening', `none → ${told}`),
  ])
})

test('a change that somebody has built upon is not undone', async () => {
  const { editor, read, form } = await opened()
  const set = await editor.send(`${AT}/article`, GIVEN)
  const { stamp = '' } = await form()
  await editor.send(`${AT}/article`, { ...GIVEN, stamp, views: '5' })
  const undone = await editor.send(`${AT}/changes/${set.to?.slice(-16)}/undo`, {})
  expect(undone.to).toBe(`${AT}?done=not-undone`)
  expect(await read()).toMatchObject({ views: 5 })
})

test('what is wrong is refused in a sentence each, and what was typed stays', async () => {
  const { editor, read, audit } = await opened()
  const wrongs: readonly (readonly [wrong: Partial<typeof GIVEN>, said: string])[] = [
    [{ views: '-1' }, 'Isi dilihat dengan bilangan bulat'],
    [{ views: '1,5' }, 'Isi dilihat dengan bilangan bulat'],
    [{ views: '9000000000' }, 'Isi dilihat dengan bilangan bulat'],
    [{ puas: 'banyak' }, 'Isi penilaian dengan bilangan bulat'],
    [{ views: '0', 'sangat-puas': '', puas: '0', 'tidak-puas': '' }, 'paling sedikit satu angka'],
    [{ source: ' ' }, 'Isi sumber'],
    [{ source: 'x'.repeat(121) }, 'Isi sumber'],
    [{ date: '2026-02-30' }, 'Isi tanggal yang benar'],
    [{ date: '2999-01-01' }, 'Isi tanggal yang benar'],
    [{ address: 'https://tuban.example/berita/7' }, 'bukan alamat artikel situs ini'],
    [{ address: '//evil.example/x' }, 'bukan alamat artikel situs ini'],
  ]
  for (const [wrong, said] of wrongs) {
    const { status, text } = await editor.send(`${AT}/article`, { ...GIVEN, ...wrong })
    expect(status, JSON.stringify(wrong)).toBe(400)
    expect(textOf(text)).toContain(said)
    const typed = wrong.source ?? GIVEN.source
    if (!wrong.address) expect(text).toContain(`value="${typed}"`)
  }
  expect(await read()).toBeNull()
  expect(await audit()).toEqual([])
})

test('the list goes on page by page, and who only sees finds no form', async () => {
  const dashboard = await opened()
  const { store, editor } = dashboard
  const at = { planned: 120, file: '', at: 0, kind: 'table', estimate: true } as const
  const whence = { site: 'bojonegoro', source: 'WP <b>', date: '2026-01-01', ...at }
  const brought = { ...whence, id: await store.addImport(whence), added: 0, removed: 0 }
  const votes = { 'sangat-puas': 0, puas: 1, 'cukup-puas': 0, 'tidak-puas': 0 }
  const openings = Array.from({ length: 120 }, (_, i) => {
    return { key: `bojonegoro.example/a/${i}`, views: i, votes, ...whence }
  })
  const line = { at: 0, actor: 'x', action: 'add-openings', article: null, note: '' }
  await store.addOpenings(brought, openings, { ...line, site: 'bojonegoro' })
  const seen: string[] = []
  let next: string | undefined = AT
  while (next) {
    const { text } = await editor.open(next)
    seen.push(
      ...[...text.matchAll(/<code>(bojonegoro.example\/a\/\d+)<\/code>/g)].map(
        ([, key]) => key ?? '',
      ),
    )
    expect(text).toContain('WP &lt;b&gt; (perkiraan)')
    next = /href="([^"]*openings\?before=\d+)"/.exec(text)?.[1]
  }
  expect(seen).toEqual(openings.map(({ key }) => key).reverse())

  const viewer = await signedIn(dashboard, { role: 'viewer', site: 'bojonegoro' })
  const { text } = await viewer.open(AT)
  expect(text).toContain(`bojonegoro.example/a/119`)
  expect(text).not.toContain('openings/article')
  expect((await viewer.send(`${AT}/article`, GIVEN)).status).toBe(404)
})
