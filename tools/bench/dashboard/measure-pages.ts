import type { DashboardBrowser } from '../../../tests/support/dashboard-browser.ts'
import { createHistogram, type Histogram } from '../histogram.ts'
import { cpuMilliseconds } from '../process-usage.ts'
import { ask } from './ask.ts'
import type { Page } from './pages.ts'

/** What a page took; milliseconds. */
export interface PageTimes {
  readonly path: string
  /** The last one. */
  readonly status: number
  /** What a page that is well answers with. */
  readonly statuses: readonly number[]
  /** Whether it answered each time as a page does that is well. */
  readonly well: boolean
  /** Processor time of the server for one answer, while nobody else asked; undefined where unknown. */
  readonly cpu: number | undefined
  /** Until a page was there, or a file began. */
  readonly times: Histogram
  /** Until the end. */
  readonly whole: Histogram
  readonly bytes: number
}

/** After a first one, which is not counted. */
const QUIET_ROUNDS = 5

/** Asks each page some times before anything else goes on, for what it costs. */
export async function weighPages(
  browser: DashboardBrowser,
  pid: number,
  pages: readonly Page[],
): Promise<readonly PageTimes[]> {
  const weighed: PageTimes[] = []
  for (const { path, statuses } of pages) {
    const { status, bytes } = await ask(browser, path)
    const before = cpuMilliseconds(pid)
    for (let round = 0; round < QUIET_ROUNDS; round++) await ask(browser, path)
    const after = cpuMilliseconds(pid)
    const cpu = before && after && (after - before) / QUIET_ROUNDS
    const [times, whole] = [createHistogram(), createHistogram()]
    weighed.push({
      ...{ path, status, statuses, well: statuses.includes(status) },
      ...{ cpu, times, whole, bytes },
    })
  }
  return weighed
}

/**
 * Asks all pages in turn, one at a time as one person does, without a pause.
 * @param until performance.now() after which none is asked again
 */
export async function measurePages(
  browser: DashboardBrowser,
  weighed: readonly PageTimes[],
  rounds: number,
  until: number,
): Promise<readonly PageTimes[]> {
  const measured = [...weighed]
  for (let round = 0; round < rounds; round++) {
    for (const [i, page] of measured.entries()) {
      if (performance.now() > until) return measured
      const { took, whole, status } = await ask(browser, page.path)
      page.times.record(took)
      page.whole.record(whole)
      if (!page.statuses.includes(status)) measured[i] = { ...page, status, well: false }
    }
  }
  return measured
}
