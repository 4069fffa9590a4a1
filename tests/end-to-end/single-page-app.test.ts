import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, type TestContext, test, vi } from 'vitest'
import { VIEWS_PATH } from '../../shared/paths.ts'
import { launchChromium, openReader } from '../support/chromium.ts'
import { newsPage, scriptTag } from '../support/news-page.ts'
import { type NewsSite, newsSite } from '../support/news-site.ts'
import { listenToNoise } from '../support/page-noise.ts'
import { type SentRequest, sentRequests } from '../support/sent-requests.ts'
import { SurveyPage } from '../support/survey-page.ts'

const ONCE = { views: 1, responses: 0 }

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

interface App {
  readonly news: NewsSite
  readonly page: Page
  readonly survey: SurveyPage
  readonly sent: SentRequest[]
  readonly noise: readonly string[]
  /** The articles of the views that were sent so far, by their paths. */
  viewed(): string[]
  /** Waits until as many views have been sent, and the last has been answered. */
  shows(views: number): Promise<void>
}

const shell = (server: string) => newsPage(server)
const withCanonical = (server: string) =>
  newsPage(server, { head: '<link rel="canonical" href="/berita/satu">' })
const withPlaceholder = (server: string) =>
  newsPage(server, { embed: `<div id="isi"></div>${scriptTag(server)}` })

