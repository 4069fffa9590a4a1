import type { AddressOf } from './addresses.ts'
import { below, choose, type Mood, normal } from './chance.ts'
import { cast, open, type Stage } from './people.ts'
import { DAY, HOUR, MINUTE, SECOND } from './time.ts'
import type { Sender } from './world.ts'

/** An article's honest readers. */
export interface Readership {
  readonly article: string
  /** Views in a day, spread as people wake and sleep. */
  readonly viewsADay: number
  /** Votes for each view. */
  readonly rate: number
  readonly mood: Mood
  readonly from: AddressOf
  /** For the book. */
  readonly side: string
  /** Spread evenly instead. */
  readonly even?: boolean
}

const BROWSERS = [
  'Mozilla/5.0 (Linux; Android 13; SM-A146P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Linux; Android 11; Redmi 9A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/127.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0',
]

/** Readers whose browser refuses storage, who come back later, and who vote from another network. */
const NO_STORAGE = 0.03
const RETURNS = 0.1
const MOVES = 0.02
/** The widget sends a vote when its token is at least two seconds old. */
const SOONEST = 2 * SECOND
/** Half of the readers who vote take longer than this to read and choose. */
const READING = 60 * SECOND

export function browser(random: () => number): string {
  return BROWSERS[below(random, BROWSERS.length)] as string
}

/** Sends an article's readers through a stretch of time. */
export function sendReaders(stage: Stage, readers: Readership, from: number, until: number): void {
  const { timeline, random } = stage
  const expected = (readers.viewsADay * (until - from)) / DAY
  const views = Math.max(0, Math.round(expected + normal(random) * Math.sqrt(expected)))
  for (let i = 0; i < views; i++) {
    const at = from + random() * (until - from)
    if (!readers.even && random() > wakefulness(at)) {
      i -= 1
      continue
    }
    timeline.at(at, () => read(stage, readers))
  }
}

/** How many of the readers are awake, by the hour in Jakarta: least at three, most at noon and eight. */
function wakefulness(at: number): number {
  const hour = ((at / HOUR + 7) % 24) / 24
  return 0.5 - 0.4 * Math.cos(2 * Math.PI * (hour - 3 / 24)) + 0.1 * Math.cos(4 * Math.PI * hour)
}

async function read(stage: Stage, readers: Readership): Promise<void> {
  const { random } = stage
  const from = { address: readers.from(random), userAgent: browser(random) }
  const visit = random() < NO_STORAGE ? 'unknown' : 'new'
  if (random() < RETURNS) comeBack(stage, readers, from)
  const token = await open(stage, { ...readers, from }, visit)
  if (token === null || random() >= readers.rate) return
  const moved = random() < MOVES ? { ...from, address: readers.from(random) } : from
  voteLater(stage, readers, moved, token)
}

/** A reader who looks again after more than half an hour is another view, and votes no more. */
function comeBack(stage: Stage, readers: Readership, from: Sender): void {
  const { world, timeline, random } = stage
  const at = world.clock.now + 31 * MINUTE + random() * 3 * HOUR
  timeline.at(at, async () => {
    await open(stage, { ...readers, from })
  })
}

function voteLater(stage: Stage, readers: Readership, from: Sender, token: string): void {
  const { world, timeline, random } = stage
  const reading = Math.min(HOUR, READING * Math.exp(0.8 * normal(random)))
  timeline.at(world.clock.now + Math.max(SOONEST, reading), async () => {
    await cast(stage, { ...readers, from }, token, choose(random, readers.mood))
  })
}

/** A class that opens the article together, each pupil in turn, and votes to the last. */
export function sendClass(
  stage: Stage,
  readers: Readership,
  address: string,
  pupils: number,
  at: number,
): void {
  const { timeline, random } = stage
  for (let pupil = 0; pupil < pupils; pupil++) {
    timeline.at(at + random() * 10 * MINUTE, async () => {
      const from = { address, userAgent: browser(random) }
      const token = await open(stage, { ...readers, from })
      if (token !== null) voteLater(stage, readers, from, token)
    })
  }
}
