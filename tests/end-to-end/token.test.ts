import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, type TestContext, test } from 'vitest'
import { VIEWS_PATH, VOTES_PATH } from '../../shared/paths.ts'
import { launchChromium, openReader } from '../support/chromium.ts'
import { holdRequests } from '../support/held-requests.ts'
import { leaveRetriesToReader } from '../support/leave-retries.ts'
import { newsPage } from '../support/news-page.ts'
import { newsSite } from '../support/news-site.ts'
import { RIPE_AFTER, ripe } from '../support/ripe.ts'
import { sentRequests } from '../support/sent-requests.ts'
import { SurveyPage } from '../support/survey-page.ts'

const THANKS = 'Terima kasih atas tanggapan Anda.'
/** A server's clock that is three hours ahead: page tokens live for two. */
const HOURS_LATER =
  '--import=data:text/javascript,const%20now=Date.now;Date.now=()=>now()%2B10800000'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

async function open(whenOver: TestContext['onTestFinished']) {
  const news = await newsSite((server) => ({ '/berita/satu': newsPage(server) }), whenOver)
  const reader = await openReader(browser)
  whenOver(() => reader.close())
  await leaveRetriesToReader(reader)
  const survey = new SurveyPage(await reader.newPage())
  const sent = sentRequests(survey.page, news.server)
  await survey.open(`${news.site}/berita/satu`)
  return { news, survey, sent }
}

/** When the page's last request for a path began and ended, in milliseconds. */
function lastOf(page: Page, path: string): Promise<{ start: number; end: number }> {
  return page.evaluate((path) => {
    const requests = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const { startTime = 0, responseEnd = 0 } =
      requests.filter(({ name }) => name.endsWith(path)).pop() ?? {}
    return { start: startTime, end: responseEnd }
  }, path)
}

/** How long the page waited from its newest token to its last vote, in milliseconds. */
async function tokenAge(page: Page): Promise<number> {
  return (await lastOf(page, VOTES_PATH)).start - (await lastOf(page, VIEWS_PATH)).end
}

test.concurrent('a vote right after the page came waits until its token is two seconds old', async ({
  onTestFinished,
}) => {
  const { news, survey, sent } = await open(onTestFinished)
  const votes = await holdRequests(survey.page, VOTES_PATH)
  await survey.survey.getByText('Cukup Puas').click()
  await survey.survey.getByText('Mengirim …').waitFor()
  votes.release()
  await survey.says(THANKS)
  expect(await tokenAge(survey.page)).toBeGreaterThanOrEqual(RIPE_AFTER)
  expect(sent.map(({ path }) => path)).toEqual([VIEWS_PATH, VOTES_PATH])
  expect(await news.votesOnDisk('/berita/satu')).toMatchObject([{ choice: 'cukup-puas', turn: 1 }])
})

test.concurrent('a page left open for hours gets one new token, and the vote is kept until it may be sent', async ({
  onTestFinished,
}) => {
  const { news, survey, sent } = await open(onTestFinished)
  await ripe(survey.page)
  await news.stop('SIGTERM')
  await news.start({ NODE_OPTIONS: HOURS_LATER })
  await survey.survey.getByText('Tidak Puas').click()
  await survey.says(THANKS)

  expect(sent.map(({ path }) => path)).toEqual([VIEWS_PATH, VOTES_PATH, VIEWS_PATH, VOTES_PATH])
  const [opened, refused, asked, cast] = sent.map(({ body }) => body)
  expect([opened?.['visit'], asked?.['visit']]).toEqual(['new', 'repeat'])
  const { token, ...vote } = cast ?? {}
  expect(refused).toEqual({ ...vote, token: expect.not.stringMatching(String(token)) })
  expect(await tokenAge(survey.page)).toBeGreaterThanOrEqual(RIPE_AFTER)
  expect(await news.tally('/berita/satu')).toEqual({ views: 1, responses: 1 })

  // The new one serves from here on.
  await survey.button('Ubah tanggapan').click()
  await survey.survey.getByText('Puas', { exact: true }).click()
  await survey.says(THANKS)
  expect(sent.slice(4).map(({ path }) => path)).toEqual([VOTES_PATH])
  expect(await news.votesOnDisk('/berita/satu')).toMatchObject([{ choice: 'puas', turn: 2 }])
})

test.concurrent('a server that takes no token at all is asked for one only once', async ({
  onTestFinished,
}) => {
  const { news, survey, sent } = await open(onTestFinished)
  await ripe(survey.page)
  const problem = { type: 'token', title: 'The page token is missing.', status: 401 }
  await survey.page.route(`**${VOTES_PATH}`, (route) =>
    route.fulfill({
      status: 401,
      body: JSON.stringify(problem),
      contentType: 'application/problem+json',
      headers: { 'Access-Control-Allow-Origin': '*' },
    }),
  )
  await survey.survey.getByText('Tidak Puas').click()
  await survey.says('Terjadi kesalahan. Silakan coba lagi.')
  expect(await survey.radio('Tidak Puas').isChecked()).toBe(true)
  expect(sent.map(({ path }) => path)).toEqual([VIEWS_PATH, VOTES_PATH, VIEWS_PATH, VOTES_PATH])

  await survey.page.unroute(`**${VOTES_PATH}`)
  await survey.button('Coba lagi').click()
  await survey.says(THANKS)
  expect(await news.tally('/berita/satu')).toEqual({ views: 1, responses: 1 })
  expect(await news.votesOnDisk('/berita/satu')).toMatchObject([{ choice: 'tidak-puas' }])
})
