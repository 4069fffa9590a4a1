import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest'
import { VIEWS_PATH, wordsPath } from '../../shared/paths.ts'
import { launchChromium, openReader } from '../support/chromium.ts'
import { demoPages } from '../support/demo-pages.ts'
import { newsPage, scriptTag } from '../support/news-page.ts'
import { type NewsSite, newsSite } from '../support/news-site.ts'
import { listenToNoise } from '../support/page-noise.ts'
import { view } from '../support/reader-requests.ts'
import { startServer } from '../support/running-server.ts'
import { sentRequests } from '../support/sent-requests.ts'
import { siteCommand } from '../support/site-command.ts'
import { SurveyPage } from '../support/survey-page.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const THANKS = 'Terima kasih atas tanggapan Anda.'
const WITHDRAWN = 'Tanggapan Anda sudah ditarik.'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** A page that several articles' addresses share, and that calls itself by one. */
const shared = (server: string, attributes = '') =>
  newsPage(server, {
    head: '<link rel="canonical" href="/berita">',
    embed: scriptTag(server, attributes),
  })

const pages = (server: string) => ({
  ...demoPages(server),
  '/berita/satu': newsPage(server),
  '/tanpa-bahasa': newsPage(server, { lang: '' }),
  '/berita': shared(server),
  '/warta': shared(server, 'data-identity="address"'),
})

/** The demo's site with settings, which its server has known from its start. */
async function open(whenOver: TestContext['onTestFinished'], ...settings: readonly string[]) {
  const dataDir = temporaryFolder(whenOver)
  // The first start makes the site.
  const first = await startServer(dataDir)
  await first.end('SIGTERM')
  const { code, said } = await siteCommand(dataDir, 'set', 'bojonegoro', ...settings)
  if (code !== 0) throw new Error(said)
  const news = await newsSite(pages, whenOver, dataDir, new URL(first.origin).port)
  const reader = await openReader(browser)
  whenOver(() => reader.close())
  return { news, reader, noise: listenToNoise(reader) }
}

async function openArticle(reader: BrowserContext, news: NewsSite, path: string) {
  const survey = new SurveyPage(await reader.newPage())
  await survey.open(news.site + path)
  return survey
}

/** The four answers as they are read. */
const labels = (survey: SurveyPage) => survey.survey.locator('[part=label]').allInnerTexts()

test.concurrent('its own question and labels are text, whatever they look like', async ({
  onTestFinished,
}) => {
  const question = '<img src=x onerror=alert(1)> Apakah berita ini jelas?'
  const label = '<b onclick=alert(2)>Jelas</b>'
  const { news, reader, noise } = await open(
    onTestFinished,
    ...['--question', `id=${question}`, '--label', `id:puas=${label}`],
  )
  const survey = await openArticle(reader, news, '/berita/satu')
  expect(await survey.text('[part=question]')).toBe(question)
  expect(await labels(survey)).toEqual(['Sangat Puas', label, 'Cukup Puas', 'Tidak Puas'])
  expect(await survey.survey.locator('img, b').count()).toBe(0)
  await survey.survey.getByText(label).click()
  await survey.says(THANKS)
  expect(noise).toEqual([])
  expect(await news.votesOnDisk('/berita/satu')).toMatchObject([{ choice: 'puas' }])
})

