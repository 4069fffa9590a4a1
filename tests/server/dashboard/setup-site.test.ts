import { expect, test, vi } from 'vitest'
import { openedDashboard } from '../../support/opened-dashboard.ts'
import { signedIn } from '../../support/signed-in.ts'

// Passwords are judged, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const NEW = {
  ...{ name: 'Dinas Kesehatan', key: 'dinkes', address: 'dinkes.example.go.id/beranda' },
  ...{ zone: 'Asia/Makassar', office: 'dinkominfo' },
}

test('an admin makes a site under an office, adds its origins and takes one away', async () => {
  const dashboard = await openedDashboard()
  const { store, rules, database } = dashboard
  const admin = await signedIn(dashboard, { role: 'admin', office: 'kabupaten' })
  expect((await admin.open('/admin')).text).toContain('href="/admin/new-site"')
  const made = await admin.send('/admin/sites', NEW)
  expect(made).toMatchObject({ status: 303, to: expect.stringContaining('/sites/dinkes/origins?') })
  const offered = (await admin.open(made.to ?? '')).text
  const boxes = [...offered.matchAll(/name="(origin-\d)" value="([^"]*)" *(checked)?/g)]
  expect(boxes.map(([, , origin, likely]) => [origin, likely])).toEqual([
    ['https://www.dinkes.example.go.id', 'checked'],
    ['http://dinkes.example.go.id', undefined],
    ['http://www.dinkes.example.go.id', undefined],
    ['https://*.dinkes.example.go.id', undefined],
  ])
  expect(await rules.sites.admits('https://www.dinkes.example.go.id')).toBe(false)
  const chosen = { 'origin-0': 'https://www.dinkes.example.go.id', 'origin-3': boxes[3]?.[2] ?? '' }
  expect((await admin.send('/admin/sites/dinkes/origins', chosen)).status).toBe(303)
  // Without waiting for the next reading of the sites.
  expect(await rules.sites.admits('https://www.dinkes.example.go.id')).toBe(true)
  expect(await rules.sites.admits('https://a.dinkes.example.go.id')).toBe(true)
  expect((await store.readSiteOffices()).get('dinkes')).toBe('dinkominfo')
  expect((await store.readSites()).find(({ key }) => key === 'dinkes')).toMatchObject({
    ...{ name: 'Dinas Kesehatan', timeZone: 'Asia/Makassar' },
  })

  const at = '/admin/sites/dinkes/origins/end'
  const warned = await admin.open(`${at}?origin=https://*.dinkes.example.go.id`)
  expect(warned.text).toContain('tidak lagi melihat dan mengirim tanggapan')
  const gone = { origin: 'https://*.dinkes.example.go.id' }
  expect((await admin.send(at, gone)).status).toBe(303)
  expect(await rules.sites.admits('https://a.dinkes.example.go.id')).toBe(false)
  const primary = { origin: 'https://dinkes.example.go.id' }
  expect((await admin.send(at, primary)).status).toBe(404)
  const sql = `select action, note from audit where site = 'dinkes' order by id`
  expect(await database.read({ sql })).toEqual([
    ['add-site', 'Dinas Kesehatan'],
    ['assign-site', 'dinkominfo'],
    ['add-origin', 'https://www.dinkes.example.go.id, additional'],
    ['add-origin', 'https://*.dinkes.example.go.id, additional'],
    ['remove-origin', 'https://*.dinkes.example.go.id'],
  ])
})

test('what is wrong with a new site is said at its field, and nothing is made', async () => {
  const dashboard = await openedDashboard()
  const admin = await signedIn(dashboard, { role: 'admin', office: 'kabupaten' })
  const wrong = { name: ' ', key: 'Dinkes!', address: 'tidak ada', zone: 'Mars', office: 'tuban' }
  const reply = await admin.send('/admin/sites', wrong)
  expect(reply.status).toBe(400)
  for (const name of ['name', 'key', 'address', 'zone', 'office']) {
    expect(reply.text).toContain(`<li><a href="#${name}">`)
  }
  const taken = await admin.send('/admin/sites', { ...NEW, key: 'tuban' })
  expect(taken.text).toContain('Kunci ini sudah dipakai.')
  expect((await admin.send('/admin/sites', { ...NEW, office: '' })).status).toBe(400)
  expect((await dashboard.store.readSites()).map(({ key }) => key)).toEqual(['bojonegoro', 'tuban'])
})

test('who was refused today is one button away, of neighbours only for the owner', async () => {
  const dashboard = await openedDashboard()
  const { rules } = dashboard
  for (const origin of ['https://m.bojonegoro.example', 'https://lain.example']) {
    rules.refusedOrigins.note(origin)
  }
  const editor = await signedIn(dashboard, { role: 'editor', site: 'bojonegoro' })
  const owner = await signedIn(dashboard, { role: 'owner' })
  const at = '/admin/sites/bojonegoro/origins'
  expect((await owner.open(at)).text).toContain('https://lain.example')
  const page = (await editor.open(at)).text
  expect(page).not.toContain('https://lain.example')
  const [, origin = ''] = /name="origin-0" value="([^"]*)"/.exec(page) ?? []
  expect(origin).toBe('https://m.bojonegoro.example')
  expect((await editor.send(at, { 'origin-0': origin })).status).toBe(303)
  expect(await rules.sites.admits(origin)).toBe(true)
  expect((await editor.open(at)).text).toContain('Tidak ada yang ditolak hari ini.')
  expect((await editor.send(at, { 'origin-0': 'javascript:alert(1)' })).status).toBe(400)
  expect((await editor.send(at, {})).status).toBe(400)
})

test('the embed line names this server and this site, and the pinned one its fingerprint', async () => {
  const dashboard = await openedDashboard()
  const viewer = await signedIn(dashboard, { role: 'viewer', site: 'bojonegoro' })
  const { text } = await viewer.open('/admin/sites/bojonegoro/embed')
  const shown = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
  expect(shown).toContain(
    '<script async src="https://tanggapan.example/v1/widget.js" data-site="bojonegoro"></script>',
  )
  expect(shown).toContain(
    'src="https://tanggapan.example/w/1.2.3/widget.js" integrity="sha384-abc" crossorigin="anonymous"',
  )
  expect(shown).toContain(
    '<div class="tanggapan" data-article="https://bojonegoro.example/artikel">',
  )
  const script = await viewer.open('/admin/copy.js')
  expect(script.headers.get('Content-Type')).toContain('text/javascript')
})
