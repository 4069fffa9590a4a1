import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, type TestContext, test, vi } from 'vitest'
import { VOTES_PATH, WITHDRAWALS_PATH } from '../../shared/paths.ts'
import { launchChromium, openReader } from '../support/chromium.ts'
import { forgeKept, readKept } from '../support/forge-kept.ts'
import { newsPage } from '../support/news-page.ts'
import { type NewsSite, newsSite } from '../support/news-site.ts'
import { listenToNoise } from '../support/page-noise.ts'
import { sentRequests } from '../support/sent-requests.ts'
import { SurveyPage } from '../support/survey-page.ts'

const THANKS = 'Terima kasih atas tanggapan Anda.'
/** Least time between two kept messages, in milliseconds. */
const APART = 2000
/** Most that is kept. */
const MOST = 20

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** What is wrong with each is another thing; the last has a field that nobody asked for. */
const FORGED = [
  null,
  7,
  'kirim',
  [],
  {},
  { site: 'bojonegoro', article: '/berita/satu' },
  { ...message(0), ballot: '<b>' },
  { ...message(0), ballot: 'a'.repeat(1000) },
  { ...message(0), turn: -1 },
  { ...message(0), turn: '1e' },
  { ...message(0), choice: 'luar-biasa' },
  { ...message(0), choice: { valueOf: 4 } },
]

function message(n: number) {
  const ballot = `forged-${String(n).padStart(15, '0')}`
  return { site: 'bojonegoro', article: `/berita/${n}`, ballot, turn: 1, choice: null }
}

async function open(
  whenOver: TestContext['onTestFinished'],
): Promise<{ news: NewsSite; reader: BrowserContext; blank: Page }> {
  const news = await newsSite(
    (server) => ({
      '/kosong': { body: '<!doctype html><title>Kosong</title><link rel="icon" href="data:,">' },
      '/berita/satu': newsPage(server),
    }),
    whenOver,
  )
  const reader = await openReader(browser)
  whenOver(() => reader.close())
  const blank = await reader.newPage()
  await blank.goto(`${news.site}/kosong`)
  return { news, reader, blank }
}

/** When the page's withdrawals began, in milliseconds. */
function withdrawalsOf(page: Page): Promise<number[]> {
  return page.evaluate(
    (path) =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith(path))
        .map(({ startTime }) => startTime),
    WITHDRAWALS_PATH,
  )
}

test.concurrent('of 10,000 forged entries the invalid go, 20 stay, and those leave one by one', async ({
  onTestFinished,
}) => {
  const { news, reader, blank } = await open(onTestFinished)
  const forged = Array.from({ length: 10_000 }, (_, n) =>
    n % 2 ? FORGED[n % FORGED.length] : message(n),
  )
  await forgeKept(blank, 'outbox', forged)
  const noise = listenToNoise(reader)
  const sent = sentRequests(reader, news.server)
  const survey = new SurveyPage(await reader.newPage())
  await survey.open(`${news.site}/berita/satu`)

  // The page is as usable as any: a vote of the reader's own does not stand in that line.
  await survey.survey.getByText('Cukup Puas').click()
  await survey.says(THANKS)
  expect(sent.filter(({ path }) => path === VOTES_PATH)).toHaveLength(1)
  const kept = (await readKept(survey.page, 'outbox')) as { article: string }[]
  expect(kept.length).toBeLessThanOrEqual(MOST)
  const newest = new Set(Array.from({ length: MOST }, (_, i) => `/berita/${9998 - 2 * i}`))
  expect(kept.filter(({ article }) => !newest.has(article))).toEqual([])

  await vi.waitFor(
    async () => expect((await withdrawalsOf(survey.page)).length).toBeGreaterThanOrEqual(3),
    60_000,
  )
  const times = await withdrawalsOf(survey.page)
  for (const [i, time] of times.slice(1).entries()) {
    expect(time - (times[i] ?? 0)).toBeGreaterThanOrEqual(APART)
  }
  expect(noise).toEqual([])
  expect(await news.votesOnDisk('/berita/satu')).toMatchObject([{ choice: 'cukup-puas', turn: 1 }])
})

test.concurrent('an outbox that is no list of messages keeps nobody from voting', async ({
  onTestFinished,
}) => {
  const { news } = await open(onTestFinished)
  const kept = [
    { nonsense: 'everything' },
    'x'.repeat(1_000_000),
    [[[message(1)]], { length: 3 }, new Date(0), new Uint8Array(9)],
  ].map(async (outbox) => {
    const reader = await openReader(browser)
    onTestFinished(() => reader.close())
    const noise = listenToNoise(reader)
    const survey = new SurveyPage(await reader.newPage())
    await survey.page.goto(`${news.site}/kosong`)
    await forgeKept(survey.page, 'outbox', outbox)
    await survey.open(`${news.site}/berita/satu`)
    await survey.survey.getByText('Cukup Puas').click()
    await survey.says(THANKS)
    return [await readKept(survey.page, 'outbox'), noise]
  })
  expect(await Promise.all(kept)).toEqual([
    [[], []],
    [[], []],
    [[], []],
  ])
  expect(await news.tally('/berita/satu')).toEqual({ views: 3, responses: 3 })
})

test.concurrent('a message for another site, or one that the server refuses, goes and harms nobody', async ({
  onTestFinished,
}) => {
  const { news, reader, blank } = await open(onTestFinished)
  const refused = [
    { ...message(1), site: 'tidak-ada' },
    { ...message(2), article: 'https://asing.example/a' },
    { ...message(3), site: { toString: 'x' } },
    { ...message(4), article: { href: '/berita/satu' } },
  ]
  await forgeKept(blank, 'outbox', refused)
  const survey = new SurveyPage(await reader.newPage())
  await survey.open(`${news.site}/berita/satu`)
  await survey.survey.getByText('Cukup Puas').click()
  await survey.says(THANKS)
  await vi.waitFor(async () => expect(await readKept(survey.page, 'outbox')).toEqual([]), 60_000)
  expect(await news.tally('/berita/satu')).toEqual({ views: 1, responses: 1 })
})