test.concurrent('Javanese comes from the server where the page says nothing, with Indonesian figures', async ({
  onTestFinished,
}) => {
  const { news, reader, noise } = await open(onTestFinished, '--language', 'jv')
  const asked: string[] = []
  reader.on('request', (request) => {
    if (request.url().includes('/words/')) asked.push(request.url())
  })
  const survey = await openArticle(reader, news, '/tanpa-bahasa')
  await survey.survey.getByText('Kados pundi pamanggih panjenengan?').waitFor()
  expect(await labels(survey)).toEqual(['Marem sanget', 'Marem', 'Cekap marem', 'Boten marem'])
  expect(await survey.text('[part=counter]')).toBe('Sampun dipunwaos kaping 1')
  expect(asked).toEqual([news.server + wordsPath('jv')])
  expect(await survey.survey.locator('[part=survey]').getAttribute('lang')).toBe('jv')

  // A page that says its language is spoken to in that one.
  const spoken = await openArticle(reader, news, '/demo/')
  expect(await spoken.text('[part=question]')).toBe('Bagaimana Tanggapan Anda?')
  expect(noise).toEqual([])

  const element = spoken.survey.first()
  await element.evaluate((survey) => survey.setAttribute('lang', 'jv'))
  await spoken.survey.getByText('Kados pundi pamanggih panjenengan?').waitFor()
  expect(await spoken.shares()).toEqual(['73,7%', '10,5%', '5,3%', '10,5%'])
})

test.concurrent('the link stands after Tidak Puas alone, and leads there in a tab of its own', async ({
  onTestFinished,
}) => {
  const { news, reader } = await open(
    onTestFinished,
    '--follow-up',
    'LAPOR!=https://www.lapor.go.id/',
  )
  const survey = await openArticle(reader, news, '/berita/satu')
  const link = survey.survey.getByRole('link', { name: 'LAPOR!' })
  expect(await link.count()).toBe(0)
  await survey.survey.getByText('Cukup Puas').click()
  await survey.says(THANKS)
  expect(await link.count()).toBe(0)
  await survey.button('Ubah tanggapan').click()
  await survey.survey.getByText('Tidak Puas').click()
  await link.waitFor()
  expect(
    await link.evaluate((a: HTMLAnchorElement) => [a.href, a.target, a.rel, a.part.value]),
  ).toEqual(['https://www.lapor.go.id/', '_blank', 'noopener', 'follow-up'])
  await survey.button('Tarik tanggapan').click()
  await survey.says(WITHDRAWN)
  expect(await link.count()).toBe(0)
})

test.concurrent('the rate of response is said of what was measured, and who answers for the data', async ({
  onTestFinished,
}) => {
  const { news, reader } = await open(
    onTestFinished,
    ...['--response-rate', 'on', '--controller', 'Dinas Kominfo=ppid@desa.example.go.id'],
  )
  for (let i = 0; i < 3; i++) await view(news.server, '/demo/')
  const survey = await openArticle(reader, news, '/demo/')
  expect(await survey.text('[part=note]')).toContain('0,0% pembaca menanggapi.')
  await survey.survey.getByText('Sangat Puas').click()
  await survey.says(THANKS)
  expect(await survey.text('[part=note]')).toContain('25,0% pembaca menanggapi.')

  await survey.survey.getByText('Bagaimana ini dihitung?').click()
  const controller = 'Yang bertanggung jawab atas data ini: Dinas Kominfo, ppid@desa.example.go.id'
  await survey.survey.getByText(controller).waitFor()
})

describe('the distribution', () => {
  test.concurrent('set to after-vote is shown, and sent, to who has answered', async ({
    onTestFinished,
  }) => {
    const { news, reader } = await open(onTestFinished, '--results', 'after-vote')
    const survey = await openArticle(reader, news, '/demo/')
    expect(await survey.shares()).toEqual(['', '', '', ''])
    expect(await survey.text('[part=note]')).toContain(
      '19 tanggapan · hasil tampil setelah Anda memilih.',
    )
    await survey.survey.getByText('Tidak Puas').click()
    await survey.says(THANKS)
    expect(await survey.counts()).toEqual(['14', '2', '1', '3'])
    await survey.page.reload()
    await survey.settled()
    expect(await survey.counts()).toEqual(['14', '2', '1', '3'])
    await survey.button('Tarik tanggapan').click()
    await survey.says(WITHDRAWN)
    expect(await survey.shares()).toEqual(['', '', '', ''])
  })

  test.concurrent('set to never is shown to nobody, and sent to nobody', async ({
    onTestFinished,
  }) => {
    const { news, reader } = await open(onTestFinished, '--results', 'never')
    const replies: unknown[] = []
    reader.on('response', async (reply) => {
      if (/\/v1\/(views|votes)$/.test(reply.url())) replies.push((await reply.json()).votes)
    })
    const survey = await openArticle(reader, news, '/demo/')
    await survey.survey.getByText('Tidak Puas').click()
    await survey.says(THANKS)
    expect(await survey.shares()).toEqual(['', '', '', ''])
    expect(await survey.text('[part=note]')).toBe('20 penilaian.')
    expect(replies).toEqual([null, null])
  })

  test.concurrent('is there from as many answers as the site says', async ({ onTestFinished }) => {
    const { news, reader } = await open(onTestFinished, '--results-from', '20')
    const survey = await openArticle(reader, news, '/demo/')
    expect(await survey.text('[part=note]')).toContain('19 tanggapan · hasil tampil mulai 20.')
    expect(await survey.counts()).toEqual(['', '', '', ''])
    await survey.survey.getByText('Puas', { exact: true }).click()
    await survey.says(THANKS)
    expect(await survey.counts()).toEqual(['14', '3', '1', '2'])
  })
})

