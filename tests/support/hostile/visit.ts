import type { Browser, FrameLocator, Page } from 'playwright-core'
import { openReader } from '../chromium.ts'
import { layoutShifts, type Shift, watchLayoutShift } from '../layout-shift.ts'
import { type Legibility, legibilityOf } from '../legibility.ts'
import { listenToNoise } from '../page-noise.ts'
import { SurveyPage } from '../survey-page.ts'
import { FramedSurvey } from './framed-survey.ts'
import type { HostilePage } from './hostile-page.ts'
import { MEET } from './meet.ts'
import { type Tally, tallyOf } from './tally-of.ts'

/** How long anything on a page may take, in milliseconds; more than our own longest wait. */
const PATIENCE = 20_000

/** Where the hostile pages stand, and the server that counts. */
export interface Stage {
  readonly browser: Browser
  /** Origin of the host's site. */
  readonly site: string
  /** Origin of the Tanggapan server. */
  readonly server: string
}

/** What a reader's whole visit came to. */
export interface Visit extends Tally {
  readonly noise: readonly string[]
  readonly shifts: readonly Shift[]
  readonly legibility: Legibility | undefined
}

/**
 * Visits a page as a reader does: reads, uses the page's own button, then meets the survey and
 * votes by a click where it can. Fails where page or survey aren't as defined.
 */
export async function visit(stage: Stage, hostile: HostilePage): Promise<Visit> {
  const reader = await openReader(stage.browser, hostile.reader)
  const noise = listenToNoise(reader)
  try {
    reader.setDefaultTimeout(PATIENCE)
    await watchLayoutShift(reader)
    const page = await reader.newPage()
    await page.goto(`${stage.site}/${hostile.name}`, { waitUntil: 'commit' })
    await hostile.before?.(page)
    await useOwnButton(hostile.menu ? page.frameLocator(hostile.menu) : page)
    const survey = hostile.frame ? new FramedSurvey(page, hostile.frame) : new SurveyPage(page)
    await MEET[hostile.outcome](survey, hostile)
    const there = hostile.outcome !== 'absent'
    return {
      noise: [...noise],
      shifts: await layoutShifts(page, there ? page.frames() : undefined),
      legibility: there ? await legibilityOf(survey.survey) : undefined,
      ...(await tallyOf(stage.server, hostile.article ?? `/${hostile.name}`)),
    }
  } catch (reason) {
    throw new Error([(reason as Error).message, 'On the console:', ...noise].join('\n'))
  } finally {
    await reader.close()
  }
}

async function useOwnButton(page: Page | FrameLocator): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByText('Kontak dinas').first().waitFor()
}
