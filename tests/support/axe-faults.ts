import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** A folder for a picture of each page, to be looked at; unset, none are taken. */
const PICTURES = process.env['DASHBOARD_PICTURES']

/**
 * What axe finds on a page in both colour schemes at 320 and 1280 px, and where it is wider than the
 * window. The page's own policy has to be off.
 */
export async function axeFaults(page: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const at = `${name}, ${colorScheme}, ${width} px`
      if (PICTURES) {
        mkdirSync(PICTURES, { recursive: true })
        await page.screenshot({
          path: `${PICTURES}/${name}-${colorScheme}-${width}.png`,
          fullPage: true,
        })
      }
      await page.evaluate(AXE)
      const { passes, violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      )
      if (passes.length <= 10) faults.push(`${at}: axe looked at next to nothing`)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0) faults.push(`${at}: ${wide} px wider than the window`)
      for (const { id, nodes } of violations) {
        faults.push(`${at}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
      }
    }
  }
  return faults
}
