import { expect, test, vi } from 'vitest'
import { localDay } from '../../../server/domain/local-day.ts'
import type { DashboardBrowser } from '../../support/dashboard-browser.ts'
import { readingDashboard, rowOf, textOf } from '../../support/reading-dashboard.ts'
import { WatchedPage } from '../../support/watched-page.ts'

vi.setConfig({ testTimeout: 60_000 })

const TODAY = localDay('Asia/Jakarta', Date.now())
const SITE = '/admin/sites/bojonegoro'
const VIEWER = { role: 'viewer', site: 'bojonegoro' } as const
/** As long as a stream waits between two looks, and past what figures are shared for. */
const A_WHILE = 5_000

async function opened() {
  const dashboard = await readingDashboard()
  const key = await dashboard.gather('b/1', TODAY, [3, 0, 0, 0])
  const viewer = await dashboard.signedIn(VIEWER)
  const watch = (browser: DashboardBrowser, address: string) =>
    WatchedPage.open(browser, dashboard.fetch, address)
  const vote = () =>
    dashboard.database.write([{ sql: 'update tallies set tidak_puas = tidak_puas + 1' }])
  /** What a page is sent when it has waited its time. */
  const later = async (page: WatchedPage) => {
    const next = page.next()
    await dashboard.pass(A_WHILE)
    return next
  }
  return { ...dashboard, key, viewer, watch, vote, later }
}

/** Where a page says that its figures come from. */
async function streamOf(browser: DashboardBrowser, path: string): Promise<string> {
  const { text } = await browser.open(path, { 'Accept-Language': 'id' })
  const [, address = ''] = /data-live="([^"]*)"/.exec(text) ?? []
  return address.replaceAll('&amp;', '&')
}

test.each([
  ['a site', SITE],
  ['one of its articles', `${SITE}/article?article=/b/1`],
  ['all that one may see', '/admin'],
])('the page of %s says where its figures move, and a vote moves them', async (_, path) => {
  const { viewer, watch, vote, later } = await opened()
  const page = await watch(viewer, await streamOf(viewer, path))
  await page.next()
  const { text } = await viewer.open(path)
  for (const [name, part] of page.parts) {
    expect(textOf(text), name).toContain(textOf(part))
  }
  expect(textOf(page.parts.get('answer') ?? '')).toMatch(/^100 % dari 3 penilaian/)
  // Nothing happened: nothing is sent but a sign of life.
  expect(await later(page)).toBe(':')
  await vote()
  expect(await later(page)).toContain('answer')
  expect(textOf(page.parts.get('answer') ?? '')).toMatch(/^75 % dari 4 penilaian/)
  const figures = page.parts.get('figures')
  if (figures) expect(rowOf(figures, 'Tidak Puas')).toEqual(['25 %', '1'])
})

test('a period that is over stands still, and has nothing to watch', async () => {
  const { viewer } = await opened()
  expect(await streamOf(viewer, `${SITE}?period=2024-T1`)).toBe('')
  expect((await viewer.open(`${SITE}/live?period=2024-T1`)).status).toBe(404)
  expect((await viewer.open(`${SITE}/article/live?article=/none`)).status).toBe(404)
})

test('a stream ends with the session, and with the role', async () => {
  const { viewer, watch, later, signedIn, database } = await opened()
  const page = await watch(viewer, `${SITE}/live`)
  await page.next()
  await viewer.send('/admin/sign-out', {})
  expect(await later(page)).toBeUndefined()

  const editor = await signedIn({ role: 'editor', site: 'bojonegoro' })
  const other = await watch(editor, `${SITE}/live`)
  await other.next()
  await database.write([{ sql: "delete from roles where role = 'editor'" }])
  expect(await later(other)).toBeUndefined()
})

test('watching is no use of a session', async () => {
  const { viewer, watch, later, database } = await opened()
  const ends = () => database.read({ sql: 'select expires_at from sessions' })
  // As late in the session as an open page would make it last.
  await database.write([{ sql: 'update sessions set expires_at = unixepoch() + 60' }])
  const before = await ends()
  const page = await watch(viewer, `${SITE}/live`)
  await page.next()
  await later(page)
  expect(await ends()).toEqual(before)
})

test('the seventh page of one person is told to come back, until one of the others is left', async () => {
  const { viewer, watch } = await opened()
  const pages = []
  for (let i = 0; i < 6; i++) pages.push(await watch(viewer, `${SITE}/live`))
  const refused = await viewer.open(`${SITE}/live`)
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '60'])
  await pages[0]?.leave()
  const seventh = await watch(viewer, `${SITE}/live`)
  expect(await seventh.next()).toContain('answer')
})

test('a server that stops waits for nobody who watches', async () => {
  const { viewer, watch, stopping } = await opened()
  const page = await watch(viewer, `${SITE}/live`)
  await page.next()
  const next = page.next()
  stopping.abort()
  expect(await next).toBeUndefined()
  expect((await viewer.open(`${SITE}/live`)).status).toBe(503)
})
