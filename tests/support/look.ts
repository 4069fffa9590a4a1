import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** A folder for a picture of each page, to be looked at; unset, none are taken. */
const PICTURES = process.env['DASHBOARD_PICTURES']

/** What axe finds on the page, and whether it is wider than the window. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  expect(results.passes.length).toBeGreaterThan(10)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return [
    ...results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`),
    ...(wide > 0 ? [`${wide} px wider than the window`] : []),
  ]
}

/** Looks at the page as it is in both colour schemes and three widths. */
export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      if (PICTURES) {
        mkdirSync(PICTURES, { recursive: true })
        const path = `${PICTURES}/${name}-${colorScheme}-${width}.png`
        await page.screenshot({ path, fullPage: true })
      }
      if (width === 768) continue
      expect(await faultsOf(page), `${name}, ${colorScheme}, ${width} px`).toEqual([])
    }
  }
}
