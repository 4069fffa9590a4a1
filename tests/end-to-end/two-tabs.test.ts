import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { VIEWS_PATH, VOTES_PATH } from '../../shared/paths.ts'
import { launchChromium, openReader } from '../support/chromium.ts'
import { demoPages } from '../support/demo-pages.ts'
import { holdRequests } from '../support/held-requests.ts'
import { tallyOf } from '../support/hostile/tally-of.ts'
import { newsPage } from '../support/news-page.ts'
import { newsSite } from '../support/news-site.ts'
import { ripe } from '../support/ripe.ts'
import { sentRequests } from '../support/sent-requests.ts'
import { SurveyPage } from '../support/survey-page.ts'
import { openTab } from '../support/untended-tab.ts'

const THANKS = 'Terima kasih atas tanggapan Anda.'
const LABELS = {
  'sangat-puas': 'Sangat Puas',
  puas: 'Puas',
  'cukup-puas': 'Cukup Puas',
  'tidak-puas': 'Tidak Puas',
} as const
type Label = (typeof LABELS)[keyof typeof LABELS]

let browser: Browser

beforeAll(async () => {
  // A tab behind another is hidden only where nothing says that a program drives the browser.
  browser = await launchChromium({ args: ['--disable-blink-features=AutomationControlled'] })
})
afterAll(() => browser?.close())

/** The article of old, whose distribution is shown from the first view on, in two tabs. */
async function openTwice() {
  const news = await newsSite(demoPages)
  const reader = await openReader(browser)
  onTestFinished(() => reader.close())
  const tabs: [SurveyPage, SurveyPage] = [
    new SurveyPage(await reader.newPage()),
    new SurveyPage(await reader.newPage()),
  ]
  for (const tab of tabs) {
    await tab.open(`${news.site}/demo/`)
    await ripe(tab.page)
  }
  return { news, reader, tabs }
}

/** Without the waiting of a person's click, so that two tabs come to it as nearly together as they can. */
function clickIn(tab: SurveyPage, label: Label): Promise<void> {
  return tab.radio(label).evaluate((radio: HTMLInputElement) => radio.click())
}

/** Everything that a reader sees of the figures. */
async function seen(tab: SurveyPage) {
  return {
    counter: await tab.text('[part=counter]'),
    counts: await tab.counts(),
    shares: await tab.shares(),
    note: await tab.text('[part=note]'),
    own: await tab.survey.locator('[part~=own-choice] [part=label]').allInnerTexts(),
    marked: await tab.survey
      .locator('input:checked')
      .evaluateAll((all: HTMLInputElement[]) => all.map(({ value }) => value)),
  }
}

test('two tabs that vote at the same moment make one row, and both show the last', async () => {
  const { news, reader, tabs } = await openTwice()
  const [first, second] = tabs
  const rounds = [
    ['Sangat Puas', 'Tidak Puas'],
    ['Cukup Puas', 'Puas'],
    ['Tidak Puas', 'Sangat Puas'],
  ] as const
  for (const [one, other] of rounds) {
    // Neither is answered before both are on their way, whichever tab this machine comes to first.
    const votes = await holdRequests(reader, VOTES_PATH)
    await Promise.all([clickIn(first, one), clickIn(second, other)])
    await votes.waiting(2)
    votes.release()
    await Promise.all(tabs.map((tab) => tab.says(THANKS)))
    await vi.waitFor(async () => expect(await seen(first)).toEqual(await seen(second)), 30_000)
    const { own, note } = await seen(first)
    expect(own).toHaveLength(1)
    expect([one, other]).toContain(own[0]?.replace('✓', '').trim())
    expect(note).toContain('20 penilaian')
    for (const tab of tabs) await tab.button('Ubah tanggapan').click()
  }
  const turn = 2 * rounds.length
  const { counts, marked } = await seen(first)
  expect(await tallyOf(news.server, '/demo')).toEqual({ views: 647, responses: 20 })
  const rows = await news.votesOnDisk('/demo')
  expect(rows).toEqual([{ choice: marked[0], turn, standing: 'counted', voter_bytes: 16 }])
  const before = { 'sangat-puas': 14, puas: 2, 'cukup-puas': 1, 'tidak-puas': 2 }
  const stored = Object.entries(before).map(([choice, n]) => `${n + +(choice === marked[0])}`)
  expect(counts).toEqual(stored)
})

test('what is done in one tab is seen in the other, without a request of its own', async () => {
  const { news, tabs } = await openTwice()
  const [here, there] = tabs
  const sent = sentRequests(there.page, news.server)

  await here.survey.getByText('Cukup Puas').click()
  await here.says(THANKS)
  await there.button('Tarik tanggapan').waitFor()
  expect(await there.counts()).toEqual(['14', '2', '2', '2'])
  expect(await seen(there)).toEqual(await seen(here))
  // It was done elsewhere: who reads here is shown it, and not thanked.
  expect(await there.text('[role=status]')).toBe('')

  await here.button('Ubah tanggapan').click()
  await here.survey.getByText('Tidak Puas').click()
  await here.says(THANKS)
  await vi.waitFor(async () => expect(await there.counts()).toEqual(['14', '2', '1', '3']), 30_000)
  expect(await seen(there)).toEqual(await seen(here))
  expect(sent).toEqual([])

  await there.button('Tarik tanggapan').click()
  await there.says('Tanggapan Anda sudah ditarik.')
  await vi.waitFor(async () => expect(await here.counts()).toEqual(['14', '2', '1', '2']), 30_000)
  expect((await seen(here)).own).toEqual([])
  expect(await seen(here)).toEqual(await seen(there))
  expect(await tallyOf(news.server, '/demo')).toEqual({ views: 647, responses: 19 })
  expect(await news.votesOnDisk('/demo')).toMatchObject([{ choice: null, turn: 3 }])
})

test('a tab that was opened behind and is shown later is no second view', async () => {
  const news = await newsSite((server) => ({ '/berita/satu': newsPage(server) }))
  const counted = () => news.tally('/berita/satu')
  const views = `performance.getEntriesByType('resource')
    .filter(({ name }) => name.endsWith('${VIEWS_PATH}')).length`
  const once = { views: 1, responses: 0 }

  const front = await openTab(browser, `${news.site}/berita/satu`)
  await front.show()
  onTestFinished(() => front.close())
  await vi.waitFor(async () => expect(await counted()).toEqual(once), 30_000)

  const behind = await openTab(browser, `${news.site}/berita/satu`)
  onTestFinished(() => behind.close())
  const state = () => behind.evaluate('document.readyState + " " + document.visibilityState')
  await vi.waitFor(async () => expect(await state()).toBe('complete hidden'), 30_000)
  expect(await behind.evaluate(views)).toBe(0)
  await behind.show()
  await vi.waitFor(async () => expect(await behind.evaluate(views)).toBe(1), 30_000)
  const text = "document.querySelector('tanggapan-survey').shadowRoot.textContent"
  await vi.waitFor(
    async () => expect(await behind.evaluate(text)).toContain('1 kali dilihat'),
    30_000,
  )
  expect(await counted()).toEqual(once)
})
