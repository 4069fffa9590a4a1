import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchChromium, openReader } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { SurveyPage } from '../support/survey-page.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const THANKS = 'Terima kasih atas tanggapan Anda.'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

async function openDemo(options: Parameters<typeof openReader>[1] = {}): Promise<{
  server: RunningServer
  survey: SurveyPage
}> {
  const server = await startServer(temporaryFolder())
  const reader = await openReader(browser, { bypassCSP: true, ...options })
  onTestFinished(async () => {
    await reader.close()
    await server.end('SIGTERM')
  })
  const survey = new SurveyPage(await reader.newPage())
  await survey.open(`${server.origin}/demo/`)
  return { server, survey }
}

/** Rules that the page breaks, each with what breaks it. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  expect(results.passes.length).toBeGreaterThan(10)
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)
}

/** The number of votes that the server has counted, asked past the page. */
async function responses({ origin }: RunningServer): Promise<number> {
  const reply = await fetch(`${origin}/v1/sites/bojonegoro/tallies?article=/demo/`)
  const { tallies } = (await reply.json()) as { tallies: { responses: number }[] }
  return tallies[0]?.responses ?? -1
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing before, after and while changing a vote, on ${colorScheme}`, async () => {
    const { survey } = await openDemo({ colorScheme })
    expect(await findings(survey.page)).toEqual([])
    await survey.survey.getByText('Cukup Puas').click()
    await survey.says(THANKS)
    expect(await findings(survey.page)).toEqual([])
    await survey.button('Ubah tanggapan').click()
    expect(await findings(survey.page)).toEqual([])
  })
}

test('the keyboard alone votes, changes and withdraws; arrows only select', async () => {
  const { server, survey } = await openDemo()
  const { keyboard } = survey.page
  await survey.radio('Sangat Puas').focus()

  for (let i = 0; i < 3; i++) await keyboard.press('ArrowDown')
  expect(await survey.radio('Tidak Puas').isChecked()).toBe(true)
  expect(await responses(server)).toBe(19)

  await keyboard.press('Enter')
  await survey.says(THANKS)
  expect(await responses(server)).toBe(20)
  expect(await survey.counts()).toEqual(['14', '2', '1', '3'])

  // The radios are locked now; the focus stands on the button that goes on.
  expect(await focusedText(survey.page)).toBe('Ubah tanggapan')
  await keyboard.press('Enter')
  expect(await focusedValue(survey.page)).toBe('tidak-puas')
  await keyboard.press('ArrowUp')
  await keyboard.press('Tab')
  expect(await focusedText(survey.page)).toBe('Kirim')
  await keyboard.press('Enter')
  await survey.says(THANKS)
  expect(await survey.counts()).toEqual(['14', '2', '2', '2'])

  await keyboard.press('Tab')
  expect(await focusedText(survey.page)).toBe('Tarik tanggapan')
  await keyboard.press('Enter')
  await survey.says('Tanggapan Anda sudah ditarik.')
  expect(await responses(server)).toBe(19)
  expect(await focusedValue(survey.page)).toBe('sangat-puas')
})

test('Space on a radio casts once, and so does a click without a pointer', async () => {
  const { server, survey } = await openDemo()
  await survey.radio('Puas').focus()
  await survey.page.keyboard.press('Space')
  await survey.says(THANKS)
  expect(await responses(server)).toBe(20)

  await survey.button('Tarik tanggapan').click()
  await survey.says('Tanggapan Anda sudah ditarik.')
  // A screen reader's activation is a click that no key or pointer came before.
  await survey.radio('Cukup Puas').evaluate((radio) => (radio as HTMLInputElement).click())
  await survey.says(THANKS)
  expect(await survey.counts()).toEqual(['14', '2', '2', '2'])
})

test('a double click is one vote', async () => {
  const { server, survey } = await openDemo()
  await survey.survey.getByText('Sangat Puas').dblclick()
  await survey.says(THANKS)
  expect(await responses(server)).toBe(20)
})

function focusedText(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent?.trim())
}

function focusedValue(page: Page): Promise<string | undefined> {
  return page.evaluate(
    () => (document.activeElement?.shadowRoot?.activeElement as HTMLInputElement)?.value,
  )
}
