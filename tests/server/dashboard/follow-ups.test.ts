import { expect, test, vi } from 'vitest'
import { openedDashboard } from '../../support/opened-dashboard.ts'
import { signedIn } from '../../support/signed-in.ts'

// Passwords are judged, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const FORM = {
  about: 'site bojonegoro',
  article: 'https://bojonegoro.example/berita/satu/',
  issue: 'Waktu tunggu <b>lama</b>',
  action: 'Tambah loket',
  owner: 'Kepala Puskesmas',
  due: '2026-01-10',
  status: 'open',
}
const KEY = 'bojonegoro.example/berita/satu'

async function opened() {
  const dashboard = await openedDashboard()
  await dashboard.store.verifyArticles('bojonegoro', [{ key: KEY, title: 'Berita satu' }], true)
  const editor = await signedIn(dashboard, { role: 'editor', site: 'bojonegoro' })
  return { ...dashboard, editor }
}

test('an editor writes one down, finds it overdue, changes it and ends it', async () => {
  const dashboard = await opened()
  const { editor, store, database } = dashboard
  expect((await editor.open('/admin/follow-ups')).text).toContain('Catat apa yang dikeluhkan')
  const form = await editor.open(`/admin/follow-ups/new?about=site+bojonegoro&article=/berita/satu`)
  expect(form.text).toContain('value="/berita/satu"')
  expect(await editor.send('/admin/follow-ups', FORM)).toMatchObject({
    ...{ status: 303, to: '/admin/follow-ups?done=follow-up' },
  })
  const list = (await editor.open('/admin/follow-ups?done=follow-up')).text
  expect(list).toContain('Tindak lanjut disimpan.')
  expect(list).toContain('1 tindak lanjut belum selesai, 1 di antaranya terlambat.')
  expect(list).toMatch(/2026-01-10 <strong class="late">terlambat \d+ hari<\/strong>/)
  expect(list).toContain('Waktu tunggu &lt;b&gt;lama&lt;/b&gt;')
  expect(list).toContain('Berita satu')

  const [, path = ''] = /href="(\/admin\/follow-ups\/\d+)"/.exec(list) ?? []
  const changed = { ...FORM, owner: 'Sekretaris', due: '2999-12-31' }
  expect((await editor.send(path, changed)).status).toBe(303)
  expect((await editor.open('/admin/follow-ups')).text).toContain('tidak ada yang terlambat')
  expect((await editor.send(`${path}/done`, {})).status).toBe(303)
  expect((await editor.open('/admin/follow-ups')).text).toContain(
    'Semua tindak lanjut sudah selesai',
  )
  expect((await editor.open('/admin/follow-ups?status=done')).text).toContain('Sekretaris')
  const { entries } = await store.readFollowUps({ sites: ['bojonegoro'] }, { after: null, most: 9 })
  expect(entries).toMatchObject([
    {
      ...{ about: { site: 'bojonegoro', article: KEY }, owner: 'Sekretaris', status: 'done' },
      ...{ createdBy: 'editor-bojonegoro@example.go.id', ended: entries[0]?.opened },
    },
  ])
  const audit = await database.read({
    sql: `select action, article from audit where action like '%follow-up' order by id`,
  })
  expect(audit).toEqual([
    ['add-follow-up', KEY],
    ['change-follow-up', KEY],
    ['change-follow-up', KEY],
  ])
})

test('what is wrong in a form is said at its field, and what was typed is kept', async () => {
  const { editor, database } = await opened()
  const wrong = { ...FORM, issue: ' ', due: '2026-02-30', owner: 'Kepala', article: '/tiada' }
  const reply = await editor.send('/admin/follow-ups', wrong)
  expect(reply.status).toBe(400)
  expect(reply.text).toContain('<a href="#issue">Isi masalahnya')
  expect(reply.text).toContain('<a href="#due">Isi tenggat')
  expect(reply.text).toContain('value="Kepala"')
  const foreign = await editor.send('/admin/follow-ups', { ...FORM, article: 'https://x.example/' })
  expect(foreign.text).toContain('<a href="#article">Ini bukan alamat artikel')
  const unknown = await editor.send('/admin/follow-ups', { ...FORM, article: '/tiada' })
  expect(unknown.text).toContain('<a href="#article">Ini bukan alamat artikel')
  expect(await database.read({ sql: 'select count(*) from follow_ups' })).toEqual([[0]])
})

test('each sees what is about their sites and offices, and changes it where they may', async () => {
  const dashboard = await opened()
  const { editor } = dashboard
  const owner = await signedIn(dashboard, { role: 'owner' })
  const viewer = await signedIn(dashboard, { role: 'viewer', site: 'bojonegoro' })
  const admin = await signedIn(dashboard, { role: 'admin', office: 'kabupaten' })
  await owner.send('/admin/follow-ups', { ...FORM, article: '', issue: 'situs sendiri' })
  await owner.send('/admin/follow-ups', {
    ...FORM,
    ...{ about: 'site tuban', article: '', issue: 'situs lain' },
  })
  await owner.send('/admin/follow-ups', {
    ...FORM,
    ...{ about: 'office dinkominfo', article: '', issue: 'kantor di bawah' },
  })
  const seen = async (browser: typeof editor) => {
    const { text } = await browser.open('/admin/follow-ups')
    return ['situs sendiri', 'situs lain', 'kantor di bawah'].filter((issue) =>
      text.includes(issue),
    )
  }
  expect(await seen(owner)).toEqual(['situs sendiri', 'situs lain', 'kantor di bawah'])
  expect(await seen(admin)).toEqual(['situs sendiri', 'kantor di bawah'])
  expect(await seen(editor)).toEqual(['situs sendiri'])
  const about = (await owner.open('/admin/follow-ups?about=office+dinkominfo')).text
  expect(about).toContain('kantor di bawah')
  expect(about).not.toContain('situs sendiri')
  // What is not theirs can't be asked for by its name either.
  expect((await editor.open('/admin/follow-ups?about=site+tuban')).text).not.toContain('situs lain')

  const read = (await viewer.open('/admin/follow-ups/1')).text
  expect(read).toContain('situs sendiri')
  expect(read).not.toContain('<form class="card"')
  expect((await viewer.send('/admin/follow-ups/1', FORM)).status).toBe(404)
  expect((await viewer.open('/admin/follow-ups/2')).status).toBe(404)
  expect((await editor.send('/admin/follow-ups', { ...FORM, about: 'site tuban' })).status).toBe(
    404,
  )
  expect((await editor.send('/admin/follow-ups/3/done', {})).status).toBe(404)
})
