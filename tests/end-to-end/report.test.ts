import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { dayBefore } from '../../server/domain/day-before.ts'
import { localDay } from '../../server/domain/local-day.ts'
import { periodOf, previousPeriod } from '../../server/domain/report/period.ts'
import { periodName } from '../../server/domain/report/period-name.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchChromium } from '../support/chromium.ts'
import { DashboardBrowser, shownTwoFactor } from '../support/dashboard-browser.ts'
import { maintain } from '../support/maintained.ts'
import { PASSWORD } from '../support/opened-accounts.ts'
import { operate } from '../support/operate-command.ts'
import { pdfText } from '../support/pdf-text.ts'
import { readRows } from '../support/read-rows.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { siteCommand } from '../support/site-command.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { totp } from '../support/totp.ts'

const TOP = 'contoh-kabupaten'
/** The quarter that is to be handed in now: its votes are not sealed yet. */
const TODAY = localDay('Asia/Jakarta', Date.now())
const QUARTER = previousPeriod(periodOf('quarter', TODAY))
const CHOICES = ['sangat-puas', 'puas', 'cukup-puas', 'tidak-puas'] as const
const HEADS = ['Sangat Puas', 'Puas', 'Cukup Puas', 'Tidak Puas'] as const

let browser: Browser
let server: RunningServer
let cookie: string
let counts: readonly number[]
const dataDir = temporaryFolder(afterAll)

/** A server with sample data, an owner, signed days and a public page; its votes counted by plain SQL. */
beforeAll(async () => {
  browser = await launchChromium()
  const first = await startServer(dataDir)
  const [, code = ''] = await first.says(/setup\s+([0-9A-Z-]{14})/)
  const owner = new DashboardBrowser(first.origin)
  const account = { code, name: 'Ibu Pemilik', email: 'ibu@example.go.id', password: PASSWORD }
  await owner.send('/admin/setup', account)
  const shown = shownTwoFactor((await owner.send('/admin/two-factor', { password: PASSWORD })).text)
  await owner.send('/admin/two-factor/confirmation', { code: totp(shown.secret) })
  cookie = owner.jar.cookie
  const filled = await operate(dataDir, ['sample', '--articles', '300', '--votes', '20000'])
  expect(filled.code, filled.said).toBe(0)
  await first.end('SIGTERM')
  expect((await siteCommand(dataDir, 'set', 'contoh', '--public-page', 'on')).code).toBe(0)
  await maintain(dataDir, Date.now())
  const votes = readRows(
    join(dataDir, 'tanggapan.db'),
    `select v.choice, count(*) as n from votes v join articles a on a.id = v.article
      where a.site = 'contoh' and v.standing = 'counted' and v.choice is not null
        and v.day between '${QUARTER.from}' and '${QUARTER.to}' group by v.choice`,
  )
  counts = CHOICES.map((choice) =>
    Number(votes.find((row) => row['choice'] === choice)?.['n'] ?? 0),
  )
  expect(Math.min(...counts)).toBeGreaterThan(10)
  server = await startServer(dataDir)
})

afterAll(async () => {
  await browser?.close()
  await server?.end('SIGTERM')
})

async function signedIn(bypassCSP: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'id-ID', bypassCSP, acceptDownloads: true })
  onTestFinished(() => context.close())
  await context.addCookies(
    cookie.split('; ').map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/)
      return { name, value, url: server.origin }
    }),
  )
  return context
}

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`${TOP}-${QUARTER.code}.${name.toLowerCase()}`)
  return readFileSync(await download.path())
}

