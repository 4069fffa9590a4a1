import { expect, test, vi } from 'vitest'
import { localDay } from '../../../server/domain/local-day.ts'
import { CHOICES } from '../../../shared/choice.ts'
import { addVotes } from '../../support/add-votes.ts'
import type { DashboardBrowser } from '../../support/dashboard-browser.ts'
import { openedDashboard } from '../../support/opened-dashboard.ts'
import { signedIn } from '../../support/signed-in.ts'

// Passwords are judged, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const SITE = 'bojonegoro'
const KEY = 'bojonegoro.example/berita/satu'
const OTHER = 'bojonegoro.example/berita/dua'
const AT = `/admin/sites/${SITE}/moderation`
const NOTE = 'Serbuan dari satu jaringan sewaan.'
// As the site counts days: from 17:00 UTC on it is tomorrow there.
const today = localDay('Asia/Jakarta', Date.now())
const yesterday = localDay('Asia/Jakarta', Date.now() - 86_400_000)
const PENDING = { standing: 'pending', reason: 'burst' } as const

async function opened() {
  const dashboard = await openedDashboard()
  const { store, database } = dashboard
  const pages = [KEY, OTHER].map((key) => ({ key, title: `Judul ${key.slice(-4)}` }))
  await store.verifyArticles(SITE, pages, true)
  await addVotes(database, { site: SITE, key: KEY }, yesterday, 2300, PENDING)
  await addVotes(database, { site: SITE, key: KEY }, today, 200, PENDING)
  const slow = { standing: 'pending', reason: 'automated' } as const
  await addVotes(database, { site: SITE, key: OTHER }, today, 3, slow)
  await addVotes(database, { site: SITE, key: KEY }, today, 10, {
    standing: 'counted',
    reason: null,
  })
  const editor = await signedIn(dashboard, { role: 'editor', site: SITE })
  const standings = () =>
    database.read({
      sql: `select a.key, v.standing, v.reason, count(*) from votes v join articles a on a.id = v.article
        group by 1, 2, 3 order by 1 desc, 2, 3`,
    })
  return { ...dashboard, editor, standings }
}

const BEFORE = [
  [KEY, 'counted', null, 10],
  [KEY, 'pending', 'burst', 2500],
  [OTHER, 'pending', 'automated', 3],
]

/** The page of a decision once it was carried out. */
async function ended(browser: DashboardBrowser, path: string | null): Promise<string> {
  let text = ''
  await expect
    .poll(
      async () => {
        text = (await browser.open(path ?? '')).text
        return text.includes('<progress')
      },
      { timeout: 20_000 },
    )
    .toBe(false)
  return text
}

const groupIn = (text: string, reason: string) =>
  new RegExp(`name="(group-\\d+)" value="(${reason} [^"]*)"`).exec(text)?.slice(1) ?? []

test('a burst of 2,500 votes is one group; excluding it can be undone for exactly these', async () => {
  const { editor, standings, database } = await opened()
  const page = (await editor.open(AT)).text
  expect(page).toContain('2.503 penilaian dari tujuh hari terakhir menunggu keputusan.')
  expect(page).toContain(`${yesterday} – ${today}`)
  expect(page.indexOf('2.500')).toBeGreaterThan(page.indexOf('<h2>Serbuan</h2>'))
  const [name = '', value = ''] = groupIn(page, 'burst')
  const form = { standing: 'pending', [name]: value, note: NOTE, action: 'exclude' }
  const sent = await editor.send(`${AT}/decisions`, form)
  expect(sent.status).toBe(303)
  const done = await ended(editor, sent.to)
  expect(done).toContain('2.500 penilaian dikeluarkan.')
  expect(done).not.toContain('http-equiv="refresh"')
  expect(await standings()).toEqual([
    [KEY, 'counted', null, 10],
    [KEY, 'excluded', 'burst', 2500],
    [OTHER, 'pending', 'automated', 3],
  ])
  const audit = await database.read({
    sql: `select actor, sum(votes), min(note) from audit where action = 'exclude' group by 1`,
  })
  expect(audit).toEqual([['editor-bojonegoro@example.go.id', 2500, `${NOTE} [pending, burst]`]])

  const undone = await editor.send(`${sent.to}/undo`, {})
  expect(await ended(editor, undone.to)).toContain('2.500 penilaian kembali seperti semula.')
  expect(await standings()).toEqual(BEFORE)
  expect((await editor.send(`${sent.to}/undo`, {})).status).toBe(404)
})

test('undoing a release leaves votes alone that were counted all along', async () => {
  const { editor, standings } = await opened()
  const form = { standing: 'pending', reason: 'burst', all: 'yes', note: NOTE, action: 'release' }
  const sent = await editor.send(`${AT}/decisions`, form)
  expect(await ended(editor, sent.to)).toContain('2.500 penilaian sekarang dihitung.')
  expect(await standings()).toEqual([
    [KEY, 'counted', null, 2510],
    [OTHER, 'pending', 'automated', 3],
  ])
  await ended(editor, (await editor.send(`${sent.to}/undo`, {})).to)
  expect(await standings()).toEqual(BEFORE)
})

test('a decision needs a reason in words and votes to be about', async () => {
  const { editor, standings } = await opened()
  const [name = '', value = ''] = groupIn((await editor.open(AT)).text, 'burst')
  const short = await editor.send(`${AT}/decisions`, {
    [name]: value,
    note: 'ya',
    action: 'exclude',
  })
  expect(short.status).toBe(400)
  expect(short.text).toContain('<a href="#note">Isi alasan keputusan')
  expect(short.text).toMatch(new RegExp(`value="${value}"[^>]* checked`))
  const none = await editor.send(`${AT}/decisions`, { note: NOTE, action: 'exclude' })
  expect(none.text).toContain('<a href="#all">Pilih sedikitnya satu kelompok')
  const made = {
    'group-0': `burst ${today} ${today} tuban.example/x`,
    note: NOTE,
    action: 'exclude',
  }
  expect((await editor.send(`${AT}/decisions`, made)).status).toBe(400)
  expect(await standings()).toEqual(BEFORE)
})

test('no choice is on the page or can be asked for, and a viewer decides nothing', async () => {
  const dashboard = await opened()
  const viewer = await signedIn(dashboard, { role: 'viewer', site: SITE })
  for (const query of ['', '?choice=tidak-puas', '?reason=automated', '?standing=excluded']) {
    const { text, status } = await viewer.open(AT + query)
    expect(status).toBe(200)
    for (const choice of CHOICES) expect(text).not.toContain(choice)
    expect(text).not.toMatch(/(sangat|cukup|tidak) puas/i)
    expect(text).not.toContain('name="note"')
  }
  const asked = [(await viewer.open(AT)).text, (await viewer.open(`${AT}?choice=puas`)).text]
  expect(asked[0]).toBe(asked[1])
  const narrowed = (await viewer.open(`${AT}?reason=automated`)).text
  expect(narrowed).toContain(OTHER)
  expect(narrowed).not.toContain(KEY)
})
