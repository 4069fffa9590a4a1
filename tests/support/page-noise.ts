import type { BrowserContext } from 'playwright-core'

/**
 * Everything that is said on the console of a window's pages and frames, and every error that
 * nobody caught, line by line as it comes.
 */
export function listenToNoise(context: BrowserContext): readonly string[] {
  const noise: string[] = []
  context.on('weberror', (error) => noise.push(`uncaught: ${error.error().message}`))
  context.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`))
  return noise
}
