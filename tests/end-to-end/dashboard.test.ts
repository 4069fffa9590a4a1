import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { look } from '../support/look.ts'
import { PASSWORD } from '../support/opened-accounts.ts'
import { startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { totp } from '../support/totp.ts'

const OWNER = 'ibu@bojonegoro.go.id'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

async function started() {
  const server = await startServer(temporaryFolder())
  const context = await browser.newContext({ locale: 'id-ID', bypassCSP: true })
  onTestFinished(async () => {
    await context.close()
    await server.end('SIGTERM')
  })
  const [, code = ''] = await server.says(/setup\s+([0-9A-Z-]{14})/)
  return { server, context, code }
}

async function becomeOwner(page: Page, origin: string, code: string): Promise<string> {
  await page.goto(`${origin}/admin/setup`)
  await look(page, 'setup')
  await page.getByLabel('Kode penyiapan').fill(code)
  await page.getByLabel('Nama').fill('Ibu Pemilik')
  await page.getByLabel('Surel').fill(OWNER)
  await page.getByLabel('Kata sandi baru').fill('pendek')
  await page.getByRole('button', { name: 'Jadi pemilik' }).click()
  await page.getByRole('link', { name: 'Kata sandi sedikitnya 12 karakter.' }).click()
  await look(page, 'setup-fault')
  await page.getByLabel('Kata sandi baru').fill(PASSWORD)
  await page.getByRole('button', { name: 'Jadi pemilik' }).click()
  await page.getByLabel('Kata sandi sekarang').fill(PASSWORD)
  await page.getByRole('button', { name: 'Mulai' }).click()
  await look(page, 'two-factor')
  const secret = await shownKey(page)
  await page.getByLabel('Kode dari aplikasi').fill(totp(secret))
  await page.getByRole('button', { name: 'Aktifkan' }).click()
  await page.getByText('Verifikasi dua langkah aktif.').waitFor()
  return secret
}

test('an owner sets the server up and invites an editor, who looks around', async () => {
  const { server, context, code } = await started()
  const page = await context.newPage()
  await becomeOwner(page, server.origin, code)
  await look(page, 'account')
  const menu = {
    ...{ Ikhtisar: 'overview', 'Tindak lanjut': 'follow-ups' },
    ...{ Orang: 'people', 'Catatan audit': 'audit' },
  }
  for (const [name, title] of Object.entries(menu)) {
    await page.getByRole('link', { name, exact: true }).click()
    await look(page, title)
  }
  await page.getByRole('link', { name: 'Ikhtisar' }).click()
  await page.getByRole('row').getByRole('link').first().click()
  await look(page, 'site')

  await page.getByRole('link', { name: 'Orang', exact: true }).click()
  await page.getByLabel('Surel').fill('editor@bojonegoro.go.id')
  await page.getByLabel('Peran', { exact: true }).selectOption('editor site bojonegoro')
  await page.getByRole('button', { name: 'Buat undangan' }).click()
  await look(page, 'link')
  const link = await page.getByLabel('Tautan').inputValue()
  await page.getByRole('link', { name: 'Kembali' }).click()
  await page.getByText('editor@bojonegoro.go.id').waitFor()
  await page.getByRole('link', { name: 'Kelola Ibu Pemilik' }).click()
  await look(page, 'person')

  const other = await browser.newContext({ locale: 'en-GB', bypassCSP: true })
  onTestFinished(() => other.close())
  await lookAround(other, link)
})

async function lookAround(other: BrowserContext, link: string): Promise<void> {
  const page = await other.newPage()
  await page.goto(link)
  await look(page, 'invitation')
  await page.getByLabel('Name').fill('Pak Editor')
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.getByLabel('Present password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Begin' }).click()
  const secret = await shownKey(page)
  await page.getByLabel('Code from the app').fill(totp(secret))
  await page.getByRole('button', { name: 'Switch on' }).click()
  expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual([
    'Overview',
    'Ranking',
    'Reports',
    'Follow-ups',
    'Alerts',
    'Your account',
  ])
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click()
  await page.getByRole('heading', { name: 'Akun Anda' }).waitFor()
}

test('the keyboard alone signs in and out', async () => {
  const { server, context, code } = await started()
  const page = await context.newPage()
  const secret = await becomeOwner(page, server.origin, code)
  await page.getByRole('button', { name: 'Keluar', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/admin/sign-in')
  await look(page, 'sign-in')

  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Langsung ke isi')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type(OWNER)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/admin/second-factor')
  await look(page, 'second-factor')
  await page.getByLabel('Kode').focus()
  await page.keyboard.type(totp(secret))
  await page.keyboard.press('Enter')
  await page.waitForURL('**/admin')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Ikhtisar')
})

async function shownKey(page: Page): Promise<string> {
  return ((await page.locator('code.key').textContent()) ?? '').replaceAll(/\s/g, '')
}

function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.textContent?.trim())
}
