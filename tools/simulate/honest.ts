import { carrier, home, mixed, office } from './addresses.ts'
import { type KnownArticle, NEIGHBOUR, site, TARGET } from './articles.ts'
import { besieged } from './besieged.ts'
import type { Mood } from './chance.ts'
import type { Stage } from './people.ts'
import { type Readership, sendClass, sendReaders } from './readers.ts'
import type { Kind, Scenario } from './run-scenario.ts'
import { DAY, HOUR, MINUTE } from './time.ts'

const ANGRY: Mood = [0.08, 0.1, 0.12, 0.7]
/** A surge spreads by phones: four readers in five are behind 64 addresses of four /24. */
const BY_PHONE = mixed([
  ...[10, 20, 30, 40].map((number) => [0.2, carrier(number, 16)] as const),
  [0.2, home],
])
const PUPILS = 70

/** A site's readers, with a class among them where one is wanted. */
export function honestDay(name: string, kind: Kind, withClass: boolean): Scenario {
  const length = DAY / 2
  const articles = site(0.25)
  return {
    name,
    kind,
    past: articles.map(({ past }) => past),
    length,
    target: TARGET.past.article,
    pause: MINUTE,
    play(stage, start) {
      for (const { readers } of articles) sendReaders(stage, readers, start, start + length)
      const [, usual] = articles
      if (withClass && usual) enterClass(stage, usual, start)
    },
  }
}

/** Seventy pupils who open an article and vote, all of them, behind their school's address. */
export function classAlone(name: string, kind: Kind, article: KnownArticle): Scenario {
  return {
    name,
    kind,
    past: [article.past],
    length: 4 * HOUR,
    target: article.past.article,
    pause: MINUTE,
    play: (stage, start) => enterClass(stage, article, start),
  }
}

function enterClass(stage: Stage, { readers }: KnownArticle, start: number): void {
  sendClass(stage, { ...readers, side: 'pupil' }, office(900), PUPILS, start + HOUR)
}

/** Fifty times the usual, angry, and few of them at home. */
export function angryReaders(rate: number): Readership {
  const { readers } = TARGET
  const viewsADay = readers.viewsADay * 50
  return { ...readers, viewsADay, rate, mood: ANGRY, from: BY_PHONE, side: 'angry', even: true }
}

export function surge(name: string, rate: number, length: number): Scenario {
  return {
    ...besieged(name, 'surge', () => undefined, { length: length + HOUR }),
    play(stage, start) {
      for (const { readers } of [TARGET, NEIGHBOUR]) {
        sendReaders(stage, readers, start, start + length + HOUR)
      }
      sendReaders(stage, angryReaders(rate), start + HOUR, start + length)
    },
  }
}
