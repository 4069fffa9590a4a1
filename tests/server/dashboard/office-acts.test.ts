import { expect, test, vi } from 'vitest'
import { readingDashboard, rowOf, textOf } from '../../support/reading-dashboard.ts'

// Passwords are judged first, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const OWNER = { role: 'owner' } as const
const ADMIN = { role: 'admin', office: 'kabupaten' } as const

async function opened() {
  const dashboard = await readingDashboard()
  const { database, store } = dashboard
  const audit = { at: 0, actor: 'operator', action: 'x', site: null, article: null, note: '' }
  await store.addOffice({ key: 'dinkes', name: 'Dinas Kesehatan', parent: 'kabupaten' }, audit)
  const log = () =>
    database.read({
      sql: `select actor, action, site, note from audit where action <> 'sign-in' and actor <> 'operator'`,
    })
  const tree = async () =>
    (await store.readOffices()).map(({ key, parent }) => `${key} < ${parent ?? ''}`)
  return { ...dashboard, log, tree }
}

const TREE = ['dinkes < kabupaten', 'dinkominfo < kabupaten', 'kabupaten < ', 'tuban < ']

test('an admin adds an office under theirs, and the log says who did it', async () => {
  const { signedIn, log, store } = await opened()
  const admin = await signedIn(ADMIN)
  const { text } = await admin.open('/admin/new-office')
  expect(text).toContain('value="dinkes"')
  expect(text).not.toContain('value="tuban"')
  expect(text).not.toContain('<option value=""')
  const typed = { key: 'puskesmas', name: ' Puskesmas Kota ', under: 'dinkes' }
  const added = await admin.send('/admin/offices', typed)
  expect(added.to).toBe('/admin/offices/puskesmas?done=office')
  expect(textOf((await admin.open(added.to ?? '')).text)).toContain('Perangkat daerah ditambahkan.')
  expect(await store.readOffices()).toContainEqual({
    ...{ key: 'puskesmas', parent: 'dinkes', name: 'Puskesmas Kota' },
  })
  expect(await log()).toEqual([
    [
      ...['admin-kabupaten@example.go.id', 'add-office', null],
      'puskesmas, Puskesmas Kota, under dinkes',
    ],
  ])
  const again = await admin.send('/admin/offices', typed)
  expect(again.status).toBe(400)
  expect(textOf(again.text)).toContain('Kunci ini sudah dipakai.')
  const wrong = await admin.send('/admin/offices', { ...typed, key: 'Dinas Kota' })
  expect(wrong.status).toBe(400)
  expect(wrong.text).toContain('value="Dinas Kota"')
})

test('an admin cannot touch another’s office, nor put one of theirs there or take one in', async () => {
  const { signedIn, log, tree, store } = await opened()
  const admin = await signedIn(ADMIN)
  const tried = [
    ['/admin/offices', { key: 'x', name: 'X', under: 'tuban' }],
    ['/admin/offices', { key: 'x', name: 'X', under: '' }],
    ['/admin/offices/tuban/name', { name: 'Milik kami' }],
    ['/admin/offices/tuban/place', { under: 'kabupaten' }],
    ['/admin/offices/dinkes/place', { under: 'tuban' }],
    ['/admin/offices/dinkes/place', { under: '' }],
    // What an address says besides a form is not what the form does.
    ['/admin/offices/dinkes/place?under=kabupaten', { under: 'tuban' }],
    ['/admin/offices/tuban/end', {}],
    // Their own stands at the top: it is the owners' to move and remove.
    ['/admin/offices/kabupaten/place', { under: 'dinkes' }],
    ['/admin/offices/kabupaten/end', {}],
    ['/admin/sites/tuban/office', { under: 'kabupaten' }],
    ['/admin/sites/bojonegoro/office', { under: 'tuban' }],
    ['/admin/sites/bojonegoro/office', { under: '' }],
  ] as const
  for (const [path, form] of tried) expect((await admin.send(path, form)).status, path).toBe(404)
  expect(await tree()).toEqual(TREE)
  expect(Object.fromEntries(await store.readSiteOffices())).toEqual({
    ...{ bojonegoro: 'dinkominfo', tuban: 'tuban' },
  })
  const lines = await log()
  expect(lines.map(([actor, action]) => `${actor} ${action}`)).toEqual(
    tried.map(() => 'admin-kabupaten@example.go.id denied'),
  )
  expect(lines[2]?.[3]).toBe('POST /admin/offices/tuban/name')
})

test('before an office moves it is said what goes along; it is moved back by one button', async () => {
  const { signedIn, gather, refresh, log, tree } = await opened()
  await gather('berita/1', '2026-01-05', [14, 2, 1, 2])
  await refresh()
  const owner = await signedIn(OWNER)
  const before = await owner.open('/admin/offices?period=2026-T1')
  expect(rowOf(before.text, 'Kabupaten')[0]).toBe('19')
  const asked = await owner.open('/admin/offices/dinkominfo/place?under=tuban')
  expect(textOf(asked.text)).toContain('Sekarang di bawah: Kabupaten. Sesudahnya di bawah: Tuban.')
  expect(textOf(asked.text)).toContain('1 situs ikut Situs bojonegoro')
  expect(await tree()).toEqual(TREE)

  const moved = await owner.send('/admin/offices/dinkominfo/place', { under: 'tuban' })
  const after = await owner.open('/admin/offices?period=2026-T1')
  // All history goes along.
  expect(rowOf(after.text, 'Kabupaten')[0]).toBe('0')
  expect(rowOf(after.text, 'Tuban')[0]).toBe('19')
  const { text } = await owner.open(moved.to ?? '')
  expect(textOf(text)).toContain('Kembalikan ke: Kabupaten')
  expect(text).toMatch(/name="under" value="kabupaten"/)
  await owner.send('/admin/offices/dinkominfo/place', { under: 'kabupaten' })
  expect(await tree()).toEqual(TREE)
  expect((await log()).map(([, action, , note]) => `${action} ${note}`)).toEqual([
    'move-office dinkominfo, under tuban',
    'move-office dinkominfo, under kabupaten',
  ])
})

