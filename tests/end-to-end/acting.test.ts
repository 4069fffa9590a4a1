import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { localDay } from '../../server/domain/local-day.ts'
import { createNodePasswordHash } from '../../server/entry/node-password-hash.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import type { Role } from '../../shared/role.ts'
import { addVotes } from '../support/add-votes.ts'
import { launchChromium } from '../support/chromium.ts'
import { look } from '../support/look.ts'
import { addAccount, PASSWORD } from '../support/opened-accounts.ts'
import { openMigrated } from '../support/opened-database.ts'
import { startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { totp } from '../support/totp.ts'

const EMAIL = 'ibu@desa.example.go.id'
const KEY = 'desa.example.go.id/berita/satu'
const today = localDay('Asia/Jakarta', Date.now())

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** A server with the site `desa`, an account of this role, and votes as a burst leaves them. */
async function started(role: Role, burst = 0) {
  const folder = temporaryFolder()
  const database = await openMigrated(`file:${join(folder, 'tanggapan.db')}`)
  const store = createSharedStore(database)
  await store.addSite({
    ...{ key: 'desa', name: 'Desa Sukamaju', timeZone: 'Asia/Jakarta', settings: {} },
    ...{ loopback: false, intranet: false, addedAt: 0 },
    origins: [{ origin: 'https://desa.example.go.id', role: 'primary' }],
  })
  await store.verifyArticles('desa', [{ key: KEY, title: 'Jalan desa diperbaiki' }], true)
  const article = { site: 'desa', key: KEY }
  await addVotes(database, article, today, 40, { standing: 'counted', reason: null })
  if (burst > 0)
    await addVotes(database, article, today, burst, { standing: 'pending', reason: 'burst' })
  await addAccount(store, createNodePasswordHash(), EMAIL, role)
  await store.close()
  const server = await startServer(folder)
  const context = await browser.newContext({ locale: 'id-ID', bypassCSP: true })
  onTestFinished(async () => {
    await context.close()
    await server.end('SIGTERM')
  })
  return { server, context }
}

async function signIn(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/admin/sign-in`)
  await page.getByLabel('Surel').fill(EMAIL)
  await page.getByLabel('Kata sandi').fill(PASSWORD)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.getByLabel('Kata sandi sekarang').fill(PASSWORD)
  await page.getByRole('button', { name: 'Mulai' }).click()
  const secret = ((await page.locator('code.key').textContent()) ?? '').replaceAll(/\s/g, '')
  await page.getByLabel('Kode dari aplikasi').fill(totp(secret))
  await page.getByRole('button', { name: 'Aktifkan' }).click()
  await page.getByText('Verifikasi dua langkah aktif.').waitFor()
}

test('an owner makes a site and sets it up, to the line that is copied', async () => {
  const { server, context } = await started({ role: 'owner' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin })
  const page = await context.newPage()
  await signIn(page, server.origin)
  await page.goto(`${server.origin}/admin`)
  await page.getByRole('link', { name: 'Situs baru' }).click()
  await look(page, 'new-site')
  await page.getByLabel('Nama situs').fill('Dinas Kesehatan')
  await page.getByLabel('Kunci situs').fill('dinkes')
  await page.getByLabel('Alamat situs').fill('https://dinkes.example.go.id/')
  await page.getByLabel('Zona waktu').selectOption('Asia/Makassar')
  await page.getByRole('button', { name: 'Tambah situs' }).click()

  await page.getByRole('heading', { name: 'Asal: Dinas Kesehatan' }).waitFor()
  await look(page, 'origins')
  await page.getByLabel('http://dinkes.example.go.id').check()
  await page.getByRole('button', { name: 'Tambahkan', exact: true }).click()
  await page.getByText('3 asal boleh mengirim tanggapan.').waitFor()

  await page.getByRole('link', { name: 'Pengaturan' }).click()
  const survey = page.locator('tanggapan-survey')
  await survey.getByText('Bagaimana Tanggapan Anda?').waitFor()
  await page.getByText('Indonesia', { exact: true }).last().click()
  await page.getByLabel('Pertanyaan').first().fill('Apakah berita ini jelas?')
  await survey.getByText('Apakah berita ini jelas?').waitFor()
  await look(page, 'settings')
  await page.getByRole('button', { name: 'Simpan pengaturan' }).click()
  await page.getByText('Pengaturan disimpan.').waitFor()

  await page.getByRole('link', { name: 'Pasang' }).click()
  await look(page, 'embed')
  await page.getByRole('button', { name: 'Salin: Baris untuk templat' }).click()
  await page.getByText('Tersalin.').waitFor()
  const line = `<script async src="${server.origin}/v1/widget.js" data-site="dinkes"></script>`
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(line)
  const pinned = await page.getByRole('textbox', { name: 'Satu versi tetap' }).inputValue()
  const [, address = '', integrity = ''] = /src="([^"]*)" integrity="([^"]*)"/.exec(pinned) ?? []
  // What the browser holds the script against is what the server has there.
  const fits = await page.evaluate(
    ([url = '', hash = '']) =>
      fetch(url, { integrity: hash }).then(
        ({ ok }) => ok,
        () => false,
      ),
    [address, integrity],
  )
  expect(fits).toBe(true)
  await underPolicy(context, `${server.origin}/admin/sites/dinkes/settings`)
  await page.goto(`${server.origin}/admin/sites/dinkes`)
  // The preview was no view, and nobody's answer to it a vote.
  const figures = page.getByRole('row', { name: /Dilihat|Penilaian/ }).getByRole('cell')
  for (const figure of await figures.allTextContents()) expect(figure).toMatch(/^0?$/)
})

/** The other pages are seen without their policy, which keeps axe out. */
async function underPolicy(context: BrowserContext, address: string): Promise<void> {
  const storageState = await context.storageState()
  const strict = await browser.newContext({ locale: 'id-ID', storageState })
  onTestFinished(() => strict.close())
  const page = await strict.newPage()
  const noise: string[] = []
  page.on('console', (message) => noise.push(message.text()))
  await page.goto(address)
  const survey = page.locator('tanggapan-survey')
  await survey.getByText('Apakah berita ini jelas?').waitFor()
  await survey.getByRole('radio', { name: 'Sangat Puas' }).click()
  await survey.getByText('Terima kasih').waitFor()
  expect(noise).toEqual([])
}

test('a moderator takes a burst out without JavaScript, and takes that back', async () => {
  const { server, context } = await started({ role: 'editor', site: 'desa' }, 3000)
  const page = await context.newPage()
  await signIn(page, server.origin)
  await page.goto(`${server.origin}/admin/sites/desa/moderation`)
  await look(page, 'moderation')
  const plain = await withoutScripts(context)
  await plain.goto(`${server.origin}/admin/sites/desa/moderation`)
  await plain.getByText('3.000 penilaian dari tujuh hari terakhir menunggu keputusan.').waitFor()
  await plain.getByLabel('Pilih 3.000 penilaian (serbuan)').check()
  await plain.getByLabel('Alasan keputusan').fill('Serbuan dari satu jaringan sewaan.')
  await plain.getByRole('button', { name: 'Keluarkan penilaian yang dipilih' }).click()
  // The page asks again by itself until the work is done.
  await plain.getByText('3.000 penilaian dikeluarkan.').waitFor()
  await page.goto(plain.url())
  await look(page, 'decision')
  await plain.getByRole('button', { name: 'Batalkan keputusan ini' }).click()
  await plain.getByText('3.000 penilaian kembali seperti semula.').waitFor()
  await plain.getByRole('link', { name: 'Kembali' }).click()
  await plain.getByLabel('Pilih 3.000 penilaian (serbuan)').waitFor()
  expect(await plain.content()).not.toMatch(/sangat-puas|tidak-puas/)
})

async function withoutScripts(context: BrowserContext): Promise<Page> {
  const storageState = await context.storageState()
  const plain = await browser.newContext({
    locale: 'id-ID',
    javaScriptEnabled: false,
    storageState,
  })
  onTestFinished(() => plain.close())
  return plain.newPage()
}

test('follow-ups are written down and seen to be late', async () => {
  const { server, context } = await started({ role: 'editor', site: 'desa' })
  const page = await context.newPage()
  await signIn(page, server.origin)
  await page.getByRole('link', { name: 'Tindak lanjut' }).click()
  await page.getByRole('link', { name: 'Tambah tindak lanjut' }).click()
  await look(page, 'new-follow-up')
  await page.getByLabel('Alamat artikel').fill('https://desa.example.go.id/berita/satu')
  await page.getByLabel('Masalah').fill('Jalan di Dusun Krajan belum diperbaiki')
  await page.getByLabel('Rencana tindakan').fill('Perbaikan tahap dua')
  await page.getByLabel('Penanggung jawab').fill('Kepala Dinas PU')
  await page.getByLabel('Tenggat').fill('2026-01-31')
  await page.getByRole('button', { name: 'Tambah tindak lanjut' }).click()
  await page.getByText('1 tindak lanjut belum selesai, 1 di antaranya terlambat.').waitFor()
  await look(page, 'follow-ups-late')
  await page.getByRole('link', { name: 'Jalan di Dusun Krajan' }).click()
  await look(page, 'follow-up')
})