/** An app whose every address is the same page. */
async function open(
  whenOver: TestContext['onTestFinished'],
  path: string,
  page: typeof shell = shell,
  before: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<App> {
  const news = await newsSite(
    (server) => ({ '/': page(server), '/berita/satu': page(server) }),
    whenOver,
  )
  const reader = await openReader(browser)
  whenOver(() => reader.close())
  const noise = listenToNoise(reader)
  const survey = new SurveyPage(await reader.newPage())
  const sent = sentRequests(survey.page, news.server)
  await before(survey.page)
  await survey.page.goto(news.site + path)
  const viewed = () =>
    sent
      .filter((request) => request.path === VIEWS_PATH)
      .map(({ body }) => String(body['article']).replace(/^[^/]+/, ''))
  return {
    ...{ news, page: survey.page, survey, sent, noise, viewed },
    async shows(views) {
      await vi.waitFor(() => expect(viewed()).toHaveLength(views), 30_000)
      await survey.settled()
    },
  }
}

/** What an app does on the way to another article. */
const go = (page: Page, path: string) =>
  page.evaluate((path) => {
    history.pushState({}, '', path)
    document.title = path
    const text = document.querySelector('article p') as HTMLElement
    text.textContent = `Isi dari ${path}`
  }, path)

const setCanonical = (page: Page, path: string) =>
  page.evaluate((path) => {
    document.querySelector('link[rel=canonical]')?.setAttribute('href', path)
  }, path)

describe('each article of a single-page app is one view', () => {
  test.concurrent.for<readonly [string, (page: Page) => Promise<unknown>]>([
    ['told by the Navigation API', async () => undefined],
    [
      'told by the page, where the browser has no Navigation API',
      (page: Page) =>
        page.addInitScript(
          "Reflect.deleteProperty(window, 'navigation'); if ('navigation' in window) throw new Error()",
        ),
    ],
  ])('%s', async ([, before], { onTestFinished }) => {
    const app = await open(onTestFinished, '/berita/satu', shell, before)
    await app.shows(1)
    await go(app.page, '/berita/dua')
    await app.shows(2)
    await go(app.page, '/berita/tiga?id=7&utm_source=x')
    await app.shows(3)
    // Back and forth within half an hour are no new views, though figures are asked for anew.
    await app.page.goBack()
    await app.shows(4)
    await app.page.goBack()
    await app.shows(5)
    await app.page.goForward()
    await app.shows(6)
    const [one, two, three] = ['/berita/satu', '/berita/dua', '/berita/tiga?id=7']
    expect(app.viewed()).toEqual([one, two, three, two, one, two])
    const visits = app.sent.map(({ body }) => body['visit'])
    expect(visits).toEqual(['new', 'new', 'new', 'repeat', 'repeat', 'repeat'])
    for (const path of [one, two, three]) expect(await app.news.tally(path ?? '')).toEqual(ONCE)
    expect(app.noise).toEqual([])
  })

  test.concurrent('pushed without a change of the page, the Navigation API tells', async ({
    onTestFinished,
  }) => {
    const app = await open(onTestFinished, '/berita/satu')
    await app.shows(1)
    await app.page.evaluate(() => history.pushState({}, '', '/berita/dua'))
    await app.shows(2)
    await app.page.evaluate(() => history.replaceState({}, '', '/berita/tiga'))
    await app.shows(3)
    expect(app.viewed()).toEqual(['/berita/satu', '/berita/dua', '/berita/tiga'])
  })

  test.concurrent('by a canonical link that changes, whatever the address does', async ({
    onTestFinished,
  }) => {
    const app = await open(onTestFinished, '/berita/satu', withCanonical, (page) =>
      page.clock.install(),
    )
    await app.shows(1)
    await setCanonical(app.page, '/berita/dua')
    await app.shows(2)
    // Addresses that are no other article: filters, fragments, tracking.
    for (const path of ['/berita/satu?urut=baru', '/berita/satu#komentar', '/lain']) {
      await go(app.page, path)
      // Whatever waits to look at the page again has looked at it then.
      await app.page.clock.runFor(1000)
    }
    await setCanonical(app.page, '/berita/tiga')
    await app.shows(3)
    // A new link in the place of the old one, as frameworks render it.
    await app.page.evaluate(() => {
      document.querySelector('link[rel=canonical]')?.remove()
      const link = Object.assign(document.createElement('link'), { rel: 'canonical' })
      link.href = '/berita/empat'
      document.head.append(link)
    })
    await app.shows(4)
    const paths = ['/berita/satu', '/berita/dua', '/berita/tiga', '/berita/empat']
    expect(app.viewed()).toEqual(paths)
    for (const path of paths) expect(await app.news.tally(path)).toEqual(ONCE)
    expect(app.noise).toEqual([])
  })
})

test.concurrent('an answer that comes when the reader is elsewhere is dropped', async ({
  onTestFinished,
}) => {
  const app = await open(onTestFinished, '/berita/satu')
  await app.shows(1)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await app.page.route(`**${VIEWS_PATH}`, async (route) => {
    if (route.request().postData()?.includes('/berita/lambat')) await held
    await route.continue()
  })
  await go(app.page, '/berita/lambat')
  await vi.waitFor(() => expect(app.viewed()).toHaveLength(2), 30_000)
  await go(app.page, '/berita/cepat')
  await app.shows(3)
  // One reader more tells the two articles apart by their figures.
  const late = app.page.waitForResponse((reply) =>
    Boolean(reply.request().postData()?.includes('/berita/lambat')),
  )
  await app.survey.survey.getByText('Cukup Puas').click()
  await app.survey.says('Terima kasih')
  release()
  await (await late).finished()
  await go(app.page, '/berita/cepat#lagi')
  expect(await app.survey.text('[part~=own-choice] [part=label]')).toContain('Cukup Puas')
  expect(await app.survey.text('[part=note]')).toContain('1 tanggapan')
  expect(await app.news.tally('/berita/cepat')).toEqual({ views: 1, responses: 1 })
  expect(await app.news.tally('/berita/lambat')).toEqual(ONCE)
  expect(await app.news.votesOnDisk('/berita/lambat')).toEqual([])
})

describe('a page that changes', () => {
  test.concurrent('gets a survey for a placeholder that is added later', async ({
    onTestFinished,
  }) => {
    const app = await open(onTestFinished, '/berita/satu')
    await app.shows(1)
    await app.page.evaluate(() => {
      const added = '<section class="tanggapan" data-article="/berita/dua"></section>'
      document.querySelector('main')?.insertAdjacentHTML('beforeend', added)
    })
    await app.page.locator('section > tanggapan-survey').getByText('1 kali dilihat').waitFor()
    // Where placeholders say where, the script adds none of its own.
    await app.page.locator('article > tanggapan-survey').waitFor({ state: 'hidden' })
    expect(app.viewed()).toEqual(['/berita/satu', '/berita/dua'])
  })

  test.concurrent('may move a survey: it keeps what it shows, and asks for nothing', async ({
    onTestFinished,
  }) => {
    const app = await open(onTestFinished, '/berita/satu')
    await app.shows(1)
    await app.survey.survey.getByText('Cukup Puas').click()
    await app.survey.says('Terima kasih')
    await app.survey.button('Ubah tanggapan').click()
    const before = app.sent.length
    await app.page.evaluate(() => {
      const survey = document.querySelector('tanggapan-survey') as HTMLElement
      for (const place of [document.body, document.querySelector('main'), document.body]) {
        place?.prepend(survey)
      }
    })
    // Still in the midst of changing it, and able to.
    await app.survey.survey.getByText('Tidak Puas').click()
    await app.survey.says('Terima kasih')
    expect(app.sent.slice(before).map(({ path }) => path)).toEqual(['/v1/votes'])
    expect(await app.page.locator('tanggapan-survey').count()).toBe(1)
    expect(await app.news.votesOnDisk('/berita/satu')).toMatchObject([{ choice: 'tidak-puas' }])
  })

  test.concurrent('shows nothing on the home page, a survey on an article, and hides it on the way back', async ({
    onTestFinished,
  }) => {
    const app = await open(onTestFinished, '/')
    await app.page.waitForLoadState('networkidle')
    expect(await app.page.locator('tanggapan-survey').count()).toBe(0)
    await go(app.page, '/berita/satu')
    await app.shows(1)
    await app.page.goBack()
    await app.survey.survey.waitFor({ state: 'hidden' })
    await go(app.page, '/berita/dua')
    await app.shows(2)
    expect(await app.survey.survey.isVisible()).toBe(true)
    expect(app.viewed()).toEqual(['/berita/satu', '/berita/dua'])
    expect(await app.news.tally('/')).toEqual({ views: 0, responses: 0 })
  })

  test.concurrent('may get another body, as by Turbo: one survey, one view each', async ({
    onTestFinished,
  }) => {
    const app = await open(onTestFinished, '/berita/satu')
    await app.shows(1)
    const visit = (path: string) =>
      app.page.evaluate(async (path) => {
        const next = new DOMParser().parseFromString(
          document.documentElement.outerHTML,
          'text/html',
        )
        for (const survey of next.querySelectorAll('tanggapan-survey')) survey.remove()
        history.pushState({}, '', path)
        document.body.replaceWith(document.adoptNode(next.body))
        // A script that is parsed so does not run; Turbo puts a copy of it in its place.
        for (const script of document.body.querySelectorAll('script')) {
          const copy = document.createElement('script')
          for (const { name, value } of script.attributes) copy.setAttribute(name, value)
          script.replaceWith(copy)
        }
      }, path)
    await visit('/berita/dua')
    await app.shows(2)
    await visit('/berita/tiga')
    await app.shows(3)
    expect(await app.page.locator('tanggapan-survey').count()).toBe(1)
    expect(app.viewed()).toEqual(['/berita/satu', '/berita/dua', '/berita/tiga'])
    await app.survey.survey.getByText('Cukup Puas').click()
    await app.survey.says('Terima kasih')
    expect(await app.news.tally('/berita/tiga')).toEqual({ views: 1, responses: 1 })
    expect(app.noise).toEqual([])
  })

  test.concurrent('may set an element up attribute by attribute: that is one view', async ({
    onTestFinished,
  }) => {
    const app = await open(onTestFinished, '/berita/satu', withPlaceholder)
    await app.shows(1)
    await app.page.evaluate((server) => {
      const survey = document.createElement('tanggapan-survey')
      document.querySelector('#isi')?.append(survey)
      survey.setAttribute('article', '/berita/lain')
      survey.setAttribute('lang', 'en')
      survey.setAttribute('server', server)
      survey.setAttribute('site', 'bojonegoro')
    }, app.news.server)
    const added = app.page.locator('#isi > tanggapan-survey')
    await added.getByText('1 views').waitFor()
    // Later on as well: what comes in one go is one change.
    await added.evaluate((survey) => {
      for (const article of ['/berita/a', '/berita/b', '/berita/c']) {
        survey.setAttribute('article', article)
      }
    })
    await vi.waitFor(() => expect(app.viewed()).toHaveLength(3), 30_000)
    await added.getByText('1 views').waitFor()
    expect(app.viewed()).toEqual(['/berita/satu', '/berita/lain', '/berita/c'])
    expect(app.noise).toEqual([])
  })
})
