import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, type TestContext, test, vi } from 'vitest'
import { VIEWS_PATH, VOTES_PATH } from '../../shared/paths.ts'
import { launchChromium, openReader } from '../support/chromium.ts'
import { holdRequests } from '../support/held-requests.ts'
import { leaveRetriesToReader } from '../support/leave-retries.ts'
import { newsPage } from '../support/news-page.ts'
import { type NewsSite, newsSite } from '../support/news-site.ts'
import { sentRequests } from '../support/sent-requests.ts'
import { SurveyPage } from '../support/survey-page.ts'

const WAITING =
  'Tidak ada koneksi internet. Tanggapan disimpan dan dikirim saat tersambung kembali.'
const THANKS = 'Terima kasih atas tanggapan Anda.'
const WITHDRAWN = 'Tanggapan Anda sudah ditarik.'
const ERROR = 'Terjadi kesalahan. Silakan coba lagi.'
/** Longer than the first pause before another try, which chance makes 7.5 s at most. */
const PATIENCE = 20_000
const ROW = { standing: 'counted', voter_bytes: 16 }

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** A news site, and a reader who has nothing of it yet. */
async function open(
  whenOver: TestContext['onTestFinished'],
): Promise<{ news: NewsSite; reader: BrowserContext }> {
  const news = await newsSite(
    (server) => ({
      '/berita/satu': newsPage(server),
      '/berita/dua': newsPage(server),
    }),
    whenOver,
  )
  const reader = await openReader(browser)
  whenOver(() => reader.close())
  return { news, reader }
}

/** Opens an article as a further tab. */
async function openArticle(reader: BrowserContext, news: NewsSite, path: string) {
  const survey = new SurveyPage(await reader.newPage())
  await survey.open(news.site + path)
  return survey
}

/** A reader whose answer to an article waits for a connection. */
async function voteOffline(whenOver: TestContext['onTestFinished']) {
  const { news, reader } = await open(whenOver)
  const survey = await openArticle(reader, news, '/berita/satu')
  await reader.setOffline(true)
  await survey.survey.getByText('Cukup Puas').click()
  await survey.says(WAITING)
  return { news, reader, survey }
}

function responses(news: NewsSite, path: string, count: number): Promise<void> {
  return vi.waitFor(async () => expect((await news.tally(path)).responses).toBe(count), PATIENCE)
}

describe('an answer given with the network cut', () => {
  test.concurrent('goes with the next page of the site, once', async ({ onTestFinished }) => {
    const { news, reader, survey } = await voteOffline(onTestFinished)
    expect(await news.tally('/berita/satu')).toEqual({ views: 1, responses: 0 })
    await survey.page.close()
    await reader.setOffline(false)

    const sent = sentRequests(reader, news.server)
    const next = await openArticle(reader, news, '/berita/dua')
    await responses(news, '/berita/satu', 1)
    // What the reader does here does not wait for it, and takes nothing from it.
    await next.survey.getByText('Tidak Puas').click()
    await next.says(THANKS)
    await next.page.reload()
    await next.settled()
    const votes = sent.filter(({ path }) => path === VOTES_PATH).map(({ body }) => body['choice'])
    expect(votes).toEqual(['cukup-puas', 'tidak-puas'])
    expect(await news.tally('/berita/satu')).toEqual({ views: 1, responses: 1 })
    expect(await news.tally('/berita/dua')).toEqual({ views: 1, responses: 1 })
    expect(await news.votesOnDisk('/berita/satu')).toEqual([
      { ...ROW, choice: 'cukup-puas', turn: 1 },
    ])
  })

  test.concurrent('is shown as waiting when its article is opened again, then thanked for', async ({
    onTestFinished,
  }) => {
    const { news, reader, survey } = await voteOffline(onTestFinished)
    await survey.page.close()
    await reader.setOffline(false)

    // It goes two seconds after the page came; held on its way, it is still waiting however slow the machine.
    const votes = await holdRequests(reader, VOTES_PATH)
    const again = await openArticle(reader, news, '/berita/satu')
    await again.says(WAITING)
    expect(await again.radio('Cukup Puas').isChecked()).toBe(true)
    votes.release()
    await again.says(THANKS)
    expect(await again.text('[part~=own-choice] [part=label]')).toContain('Cukup Puas')
    expect(await news.tally('/berita/satu')).toEqual({ views: 1, responses: 1 })
    expect(await news.votesOnDisk('/berita/satu')).toEqual([
      { ...ROW, choice: 'cukup-puas', turn: 1 },
    ])
  })

  test.concurrent('is sent by its own page as soon as there is a connection', async ({
    onTestFinished,
  }) => {
    const { news, reader, survey } = await voteOffline(onTestFinished)
    const sent = sentRequests(reader, news.server)
    await reader.setOffline(false)
    await survey.says(THANKS)
    expect(sent.map(({ path }) => path)).toEqual([VOTES_PATH])
    expect(await news.votesOnDisk('/berita/satu')).toEqual([
      { ...ROW, choice: 'cukup-puas', turn: 1 },
    ])
  })

  test.concurrent('gives way to another that is given while it waits', async ({
    onTestFinished,
  }) => {
    const { news, reader, survey } = await voteOffline(onTestFinished)
    await survey.survey.getByText('Sangat Puas').click()
    await survey.says(WAITING)
    expect(await survey.radio('Sangat Puas').isChecked()).toBe(true)
    await survey.page.close()
    await reader.setOffline(false)

    const sent = sentRequests(reader, news.server)
    const again = await openArticle(reader, news, '/berita/satu')
    await again.says(THANKS)
    const votes = sent.filter(({ path }) => path === VOTES_PATH)
    expect(votes.map(({ body }) => [body['choice'], body['turn']])).toEqual([['sangat-puas', 2]])
    expect(await news.votesOnDisk('/berita/satu')).toEqual([
      { ...ROW, choice: 'sangat-puas', turn: 2 },
    ])
  })

  test.concurrent('may be a withdrawal', async ({ onTestFinished }) => {
    const { news, reader } = await open(onTestFinished)
    const survey = await openArticle(reader, news, '/berita/satu')
    await survey.survey.getByText('Cukup Puas').click()
    await survey.says(THANKS)
    await reader.setOffline(true)
    await survey.button('Tarik tanggapan').click()
    await survey.says(WAITING)
    expect(await news.tally('/berita/satu')).toEqual({ views: 1, responses: 1 })
    await survey.page.close()
    await reader.setOffline(false)

    const again = await openArticle(reader, news, '/berita/satu')
    await again.says(WITHDRAWN)
    expect(await again.radio('Cukup Puas').isChecked()).toBe(false)
    expect(await news.tally('/berita/satu')).toEqual({ views: 1, responses: 0 })
    expect(await news.votesOnDisk('/berita/satu')).toEqual([{ ...ROW, choice: null, turn: 2 }])
  })
})

