import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import { keyboardFaults } from './keyboard-faults.ts'

type Axe = typeof import('axe-core')

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** A folder for a picture of each page, to be looked at; unset, none are taken. */
const PICTURES = process.env['DASHBOARD_PICTURES']
/** What is between the margins of A4 at 96 dots an inch: 170 mm. */
const PAPER = 642
const HEIGHT = 800

/** Has axe in every page of a browser's window. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript(AXE)
}

/**
 * What is wrong with a page that was just opened, each with how it was looked at: wide and light, narrow
 * and dark, by keyboard alone, and on paper.
 */
export async function pageFaults(page: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = []
  const look = async (mode: string, find: (page: Page) => Promise<readonly string[]>) => {
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true })
      const file = `${name}-${mode}`.replaceAll(/[^\w-]+/g, '-')
      await page.screenshot({ path: `${PICTURES}/${file}.png`, fullPage: true })
    }
    for (const fault of await find(page)) faults.push(`${name} [${mode}] ${fault}`)
  }
  await show(page, 1280, 'light', 'screen')
  await look('light, 1280 px', axeFaults)
  await look('light, 1280 px', keyboardFaults)
  await show(page, 320, 'dark', 'screen')
  await look('dark, 320 px', async () => [...(await axeFaults(page)), ...(await tooWide(page))])
  await show(page, PAPER, 'light', 'print')
  await look('print, A4', async () => [...(await tooWide(page)), ...(await notForPaper(page))])
  return faults
}

async function show(
  page: Page,
  width: number,
  colorScheme: 'light' | 'dark',
  media: 'screen' | 'print',
): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT })
  await page.emulateMedia({ colorScheme, media })
}

async function axeFaults(page: Page): Promise<readonly string[]> {
  const { passes, violations } = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: Axe }
    return axe.run({ resultTypes: ['violations'] })
  })
  return [
    ...(passes.length > 10 ? [] : ['axe looked at next to nothing']),
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
  ]
}

/** What is wider than the window, unless it scrolls by itself. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const over = document.documentElement.scrollWidth - innerWidth
    if (over <= 0) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 0.5,
    )
    const culprit = wide.at(-1)?.outerHTML.slice(0, 160)
    return [`${over} px wider than there is room: ${culprit}`]
  })
}

/** What is of no use on paper, or that nothing is left on it. */
function notForPaper(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const chrome = 'nav, button, input, select, textarea:not([readonly]), .skip, .bottom'
    const printed = [...document.querySelectorAll(chrome)].filter((each) => each.checkVisibility())
    const heading = document.querySelector('h1')?.checkVisibility()
    return [
      ...printed.map((each) => `printed: ${each.outerHTML.slice(0, 160)}`),
      ...(heading ? [] : ['no heading is printed']),
    ]
  })
}