test('an admin makes the report of the triwulan, and every file of it is what the votes say', async () => {
  const page = await (await signedIn(false)).newPage()
  await page.goto(`${server.origin}/admin/reports`)
  await page.getByLabel('Tentang').selectOption(`office ${TOP}`)
  // The quarter that has ended is chosen already.
  await page.getByRole('button', { name: 'Buat laporan' }).click()
  const name = periodName(QUARTER, 'id')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  const n = counts.reduce((sum, count) => sum + count, 0)
  const rows = page.getByRole('region', { name: 'Sebaran' }).first().getByRole('row')
  for (const [i, head] of HEADS.entries()) {
    const row = rows.nth(i + 1)
    expect(await row.getByRole('rowheader').allInnerTexts()).toEqual([head])
    const cells = await row.getByRole('cell').allInnerTexts()
    expect(cells[0], head).toBe(counts[i]?.toLocaleString('id'))
  }

  const csv = (await downloaded(page, 'CSV')).toString('utf8')
  expect(csv.startsWith('\ufeffArtikel;')).toBe(true)
  const [heads = [], ...lines] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'))
  const sumOf = (head: string) =>
    lines.reduce((sum, cells) => sum + Number(cells[heads.indexOf(head)]), 0)
  expect(HEADS.map(sumOf)).toEqual(counts)

  const json = JSON.parse((await downloaded(page, 'JSON')).toString('utf8'))
  expect(CHOICES.map((choice) => json.total.votes[choice])).toEqual(counts)
  expect(json.total.n).toBe(n)
  expect(json.articles).toHaveLength(lines.length)
  expect(await page.getByText(`${lines.length} baris artikel`).count()).toBe(1)

  const parts = unzipSync(await downloaded(page, 'XLSX'))
  const sheet = (number: number) =>
    strFromU8(parts[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array())
  for (const [i, head] of HEADS.entries()) {
    expect(sheet(1)).toMatch(
      new RegExp(`>${head}</t></is></c><c r="B\\d+" s="2"><v>${counts[i]}</v></c>`),
    )
  }
  const cells = [...sheet(5).matchAll(/<row [^>]*>(.*?)<\/row>/g)].map(([, row = '']) =>
    [...row.matchAll(/<v>(\d+)<\/v>/g)].map(([, value]) => Number(value)),
  )
  const column = (place: number) => cells.reduce((sum, row) => sum + (row[place] ?? 0), 0)
  expect([2, 3, 4, 5].map(column)).toEqual(counts)

  const pdf = await page.pdf({ preferCSSPageSize: true })
  if (process.env['DASHBOARD_PICTURES']) {
    writeFileSync(join(process.env['DASHBOARD_PICTURES'], 'report.pdf'), pdf)
  }
  const text = pdfText(pdf)
  for (const [i, head] of HEADS.entries()) {
    expect(text).toContain(`${head.replace(' ', '')}${counts[i]?.toLocaleString('id')}`)
  }
  const pages = text.split('\n')
  expect(pages.length).toBeGreaterThan(2)
  for (const [i, each] of pages.entries()) {
    expect(each).toContain(`Halaman${i + 1}/${pages.length}`)
    expect(each).toContain(name.replaceAll(' ', ''))
    expect(each).toContain('KabupatenContoh(datacontoh)')
  }
  expect(text).not.toContain('Unduh')
})

test('report and public page are without findings, light and dark, narrow and wide', async () => {
  const page = await (await signedIn(true)).newPage()
  for (const [name, path] of [
    ['reports', '/admin/reports?of=x'],
    ['overview', `/admin?period=${QUARTER.code}`],
    ['office', `/admin/offices/${TOP}?period=${QUARTER.code}`],
    ['ranking', `/admin/ranking?by=attention&period=${QUARTER.code}`],
    ['report', `/admin/offices/${TOP}/report?period=${QUARTER.code}`],
    ['public', '/s/contoh'],
  ] as const) {
    await page.goto(server.origin + path)
    expect(await axeFaults(page, name)).toEqual([])
  }
})

test('from the list of articles to one of them, without findings', async () => {
  const page = await (await signedIn(true)).newPage()
  await page.goto(`${server.origin}/admin/sites/contoh/articles?period=${QUARTER.code}&sort=votes`)
  expect(await axeFaults(page, 'articles')).toEqual([])
  const first = page.getByRole('row').nth(1)
  const n = await first.getByRole('cell').nth(1).textContent()
  await first.getByRole('link').click()
  await page.getByText('Hari demi hari').waitFor()
  const all = page.getByRole('row', { name: 'Semua' })
  expect(await all.getByRole('cell').last().textContent()).toBe(n)
  expect(await axeFaults(page, 'article')).toEqual([])
})

test('the arrow keys walk along a picture, which is one stop of the Tab key', async () => {
  const page = await (await signedIn(false)).newPage()
  await page.goto(`${server.origin}/admin/offices/${TOP}?period=${QUARTER.code}`)
  const picture = page.getByRole('group', { name: 'Bagian tiap jawaban' })
  const marks = picture.locator('.mark')
  const last = (await marks.count()) - 1
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await picture.locator('[tabindex="0"]').focus()
  await page.keyboard.press('Home')
  expect(await focused()).toBe(await marks.first().getAttribute('aria-label'))
  await page.keyboard.press('ArrowRight')
  const second = await marks.nth(1).getAttribute('aria-label')
  expect(await focused()).toBe(second)
  expect(await picture.locator('[tabindex="0"]').getAttribute('aria-label')).toBe(second)
  // What is focused tells its exact figures in sight.
  await marks.nth(1).locator('.exact').waitFor({ state: 'visible' })
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe(await marks.nth(last).getAttribute('aria-label'))
  await page.keyboard.press('Tab')
  expect(await focused()).toMatch(/; Indeks \d/)
})

test('a citizen reads the public page without JavaScript, under its own policy', async () => {
  const context = await browser.newContext({ locale: 'id-ID', javaScriptEnabled: false })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const refused: string[] = []
  page.on('console', (message) => void refused.push(message.text()))
  await page.goto(`${server.origin}/s/contoh`)
  await page.getByText('penilaian pembaca puas atau sangat puas.').waitFor()
  const yesterday = dayBefore(TODAY, 1).split('-').reverse().join('-')
  await page.getByText(`angka terakhir dari ${yesterday}`).waitFor()
  expect(refused).toEqual([])
})
