import { expect, test, vi } from 'vitest'
import { readingDashboard, rowOf, textOf } from '../../support/reading-dashboard.ts'

// Passwords are judged first, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const ADMIN = { role: 'admin', office: 'kabupaten' } as const
const AT = '/admin/sites/bojonegoro/sections'
const HEALTH = 'bojonegoro.example/sehat'
/** How its row begins. */
const HEALTH_ROW = `Kesehatan ${HEALTH}`

async function opened() {
  const dashboard = await readingDashboard()
  const { gather, refresh, database, store } = dashboard
  const audit = { at: 0, actor: 'operator', action: 'x', site: null, article: null, note: '' }
  await store.addOffice({ key: 'dinkes', name: 'Dinas Kesehatan', parent: 'kabupaten' }, audit)
  await gather('sehat/ibu', '2026-01-05', [14, 2, 1, 2])
  await gather('sehat/anak/1', '2026-03-05', [1, 0, 0, 0])
  await gather('kabar/1', '2026-03-05', [0, 0, 0, 30])
  await gather('sekilas', '2026-03-05', [0, 4, 0, 0])
  await refresh()
  const log = () =>
    database.read({
      sql: `select actor, action, note from audit
        where action <> 'sign-in' and actor <> 'operator' order by id`,
    })
  return { ...dashboard, log }
}

test('a site’s sections stand with who answers for them and what they gathered', async () => {
  const { signedIn } = await opened()
  const viewer = await signedIn({ role: 'viewer', site: 'bojonegoro' })
  const { text } = await viewer.open(`${AT}?period=2026-T1`)
  expect(textOf(text)).toContain('0 bagian diberi nama, 2 ditemukan dari alamat artikel.')
  // Both articles below it: 87,50 of 20, without a letter.
  const [office, n, share, index, grade] = rowOf(text, `sehat ${HEALTH}`)
  expect([office, n, share, grade]).toEqual(['seperti situsnya: Dinas Kominfo', '20', '85 %', '–'])
  expect(index).toMatch(/^87,50 /)
  expect(rowOf(text, 'kabar bojonegoro.example/kabar').slice(1, 3)).toEqual(['30', '0 %'])
  expect(rowOf(text, 'kabar bojonegoro.example/kabar')[4]).toBe('D')
  expect(rowOf(text, 'Selain itu').slice(1, 3)).toEqual(['4', '100 %'])
  // A viewer changes nothing.
  expect(text).not.toContain('/sections/one')
})

test('before it is saved it is said what an address finds, and what it does not', async () => {
  const { signedIn, log } = await opened()
  const admin = await signedIn(ADMIN)
  const found = await admin.open(`${AT}/one?address=https://bojonegoro.example/sehat/`)
  expect(textOf(found.text)).toContain(`${HEALTH} : 2 artikel cocok.`)
  expect(textOf(found.text)).toContain('Judul sehat/anak/1')
  expect(textOf(found.text)).toContain('Judul sehat/ibu')
  expect(found.text).not.toContain('Judul kabar')
  expect(textOf(found.text)).toContain('juga yang lama')
  const none = await admin.open(`${AT}/one?address=/tiada`)
  expect(textOf(none.text)).toContain('bojonegoro.example/tiada : 0 artikel cocok.')
  // A word that only begins alike is another section.
  const alike = await admin.open(`${AT}/one?address=/seha`)
  expect(textOf(alike.text)).toContain('0 artikel cocok.')
  const foreign = await admin.open(`${AT}/one?address=https://tuban.example/sehat`)
  expect(foreign.status).toBe(400)
  expect(textOf(foreign.text)).toContain('Ini bukan alamat situs ini')
  expect(await log()).toEqual([])
})

