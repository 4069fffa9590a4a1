import type { BrowserContext } from 'playwright-core'

/**
 * Whoever tries again is the reader: chance, which sets when a survey does so by itself, puts that
 * hours off. A slow machine would otherwise find the button gone that it is to press.
 */
export async function leaveRetriesToReader(reader: BrowserContext): Promise<void> {
  await reader.addInitScript('Math.random = () => 10000')
}
