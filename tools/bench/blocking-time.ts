import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium, openReader } from '../../tests/support/chromium.ts'
import { startServer } from '../../tests/support/running-server.ts'
import { SurveyPage } from '../../tests/support/survey-page.ts'

/** How much slower than this machine the reader's phone is. */
const SLOWER = 6
const ROUNDS = 9
/** What a task may take without keeping anybody waiting, in milliseconds. */
const UNNOTICED = 50

interface Frame extends PerformanceEntry {
  readonly scripts: readonly { readonly sourceURL: string; readonly startTime: number }[]
}

/**
 * Total blocking time of the survey's script on a slow phone, in milliseconds, for each of some
 * loads of the demo page, least first: what the tasks that run it take beyond 50 ms each.
 * Other work on the machine only ever adds.
 */
export async function measureBlockingTime(): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tanggapan-bench-'))
  const server = await startServer(folder)
  const browser = await launchChromium()
  try {
    const rounds: number[] = []
    for (let i = 0; i < ROUNDS; i++) rounds.push(await load(browser, `${server.origin}/demo/`))
    return rounds.sort((a, b) => a - b)
  } finally {
    await browser.close()
    await server.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function load(browser: Browser, url: string): Promise<number> {
  const reader = await openReader(browser)
  try {
    const page = await reader.newPage()
    const cdp = await reader.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    // Nothing looks at the page while it works: that would be work as well.
    const answered = page.waitForResponse('**/v1/views')
    await page.goto(url, { waitUntil: 'commit' })
    await (await answered).finished()
    await new SurveyPage(page).settled()
    const tasks = await entriesOf(page, 'longtask')
    const starts = ((await entriesOf(page, 'long-animation-frame')) as Frame[])
      .flatMap(({ scripts }) => scripts)
      .filter(({ sourceURL }) => sourceURL.endsWith('/v1/widget.js'))
      .map(({ startTime }) => startTime)
    return tasks
      .filter((task) =>
        starts.some((at) => at >= task.startTime && at < task.startTime + task.duration),
      )
      .reduce((sum, { duration }) => sum + duration - UNNOTICED, 0)
  } finally {
    await reader.close()
  }
}

/** The entries of a kind that the page has had, handed over a frame later. */
function entriesOf(page: Page, type: string): Promise<PerformanceEntry[]> {
  return page.evaluate(
    (type) =>
      new Promise<PerformanceEntry[]>((resolve) => {
        const entries: PerformanceEntry[] = []
        new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({
          type,
          buffered: true,
        })
        requestAnimationFrame(() =>
          setTimeout(() => resolve(entries.map((entry) => entry.toJSON()))),
        )
      }),
    type,
  )
}
