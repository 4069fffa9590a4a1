import type { Page } from 'playwright-core'
import { VIEWS_PATH } from '../../shared/paths.ts'

/** Age from which a page token is sent, in milliseconds. */
export const RIPE_AFTER = 2000

/** Waits until a vote would be sent at once: the page's newest token is two seconds old. */
export async function ripe(page: Page): Promise<void> {
  await page.waitForFunction(
    ([path, age]) =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith(path))
        .every((view) => performance.now() > (view as PerformanceResourceTiming).responseEnd + age),
    // Room for what lies between the answer and the survey's own clock.
    [VIEWS_PATH, RIPE_AFTER + 200] as const,
  )
}