test('no office comes to stand below itself', async () => {
  const { signedIn, tree } = await opened()
  const owner = await signedIn(OWNER)
  const choice = await owner.open('/admin/offices/kabupaten/arrangement')
  expect(choice.text).toContain('<option value="tuban"')
  expect(choice.text).not.toContain('<option value="dinkes"')
  const sent = await owner.send('/admin/offices/kabupaten/place', { under: 'dinkes' })
  const { text } = await owner.open(sent.to ?? '')
  expect(textOf(text)).toContain('tidak dapat berada di bawah dirinya sendiri')
  expect(await tree()).toEqual(TREE)
})

test('an office goes only when nothing belongs to it, and comes again by one button', async () => {
  const { signedIn, store, tree } = await opened()
  const owner = await signedIn(OWNER)
  const full = await owner.open('/admin/offices/dinkominfo/end')
  expect(textOf(full.text)).toContain('Situs: Situs bojonegoro . Serahkan kepada yang lain.')
  expect(full.text).toContain('href="/admin/sites/bojonegoro/office"')
  expect(full.text).not.toContain('action="/admin/offices/dinkominfo/end"')
  expect((await owner.send('/admin/offices/dinkominfo/end', {})).to).toBe(
    '/admin/offices/dinkominfo/end',
  )
  expect(await tree()).toEqual(TREE)

  await signedIn({ role: 'admin', office: 'dinkes' })
  const manned = await owner.open('/admin/offices/dinkes/end')
  expect(textOf(manned.text)).toContain('1 orang punya peran di sana.')
  const person = await store.findPerson('admin-dinkes@example.go.id')
  await owner.send(`/admin/people/${person?.id}/end`, {})

  const gone = await owner.send('/admin/offices/dinkes/end', {})
  expect(await tree()).toEqual(TREE.slice(1))
  const { text } = await owner.open(gone.to ?? '')
  expect(textOf(text)).toContain('Buat lagi Dinas Kesehatan')
  const typed = [...text.matchAll(/name="(key|name|under)" value="([^"]*)"/g)]
  const undone = await owner.send(
    '/admin/offices',
    Object.fromEntries(typed.map(([, name = '', value = '']) => [name, value])),
  )
  expect(undone.to).toBe('/admin/offices/dinkes?done=office')
  expect(await tree()).toEqual(TREE)
})

test('a site is given to another office with all its history, and back', async () => {
  const { signedIn, gather, refresh, log } = await opened()
  await gather('berita/1', '2026-01-05', [14, 2, 1, 2])
  await refresh()
  const admin = await signedIn(ADMIN)
  const page = await admin.open('/admin/sites/bojonegoro/office')
  expect(textOf(page.text)).toContain('Perangkat daerah sekarang: Dinas Kominfo.')
  expect(textOf(page.text)).toContain('semua penilaian situs ini ikut, juga yang lama')
  expect(page.text).not.toContain('value="tuban"')
  const given = await admin.send('/admin/sites/bojonegoro/office', { under: 'dinkes' })
  const { text } = await admin.open('/admin/offices?period=2026-T1')
  expect(rowOf(text, 'Dinas Kesehatan')[0]).toBe('19')
  expect(rowOf(text, 'Dinas Kominfo')[0]).toBe('0')
  expect(textOf((await admin.open(given.to ?? '')).text)).toContain('Kembalikan ke: Dinas Kominfo')
  await admin.send('/admin/sites/bojonegoro/office', { under: 'dinkominfo' })
  expect(await log()).toEqual([
    ['admin-kabupaten@example.go.id', 'assign-site', 'bojonegoro', 'dinkes'],
    ['admin-kabupaten@example.go.id', 'assign-site', 'bojonegoro', 'dinkominfo'],
  ])
})

test('an office gets another name, and nothing else changes', async () => {
  const { signedIn, store } = await opened()
  const admin = await signedIn({ role: 'admin', office: 'dinkes' })
  const wrong = await admin.send('/admin/offices/dinkes/name', { name: '' })
  expect(wrong.status).toBe(400)
  const done = await admin.send('/admin/offices/dinkes/name', { name: 'Dinas <b>Sehat</b>' })
  const { text } = await admin.open(done.to ?? '')
  expect(text).toContain('Dinas &lt;b&gt;Sehat&lt;/b&gt;')
  expect(text).not.toContain('<b>Sehat')
  expect((await store.readOffices()).find(({ key }) => key === 'dinkes')).toEqual({
    ...{ key: 'dinkes', name: 'Dinas <b>Sehat</b>', parent: 'kabupaten' },
  })
})