test('a section given to an office takes all its history along, and comes back', async () => {
  const { signedIn, refresh, log } = await opened()
  const admin = await signedIn(ADMIN)
  const offices = async () => {
    const { text } = await admin.open('/admin/offices?period=2026-T1')
    return ['Dinas Kesehatan', 'Dinas Kominfo'].map((name) => rowOf(text, name)[0])
  }
  expect(await offices()).toEqual(['0', '54'])
  const form = { address: HEALTH, name: 'Kesehatan', office: 'dinkes' }
  const set = await admin.send(AT, form)
  await refresh()
  expect(await offices()).toEqual(['20', '34'])
  const { text } = await admin.open(set.to ?? '')
  expect(textOf(text)).toContain('1 bagian diberi nama, 1 ditemukan dari alamat artikel.')
  expect(rowOf(text, HEALTH_ROW)[0]).toBe('Dinas Kesehatan')

  const renamed = await admin.send(AT, { ...form, name: 'Ibu dan anak', office: '' })
  expect(await offices()).toEqual(['0', '54'])
  const undo = (await admin.open(renamed.to ?? '')).text
  expect(textOf(undo)).toContain(`Kembalikan: Kesehatan (${HEALTH})`)
  expect(undo).toContain('name="office" value="dinkes"')
  await admin.send(AT, form)
  expect(await offices()).toEqual(['20', '34'])

  const asked = await admin.open(`${AT}/end?address=${HEALTH}`)
  expect(textOf(asked.text)).toContain('Artikelnya kembali ke bagian yang memuatnya')
  const gone = await admin.send(`${AT}/end`, { address: HEALTH })
  await refresh()
  expect(await offices()).toEqual(['0', '54'])
  expect((await admin.open(gone.to ?? '')).text).toContain('name="office" value="dinkes"')
  expect(await log()).toEqual(
    [
      ['set-section', `${HEALTH}, Kesehatan, dinkes`],
      ['set-section', `${HEALTH}, Ibu dan anak, none`],
      ['set-section', `${HEALTH}, Kesehatan, dinkes`],
      ['remove-section', HEALTH],
    ].map((line) => ['admin-kabupaten@example.go.id', ...line]),
  )
})

test('no admin gives a section out of their offices, nor takes one that is another’s', async () => {
  const { signedIn, store, log } = await opened()
  const admin = await signedIn(ADMIN)
  const given = { site: 'bojonegoro', prefix: 'bojonegoro.example/kabar', name: 'Kabar' }
  const audit = { at: 0, actor: 'operator', action: 'x', site: null, article: null, note: '' }
  await store.setSection({ ...given, office: 'tuban' }, audit)
  const form = { address: HEALTH, name: 'Kesehatan', office: 'tuban' }
  expect((await admin.send(AT, form)).status).toBe(404)
  const theirs = { address: given.prefix, name: 'Kabar', office: '' }
  expect((await admin.send(AT, theirs)).status).toBe(404)
  expect((await admin.send(`${AT}/end`, theirs)).status).toBe(404)
  // However the same place is spelt.
  const spelt = { ...theirs, address: 'https://BOJONEGORO.example/kabar/?utm_source=x' }
  expect((await admin.send(AT, spelt)).status).toBe(404)
  const editor = await signedIn({ role: 'editor', site: 'bojonegoro' })
  expect((await editor.send(AT, { ...form, office: '' })).status).toBe(404)
  const sections = await store.readSections('bojonegoro')
  expect(sections.filter(({ found }) => !found)).toEqual([
    { ...given, office: 'tuban', found: false },
  ])
  expect((await log()).map(([, action]) => action)).toEqual(Array(5).fill('denied'))
})

test('what is wrong with a name is said at its field, and the address stays', async () => {
  const { signedIn } = await opened()
  const admin = await signedIn(ADMIN)
  const { status, text } = await admin.send(AT, { address: HEALTH, name: ' ', office: 'dinkes' })
  expect(status).toBe(400)
  expect(textOf(text)).toContain('Isi nama, satu baris')
  expect(text).toContain(`name="address" value="${HEALTH}"`)
  expect(text).toContain('<option value="dinkes" selected>')
})
