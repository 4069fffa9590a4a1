import { fixture, waitUntil } from '@open-wc/testing'
import { type Lane, openLane } from './lane.ts'
import { Survey } from './survey.ts'

export interface Opening {
  readonly lane?: Lane
  readonly article?: string
  readonly lang?: string
  readonly ground?: Ground
  /** False: do not wait until the figures are there. */
  readonly settled?: boolean
}

/** The colours of a page. */
export type Ground = 'light' | 'dark'

const GROUNDS: Readonly<Record<Ground, string>> = {
  light: 'background: #ffffff; color: #1a1a1a',
  dark: 'background: #101418; color: #f0f0f0',
}

/** Loads the script as an editor's line does; again and again does no harm. */
export async function loadScript(server: string): Promise<void> {
  const script = Object.assign(document.createElement('script'), { src: `${server}/v1/widget.js` })
  const loaded = new Promise((resolve, reject) => {
    script.addEventListener('load', resolve)
    script.addEventListener('error', () => reject(new Error(`${script.src} did not load`)))
  })
  document.head.append(script)
  await loaded
}

/** A survey on the page, of an article of its own unless another is named. */
export async function openSurvey(opening: Opening = {}): Promise<{ survey: Survey; lane: Lane }> {
  const { lane = openLane(), ground = 'light', lang = 'id', settled = true } = opening
  await loadScript(lane.server)
  const around = await fixture(`<div style="${GROUNDS[ground]}; padding: 1rem">
    <tanggapan-survey lang="${lang}" site="bojonegoro" server="${lane.server}"
      article="${opening.article ?? lane.article}"></tanggapan-survey>
  </div>`)
  const element = around.querySelector('tanggapan-survey')
  if (!element) throw new Error('there is no survey on the page')
  const survey = new Survey(element)
  if (settled) await survey.settled()
  return { survey, lane }
}

/** Waits for what is to come; a token of some age may be asked for first, so it has time. */
export function eventually(holds: () => boolean, what: string): Promise<void> {
  return waitUntil(holds, what, { interval: 20, timeout: 15_000 })
}
