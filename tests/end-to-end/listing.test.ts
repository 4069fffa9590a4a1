import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import manifest from '../../package.json'
import { launchChromium } from '../support/chromium.ts'
import { demoPages } from '../support/demo-pages.ts'
import { type HostPage, hostSite } from '../support/host-site.ts'
import { openListing } from '../support/listing-page.ts'
import { view } from '../support/reader-requests.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { SurveyPage } from '../support/survey-page.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** The styles that the README gives for counts. */
const [, ROOM = 'no styles'] =
  /```css\n(tanggapan-count \{[^`]*)```/.exec(readFileSync('README.md', 'utf8')) ?? []

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

const listing = (body: string, headers?: HostPage['headers']): HostPage => ({
  body: `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Daftar</title>
    ${headers ? '' : '<link rel="icon" href="data:,">'}</head><body><main>${body}</main></body></html>`,
  ...(headers && { headers }),
})
const embed = (server: string, more = 'data-site="bojonegoro"') =>
  `<script async src="${server}/v1/count.js" ${more}></script>`
const inline = (article: string, more = '') =>
  `<tanggapan-count article="${article}" ${more}>–</tanggapan-count>`
const count = (article: string, more?: string) => `<p>${inline(article, more)}</p>`
const counts = (howMany: number) =>
  Array.from({ length: howMany }, (_, i) => count(`/berita/${i}`)).join('')

/** A server, and a page of another origin that has been opened. */
async function open(body: (server: string) => string, headers?: (server: string) => string) {
  const { origin } = await start()
  const policy = headers && { 'Content-Security-Policy': headers(origin) }
  const site = await hostSite({ '/berita/daftar': listing(body(origin), policy) })
  const opened = await openListing(browser, origin)
  return { ...opened, origin, site, go: () => opened.page.goto(`${site}/berita/daftar`) }
}

describe('a listing', () => {
  test.each([
    [1, [1]],
    [100, [100]],
    [250, [100, 100, 50]],
  ])('of %s articles asks for %j', async (howMany, sizes) => {
    const listed = await open((server) => embed(server) + counts(howMany))
    await view(listed.origin, `/berita/${howMany - 1}`)
    await listed.go()
    await listed.counted()
    const texts = await listed.texts()
    expect(texts).toHaveLength(howMany)
    expect(texts.at(-1)).toBe('1 kali dilihat')
    expect(texts.slice(0, -1).every((text) => text === '0 kali dilihat')).toBe(true)
    expect(listed.articlesAsked()).toEqual(sizes)
    expect(listed.noise).toEqual([])
  })

  test('keeps each address line within 6 kB', async () => {
    const long = (i: number) => `/${'berita-'.repeat(20)}${i}`
    const listed = await open(
      (server) => Array.from({ length: 100 }, (_, i) => count(long(i))).join('') + embed(server),
    )
    await listed.go()
    await listed.counted()
    expect(listed.articlesAsked()).toHaveLength(3)
    for (const line of listed.asked) expect(line.length).toBeLessThanOrEqual(6000)
  })

  test('asks once for an article that it shows twice, and once more for what comes later', async () => {
    const listed = await open(
      (server) => count('/a') + count('/a', 'show="responses"') + count('/b') + embed(server),
    )
    await view(listed.origin, '/a')
    await listed.go()
    await listed.counted()
    expect(await listed.texts()).toEqual(['1 kali dilihat', '0 penilaian', '0 kali dilihat'])
    expect(listed.articlesAsked()).toEqual([2])

    await listed.page.evaluate(() => {
      const main = document.querySelector('main') as HTMLElement
      for (const article of ['/c', '/d', '/a']) {
        const added = document.createElement('tanggapan-count')
        added.setAttribute('article', article)
        main.append(added)
      }
      // One that is only moved knows its figure.
      main.append(main.firstElementChild as Element)
    })
    await listed.counted()
    expect(listed.articlesAsked()).toEqual([2, 3])
    expect((await listed.texts()).slice(-2)).toEqual(['1 kali dilihat', '1 kali dilihat'])
  })

  test('names articles by path, folder, address, parameters or key', async () => {
    const listed = await open((server) => embed(server))
    const names = [
      '/berita/7?id=1',
      '7?id=1',
      './7?id=1&utm_source=x',
      `${listed.site}/berita/7/?id=1`,
    ]
    const key = `${new URL(listed.origin).host}/berita/7?id=1`
    await view(listed.origin, '/berita/7?id=1')
    await listed.go()
    await listed.page.evaluate(
      (articles) => {
        document.body.innerHTML = articles
          .map((article) => `<tanggapan-count article="${article.replace('&', '&amp;')}" bare>–`)
          .join('</tanggapan-count> ')
      },
      [...names, key],
    )
    await listed.counted()
    expect(await listed.texts()).toEqual(['1', '1', '1', '1', '1'])
    expect(listed.noise).toEqual([])
  })

  test('speaks the language around it', async () => {
    const listed = await open(
      (server) =>
        `${count('/a')}<div lang="en-GB">${count('/a')}${count('/a', 'show="responses"')}</div>
        ${count('/a', 'lang="jv"')}${count('/a', 'lang="su" show="responses"')}
        <div lang="fr">${count('/a')}${count('/a', 'bare')}</div>${embed(server)}`,
    )
    await listed.go()
    await listed.counted()
    expect(await listed.texts()).toEqual([
      '0 kali dilihat',
      '0 views',
      '0 ratings',
      'Sampun dipunwaos kaping 0',
      '0 pamanggih',
      '0 kali dilihat',
      '0',
    ])
  })
})

describe('what can not be counted', () => {
  test('stays as it was and takes nothing else down', async () => {
    const listed = await open(
      (server) =>
        count('/a') +
        count('https://asing.example/a') +
        count('javascript:alert(1)') +
        count('') +
        count('   ') +
        count(`/${'a'.repeat(600)}`) +
        count('https://user@desa.go.id/a') +
        '<tanggapan-count>–</tanggapan-count>' +
        count('/b') +
        embed(server),
    )
    await listed.go()
    const first = listed.page.locator('tanggapan-count').first()
    await first.getByText('0 kali dilihat').waitFor()
    await listed.page.waitForLoadState('networkidle')
    const dashes = Array.from({ length: 7 }, () => '–')
    expect(await listed.texts()).toEqual(['0 kali dilihat', ...dashes, '0 kali dilihat'])
    // All together, which is refused; then each host by itself.
    expect(listed.articlesAsked()).toEqual([3, 2, 1])

    await listed.page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        `<tanggapan-count article="https://asing.example/b">–</tanggapan-count>
        <tanggapan-count article="/c">–</tanggapan-count>`,
      )
    })
    await listed.page.locator('tanggapan-count').last().getByText('0 kali dilihat').waitFor()
    expect(listed.articlesAsked()).toEqual([3, 2, 1, 1])
    expect(listed.noise.filter((line) => !line.includes('status of 400'))).toEqual([])
  })

  test.each([
    ['a site that is not there', 'data-site="tidak-ada"'],
    ['no site at all', ''],
  ])('with %s the page keeps its own text', async (_, attributes) => {
    const listed = await open((server) => count('/a') + embed(server, attributes))
    await listed.go()
    await listed.page.waitForLoadState('networkidle')
    expect(await listed.texts()).toEqual(['–'])
    expect(listed.noise.filter((line) => !line.includes('status of 404'))).toEqual([])
  })

  test('a server that has gone leaves the page its own text', async () => {
    const server = await startServer(temporaryFolder())
    const site = await hostSite({ '/daftar': listing(count('/a') + embed(server.origin)) })
    const listed = await openListing(browser, server.origin)
    await listed.page.route(/tallies\?/, async (route) => {
      await server.end('SIGKILL')
      await route.continue()
    })
    const failed = listed.page.waitForEvent('requestfailed')
    await listed.page.goto(`${site}/daftar`)
    await failed
    expect(await listed.texts()).toEqual(['–'])
    expect(listed.noise.filter((line) => !/ERR_CONNECTION|ERR_EMPTY/.test(line))).toEqual([])
  })

  test.each([
    '<!doctype html>',
    '{"tallies":[]}',
    '{"tallies":[{"views":-1,"responses":"<b>"}]}',
    'null',
  ])('an answer of %s changes nothing', async (body) => {
    const listed = await open((server) => count('/a') + embed(server))
    await listed.page.route(/tallies\?/, (route) =>
      route.fulfill({ body, headers: { 'Access-Control-Allow-Origin': '*' } }),
    )
    await listed.go()
    await listed.page.waitForLoadState('networkidle')
    expect(listed.articlesAsked()).toEqual([1])
    expect(await listed.texts()).toEqual(['–'])
    expect(listed.noise).toEqual([])
  })

  test('without scripts the page shows its own text', async () => {
    const { origin } = await start()
    const site = await hostSite({ '/daftar': listing(count('/a') + embed(origin)) })
    const { page } = await openListing(browser, origin, { javaScriptEnabled: false })
    await page.goto(`${site}/daftar`)
    expect(await page.getByText('–').count()).toBe(1)
  })
})

describe('the page around it', () => {
  test('may forbid all but the server: no style, no inline script, no markup from scripts', async () => {
    const policy = (server: string) =>
      [
        `default-src 'none'; script-src ${server}; connect-src ${server}`,
        "require-trusted-types-for 'script'; trusted-types 'none'",
      ].join('; ')
    const listed = await open((server) => count('/a') + embed(server), policy)
    await listed.go()
    await listed.counted()
    expect(await listed.texts()).toEqual(['0 kali dilihat'])
    expect(listed.noise).toEqual([])
  })

  test('sends no cookie and no address of its own, and needs no preflight', async () => {
    const listed = await open((server) => count('/a') + embed(server))
    await listed.page.context().addCookies([{ name: 'a', value: 'b', url: listed.origin }])
    const request = listed.page.waitForRequest(/tallies\?/)
    await listed.go()
    const sent = await (await request).allHeaders()
    expect(sent['sec-fetch-mode']).toBe('cors')
    expect(sent['cookie']).toBeUndefined()
    expect(sent['referer']).toBeUndefined()
    // Anything beside what browsers send by themselves would be asked for beforehand.
    const own = Object.keys(sent).filter(
      (name) => !/^(:|accept|connection$|host$|origin$|sec-|user-agent$)/.test(name),
    )
    expect(own).toEqual([])
  })

  test('asks for nothing before somebody sees it', async () => {
    const listed = await open((server) => count('/a') + embed(server))
    await listed.page.addInitScript(() => {
      const page = { seen: false }
      Object.assign(window, { page })
      const state = () => (page.seen ? 'visible' : 'hidden')
      Object.defineProperty(document, 'visibilityState', { get: state })
    })
    await listed.go()
    await listed.page.waitForLoadState('networkidle')
    expect(listed.asked).toEqual(['/v1/count.js'])
    await listed.page.evaluate(() => {
      ;(window as unknown as { page: { seen: boolean } }).page.seen = true
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await listed.counted()
    expect(listed.articlesAsked()).toEqual([1])
  })

  test('may change an attribute at any time', async () => {
    const listed = await open((server) => count('/a') + embed(server))
    await view(listed.origin, '/b')
    await listed.go()
    await listed.counted()
    const set = (name: string, value: string) =>
      listed.page.locator('tanggapan-count').evaluate(
        (element, [name, value]) => {
          element.setAttribute(name, value)
          return (element.shadowRoot?.querySelector('span') ?? element).textContent
        },
        [name, value] as const,
      )
    expect(await set('show', 'responses')).toBe('0 penilaian')
    expect(await set('lang', 'en')).toBe('0 ratings')
    expect(await set('show', 'views')).toBe('0 views')
    expect(listed.articlesAsked()).toEqual([1])
    expect(await set('article', '/b')).toBe('–')
    await listed.page.getByText('1 views').waitFor()
    expect(listed.articlesAsked()).toEqual([1, 1])
  })

  test('shows an answer that comes late only where it still fits', async () => {
    const listed = await open((server) => count('/a') + embed(server))
    await view(listed.origin, '/b')
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    await listed.page.route(/tallies\?article=\/a$/, async (route) => {
      await released
      await route.continue()
    })
    const asked = listed.page.waitForRequest(/tallies\?/)
    await listed.go()
    await asked
    await listed.page.locator('tanggapan-count').evaluate((element) => {
      element.setAttribute('article', '/b')
    })
    await listed.page.getByText('1 kali dilihat').waitFor()
    const late = listed.page.waitForResponse(/tallies\?article=\/a$/)
    release()
    await (await late).finished()
    expect(await listed.texts()).toEqual(['1 kali dilihat'])
  })

  test('does not move where it leaves the figures the room that the README names', async () => {
    const line = `<p>${inline('/a')} <span>oleh Admin</span></p>`
    const room = `<style>${ROOM}</style>`
    expect(await movements(await open((server) => line + embed(server)))).toBeGreaterThan(0)
    expect(await movements(await open((server) => room + line + embed(server)))).toBe(0)
  })
})

/** How often something moved until the figures were there. */
async function movements(listed: Awaited<ReturnType<typeof open>>): Promise<number> {
  await listed.page.addInitScript(() => {
    const moved = { times: 0 }
    Object.assign(window, { moved })
    new PerformanceObserver((list) => {
      moved.times += list.getEntries().length
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await listed.page.route(/tallies\?/, async (route) => {
    // The dash has been drawn before there is a figure.
    await twoFrames(listed.page)
    await route.continue()
  })
  await listed.go()
  await listed.counted()
  await twoFrames(listed.page)
  return listed.page.evaluate(() => (window as unknown as { moved: { times: number } }).moved.times)
}

function twoFrames(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      }),
  )
}

describe('the script', () => {
  test('stands on a page with a survey, and neither disturbs the other', async () => {
    const { origin } = await start()
    const pages = demoPages(origin)
    const both = `${count('/demo/')}${embed(origin)}</body>`
    const body = (pages['/demo/']?.body ?? '').replace('</body>', both)
    const site = await hostSite({ ...pages, '/demo/': { body } })
    const listed = await openListing(browser, origin)
    await new SurveyPage(listed.page).open(`${site}/demo/`)
    await listed.counted()
    expect(await listed.page.locator('tanggapan-survey').count()).toBe(1)
    expect([...listed.asked].sort()).toEqual([
      '/v1/count.js',
      '/v1/sites/bojonegoro/tallies?article=/demo/',
      '/v1/views',
      '/v1/widget.js',
    ])
    expect(listed.noise).toEqual([])
  })

  test('does no harm when it is there twice, in two versions', async () => {
    const listed = await open((server) => {
      const versioned = embed(server).replace('/v1/', `/w/${manifest.version}/`)
      return embed(server) + count('/a') + versioned + embed(server)
    })
    await listed.go()
    await listed.counted()
    await listed.page.waitForLoadState('networkidle')
    expect(listed.articlesAsked()).toEqual([1])
    expect(listed.noise).toEqual([])
  })

  test.each([
    [
      'finds the site on the script of the survey',
      (server: string) => `
      ${embed(server, '')}<script data-src="${server}/v1/widget.js" data-site="bojonegoro"></script>`,
    ],
    [
      'finds the server where its copy stands elsewhere',
      (server: string) => `
      <script async src="/salinan.js" data-site="bojonegoro" data-server="${server}"></script>`,
    ],
    [
      'finds its tag where it was combined into another',
      (server: string) => `
      <script async src="/salinan.js"></script>
      <script type="text/plain" data-src="${server}/v1/count.js" data-site="bojonegoro"></script>`,
    ],
    [
      'is found by elements that name site and server themselves',
      () => `
      <script async src="/salinan.js"></script>`,
    ],
  ])('%s', async (name, script) => {
    const { origin } = await start()
    const own = name.includes('themselves') ? `site="bojonegoro" server="${origin}/"` : ''
    const copy = await (await fetch(`${origin}/v1/count.js`)).text()
    const site = await hostSite({
      '/daftar': listing(count('/a', own) + script(origin)),
      '/salinan.js': { body: copy, headers: { 'Content-Type': 'text/javascript' } },
    })
    const listed = await openListing(browser, origin)
    await listed.page.goto(`${site}/daftar`)
    await listed.counted()
    expect(listed.articlesAsked()).toEqual([1])
    expect(listed.noise).toEqual([])
  })

  test('says nothing where it can not even begin', async () => {
    const listed = await open((server) => count('/a') + embed(server))
    await listed.page.addInitScript(() => {
      customElements.define = () => {
        throw new Error('not on this page')
      }
    })
    await listed.go()
    await listed.page.waitForLoadState('networkidle')
    expect(listed.asked).toEqual(['/v1/count.js'])
    expect(await listed.texts()).toEqual(['–'])
    expect(listed.noise).toEqual([])
  })

  test('shows the demo its own list', async () => {
    const { origin } = await start()
    const listed = await openListing(browser, origin)
    await listed.page.goto(`${origin}/demo/daftar/`)
    await listed.counted()
    expect((await listed.texts()).slice(0, 2)).toEqual(['646 kali dilihat', '19 penilaian'])
    expect(listed.articlesAsked()).toEqual([3])
    expect(listed.noise).toEqual([])
  })
})