describe('a server that has gone', () => {
  test.concurrent('is tried again by the reader, who finds the choice kept', async ({
    onTestFinished,
  }) => {
    const { news, reader } = await open(onTestFinished)
    await leaveRetriesToReader(reader)
    const survey = await openArticle(reader, news, '/berita/satu')
    await news.stop()
    await survey.survey.getByText('Tidak Puas').click()
    await survey.says(ERROR)
    expect(await survey.radio('Tidak Puas').isChecked()).toBe(true)
    await survey.button('Coba lagi').click()
    await survey.says(ERROR)
    expect(await survey.radio('Tidak Puas').isChecked()).toBe(true)
    await news.start()
    await survey.button('Coba lagi').click()
    await survey.says(THANKS)
    const [row, ...more] = await news.votesOnDisk('/berita/satu')
    expect(row).toMatchObject({ ...ROW, choice: 'tidak-puas' })
    expect(more).toEqual([])
  })

  test.concurrent('gets what was kept by itself when it is back', async ({ onTestFinished }) => {
    const { news, reader } = await open(onTestFinished)
    // Chance makes each pause before another try the shortest it may be.
    await reader.addInitScript('Math.random = () => 0')
    const survey = await openArticle(reader, news, '/berita/satu')
    await news.stop()
    await survey.survey.getByText('Tidak Puas').click()
    await survey.says(ERROR)
    await news.start()
    await survey.says(THANKS)
    expect(await survey.text('[part~=own-choice] [part=label]')).toContain('Tidak Puas')
    expect(await news.votesOnDisk('/berita/satu')).toEqual([
      { ...ROW, choice: 'tidak-puas', turn: 1 },
    ])
  })
})

test.concurrent('the very same message once more, from whomever, is the same row', async ({
  onTestFinished,
}) => {
  const { news, reader } = await open(onTestFinished)
  const sent = sentRequests(reader, news.server)
  const survey = await openArticle(reader, news, '/berita/satu')
  await survey.survey.getByText('Puas', { exact: true }).click()
  await survey.says(THANKS)
  const { body } = sent.find(({ path }) => path === VOTES_PATH) ?? {}
  const replay = () =>
    survey.page.evaluate(
      async ([url, message]) => {
        const reply = await fetch(url, { method: 'POST', body: JSON.stringify(message) })
        return { status: reply.status, ...(await reply.json()) }
      },
      [news.server + VOTES_PATH, body] as const,
    )
  for (const reply of await Promise.all([replay(), replay(), replay()])) {
    expect(reply).toMatchObject({ status: 200, choice: 'puas', responses: 1 })
  }
  expect(sent.filter(({ path }) => path === VIEWS_PATH)).toHaveLength(1)
  expect(await news.votesOnDisk('/berita/satu')).toEqual([{ ...ROW, choice: 'puas', turn: 1 }])
})