describe('pages that share one canonical link', () => {
  /** Votes at one, finds the other untouched, and takes the vote back. */
  async function walk(news: NewsSite, reader: BrowserContext, path: string) {
    const sent = sentRequests(reader, news.server)
    const one = await openArticle(reader, news, `${path}?id=1`)
    await one.survey.getByText('Cukup Puas').click()
    await one.says(THANKS)
    expect(await news.tally(`${path}?id=1`)).toEqual({ views: 1, responses: 1 })

    const two = await openArticle(reader, news, `${path}?id=2`)
    expect(await two.text('[part=note]')).toContain('Belum ada penilaian')
    expect(await two.survey.locator('input:checked').count()).toBe(0)
    expect(await news.tally(`${path}?id=2`)).toEqual({ views: 1, responses: 0 })

    await one.page.reload()
    await one.settled()
    expect(await one.radio('Cukup Puas').isChecked()).toBe(true)
    await one.button('Tarik tanggapan').click()
    await one.says(WITHDRAWN)
    expect(await news.tally(`${path}?id=1`)).toEqual({ views: 1, responses: 0 })
    expect(sent.filter((request) => request.path === VIEWS_PATH)).toHaveLength(3)
    expect(await news.votesOnDisk(`${path}?id=1`)).toMatchObject([{ choice: null, turn: 2 }])
  }

  test.concurrent('are an article each by data-identity', async ({ onTestFinished }) => {
    const { news, reader } = await open(onTestFinished, '--results-from', '1')
    await walk(news, reader, '/warta')
    await news.start()
    expect(await news.tally('/berita')).toEqual({ views: 0, responses: 0 })
  })

  test.concurrent('are an article each by the setting alone: a vote is changed and withdrawn', async ({
    onTestFinished,
  }) => {
    const { news, reader } = await open(onTestFinished, '--identity', 'address')
    const one = await openArticle(reader, news, '/berita?id=1')
    await one.survey.getByText('Cukup Puas').click()
    await one.says(THANKS)
    await one.button('Ubah tanggapan').click()
    await one.survey.getByText('Puas', { exact: true }).click()
    await one.says(THANKS)
    expect(await news.tally('/berita?id=1')).toEqual({ views: 1, responses: 1 })
    const two = await openArticle(reader, news, '/berita?id=2')
    await two.survey.getByText('Tidak Puas').click()
    await two.says(THANKS)
    expect(await news.tally('/berita?id=2')).toMatchObject({ responses: 1 })
    await one.button('Tarik tanggapan').click()
    await one.says(WITHDRAWN)
    expect(await news.tally('/berita?id=1')).toEqual({ views: 1, responses: 0 })
    expect(await news.tally('/berita')).toEqual({ views: 0, responses: 0 })
    expect(await news.votesOnDisk('/berita?id=1')).toMatchObject([{ choice: null, turn: 3 }])
  })
})
