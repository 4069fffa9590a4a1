import { forget } from './forget.ts'
import { type Lane, openLane, SERVER } from './lane.ts'
import { loadScript } from './load-script.ts'
import { Survey } from './survey.ts'

export interface Opening {
  readonly lane?: Lane
  readonly lang?: string
  readonly ground?: Ground
  /** False: do not wait until the figures are there. */
  readonly settled?: boolean
}

/** The colours of a page. */
export type Ground = 'light' | 'dark'

export interface OpenedSurvey {
  readonly survey: Survey
  readonly lane: Lane
  /** What it stands in on the page; gone after the test. */
  readonly place: HTMLElement
}

const GROUNDS: Readonly<Record<Ground, string>> = {
  light: 'background: #ffffff; color: #1a1a1a',
  dark: 'background: #101418; color: #f0f0f0',
}

const loaded = forget().then(() => loadScript(SERVER))
const shown: HTMLElement[] = []

afterEach(() => {
  for (const place of shown.splice(0)) place.remove()
})

/** A survey on the page, of an article of its own unless one is named. */
export async function openSurvey(opening: Opening = {}): Promise<OpenedSurvey> {
  return show(await startSurvey(opening))
}

/** Brings one that was started out of sight before the reader. */
export function show(opened: OpenedSurvey): OpenedSurvey {
  opened.place.hidden = false
  shown.push(opened.place)
  return opened
}

/** Starts a survey out of sight. */
export async function startSurvey(opening: Opening): Promise<OpenedSurvey> {
  const { lane = openLane(), ground = 'light', lang = 'id', settled = true } = opening
  await loaded
  const place = document.createElement('div')
  place.hidden = true
  place.setAttribute('style', `${GROUNDS[ground]}; padding: 1rem`)
  const element = document.createElement('tanggapan-survey')
  const attributes = { lang, site: 'bojonegoro', server: lane.server, article: lane.article }
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  place.append(element)
  document.body.append(place)
  const survey = new Survey(element)
  if (settled) await survey.settled()
  return { survey, lane, place }
}
