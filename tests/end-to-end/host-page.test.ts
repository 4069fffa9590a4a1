import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchChromium, openReader } from '../support/chromium.ts'
import { demoPages } from '../support/demo-pages.ts'
import { type HostPage, hostSite } from '../support/host-site.ts'
import { leaveRetriesToReader } from '../support/leave-retries.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { SurveyPage } from '../support/survey-page.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

async function start(): Promise<RunningServer> {
  const server = await startServer(temporaryFolder())
  onTestFinished(async () => {
    await server.end('SIGTERM')
  })
  return server
}

/** A page, and everything that went wrong on it: errors, and messages on the console. */
async function openPage(options?: BrowserContextOptions): Promise<{ page: Page; noise: string[] }> {
  const reader = await openReader(browser, options)
  onTestFinished(() => reader.close())
  await reader.addInitScript(() => {
    const shifts = { total: 0 }
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
      })[]) {
        if (!entry.hadRecentInput) shifts.total += entry.value
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const page = await reader.newPage()
  const noise: string[] = []
  page.on('pageerror', (error) => noise.push(error.message))
  page.on('console', (message) => noise.push(message.text()))
  return { page, noise }
}

/** Layout shift of the page so far, once two more frames have been drawn. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            resolve((window as unknown as { shifts: { total: number } }).shifts.total),
          ),
        )
      }),
  )
}

const article = (body: string, headers?: HostPage['headers']): HostPage => ({
  body: `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Berita</title>
    ${headers ? '' : '<link rel="icon" href="data:,">'}</head>
    <body><main><h1>Berita</h1><p>Isi berita.</p>${body}<p>Sesudahnya.</p></main></body></html>`,
  ...(headers && { headers }),
})
const embed = (server: string, more = '') =>
  `<script async src="${server}/v1/widget.js" data-site="bojonegoro" ${more}></script>`

for (const { path, width } of [
  { path: '/demo/', width: 360 },
  { path: '/demo/', width: 1280 },
  { path: '/demo/pendek/', width: 320 },
  { path: '/demo/pendek/', width: 1280 },
  { path: '/demo/baru/', width: 360 },
]) {
  test(`nothing moves on ${path} at ${width} px while the survey comes and a vote is cast`, async () => {
    const { origin } = await start()
    const { page } = await openPage({ viewport: { width, height: 800 } })
    const survey = new SurveyPage(page)
    await survey.open(`${origin}${path}`)
    expect(await layoutShift(page)).toBe(0)
    const before = await survey.survey.boundingBox()
    await survey.survey.getByText('Sangat Puas').click()
    await survey.says('Terima kasih')
    const after = await survey.survey.boundingBox()
    expect(after?.height).toBe(before?.height)
    expect(await layoutShift(page)).toBe(0)
  })
}

test('figures of one and of two digits stand in columns', async () => {
  const { origin } = await start()
  const { page } = await openPage({ viewport: { width: 360, height: 800 } })
  const survey = new SurveyPage(page)
  await survey.open(`${origin}/demo/`)
  expect(await survey.counts()).toEqual(['14', '2', '1', '2'])
  // Where a count begins, the share before it ends.
  const boxes = await survey.survey
    .locator('[part=count]')
    .evaluateAll((counts) => counts.map((count) => count.getBoundingClientRect().toJSON()))
  const [first, ...others] = boxes.map(({ left, right }) => [left, right])
  expect(first?.[1]).toBeGreaterThan(0)
  expect(others).toEqual([first, first, first])
})

test('without the placeholder a survey in the first screen moves the page by itself alone', async () => {
  const { origin } = await start()
  const site = await hostSite({ '/berita/1': article(embed(origin)) })
  const { page } = await openPage({ viewport: { width: 360, height: 640 } })
  await new SurveyPage(page).open(`${site}/berita/1`)
  const shift = await layoutShift(page)
  console.log(`layout shift by the survey's own insertion: ${shift.toFixed(3)}`)
  expect(shift).toBeLessThanOrEqual(0.1)
})

test('a strict policy of the host is kept: no style, no inline script, named trusted types', async () => {
  const { origin } = await start()
  const policy = [
    "default-src 'none'",
    `script-src ${origin}`,
    `connect-src ${origin}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ')
  const site = await hostSite({
    '/berita/1': article(embed(origin), { 'Content-Security-Policy': policy }),
  })
  const { page, noise } = await openPage()
  const survey = new SurveyPage(page)
  await survey.open(`${site}/berita/1`)
  await survey.survey.getByText('Cukup Puas').click()
  await survey.says('Terima kasih')
  expect(noise).toEqual([])
})

test('a page view is one request for the script and one for the data, without cookies', async () => {
  const { origin } = await start()
  const site = await hostSite(demoPages(origin))
  const { page } = await openPage()
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().startsWith(origin)) {
      asked.push(`${request.method()} ${new URL(request.url()).pathname}`)
      expect(request.headers()['cookie']).toBeUndefined()
    }
  })
  await new SurveyPage(page).open(`${site}/demo/`)
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual(['GET /v1/widget.js', 'POST /v1/views'])
})

test('a reload within half an hour is not a second view', async () => {
  const { origin } = await start()
  const { page } = await openPage()
  const survey = new SurveyPage(page)
  await survey.open(`${origin}/demo/`)
  expect(await survey.text('[part=counter]')).toBe('647 kali dilihat')
  await page.reload()
  await survey.settled()
  expect(await survey.text('[part=counter]')).toBe('647 kali dilihat')
})

test('fewer than five answers are a number, not a distribution', async () => {
  const { origin } = await start()
  const { page } = await openPage()
  const survey = new SurveyPage(page)
  await survey.open(`${origin}/demo/baru/`)
  expect(await survey.text('[part=note]')).toBe('Belum ada penilaian.')
  await survey.survey.getByText('Tidak Puas').click()
  await survey.says('Terima kasih')
  expect(await survey.text('[part=note]')).toBe('1 tanggapan · hasil tampil mulai 5.')
  expect(await survey.shares()).toEqual(['', '', '', ''])
})

test('a server that has gone leaves the page alone and keeps the choice for another try', async () => {
  const dataDir = temporaryFolder()
  let server = await startServer(dataDir)
  onTestFinished(async () => {
    await server.end('SIGTERM')
  })
  const site = await hostSite(demoPages(server.origin))
  const { page, noise } = await openPage()
  await leaveRetriesToReader(page.context())
  const survey = new SurveyPage(page)
  await survey.open(`${site}/demo/`)
  await server.end('SIGKILL')
  await survey.survey.getByText('Cukup Puas').click()
  await survey.says('Terjadi kesalahan')
  expect(await survey.radio('Cukup Puas').isChecked()).toBe(true)

  server = await startServer(dataDir, { PORT: new URL(server.origin).port })
  await survey.button('Coba lagi').click()
  await survey.says('Terima kasih')
  expect(await survey.counts()).toEqual(['14', '2', '2', '2'])
  // The browser itself notes the connection that failed; nobody else says anything.
  expect(noise.filter((line) => !line.includes('ERR_CONNECTION_REFUSED'))).toEqual([])
})

test('placeholders take their own article, and two copies of the script do no harm', async () => {
  const { origin } = await start()
  const placeholder = (path: string) => `<div class="tanggapan" data-article="${path}"></div>`
  const body = placeholder('/a') + placeholder('/b') + embed(origin) + embed(origin)
  const site = await hostSite({ '/daftar': article(body) })
  const { page, noise } = await openPage()
  await page.goto(`${site}/daftar`)
  await page
    .locator('tanggapan-survey')
    .nth(1)
    .locator('[part=counter]', { hasText: /\d/ })
    .waitFor()
  expect(await page.locator('tanggapan-survey').count()).toBe(2)
  const reply = await fetch(`${origin}/v1/sites/bojonegoro/tallies?article=/a&article=/b`)
  const { tallies } = (await reply.json()) as { tallies: { views: number }[] }
  expect(tallies.map(({ views }) => views)).toEqual([1, 1])
  expect(noise).toEqual([])
})

test('a home page stays as it is unless the page asks', async () => {
  const { origin } = await start()
  const site = await hostSite({
    '/': article(embed(origin)),
    '/index.php': article(embed(origin, 'data-article="/tentang"')),
  })
  const { page } = await openPage()
  await page.goto(`${site}/`, { waitUntil: 'networkidle' })
  expect(await page.locator('tanggapan-survey').count()).toBe(0)
  await new SurveyPage(page).open(`${site}/index.php`)
  expect(await page.locator('tanggapan-survey').count()).toBe(1)
})

test('English pages read English words and numbers', async () => {
  const { origin } = await start()
  const pages = demoPages(origin)
  const english = { body: (pages['/demo/']?.body ?? '').replace('lang="id"', 'lang="en-GB"') }
  const site = await hostSite({ ...pages, '/demo/': english })
  const { page } = await openPage()
  const survey = new SurveyPage(page)
  await survey.open(`${site}/demo/`)
  expect(await survey.text('legend')).toBe('What do you think of this article?')
  expect(await survey.shares()).toEqual(['73.7%', '10.5%', '5.3%', '10.5%'])
  await survey.survey.getByText('Very satisfied').click()
  await survey.says('Thank you for your feedback.')
})

test('a page token that has run out is replaced without the reader noticing', async () => {
  const { origin } = await start()
  const { page } = await openPage()
  const survey = new SurveyPage(page)
  await survey.open(`${origin}/demo/`)
  const asked: string[] = []
  await page.route('**/v1/*', async (route) => {
    const body = JSON.parse(route.request().postData() ?? '{}') as {
      token?: string
      visit?: string
    }
    asked.push(`${new URL(route.request().url()).pathname} ${body.visit ?? ''}`.trim())
    const stale = asked.length === 1 ? { ...body, token: 'old' } : body
    await route.continue({ postData: JSON.stringify(stale) })
  })
  await survey.survey.getByText('Sangat Puas').click()
  await survey.says('Terima kasih')
  expect(asked).toEqual(['/v1/votes', '/v1/views repeat', '/v1/votes'])
  expect(await survey.counts()).toEqual(['15', '2', '1', '2'])
  await page.reload()
  await survey.settled()
  expect(await survey.text('[part=counter]')).toBe('647 kali dilihat')
})

test('a first answer that got lost is asked for again, and the view counted once', async () => {
  const { origin } = await start()
  const { page } = await openPage()
  await page.route('**/v1/views', (route) => route.abort(), { times: 1 })
  await page.goto(`${origin}/demo/`)
  const survey = new SurveyPage(page)
  await survey.says('Tanggapan sedang tidak dapat ditampilkan.')
  await survey.button('Coba lagi').click()
  await survey.settled()
  expect(await survey.text('[part=counter]')).toBe('647 kali dilihat')
})
