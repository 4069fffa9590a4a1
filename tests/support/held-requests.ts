import type { BrowserContext, Page } from 'playwright-core'

/** Requests that are kept on their way, so that what a reader sees meanwhile is there for any machine. */
export interface HeldRequests {
  /** Resolves when so many have set out. */
  waiting(howMany: number): Promise<void>
  /** Lets these go on, and whatever comes later. */
  release(): void
}

/**
 * Holds requests from here on.
 * @param path end of their address
 */
export async function holdRequests(of: BrowserContext | Page, path: string): Promise<HeldRequests> {
  let held = 0
  let heard = () => {}
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await of.route(`**${path}`, async (route) => {
    held += 1
    heard()
    await released
    await route.continue()
  })
  return {
    release: () => release(),
    waiting: (howMany) =>
      new Promise((resolve) => {
        heard = () => void (held >= howMany && resolve())
        heard()
      }),
  }
}
