import { NEIGHBOUR, TARGET } from './articles.ts'
import type { Stage } from './people.ts'
import { sendReaders } from './readers.ts'
import type { Kind, Scenario } from './run-scenario.ts'
import { HOUR, MINUTE, SECOND } from './time.ts'

/** The target among few: what an attack meets doesn't depend on the rest of the site. */
export function besieged(
  name: string,
  kind: Kind,
  attack: (stage: Stage, at: number, article: string) => void,
  { target = TARGET, length = 3 * HOUR, at = 1.5 * HOUR } = {},
): Scenario {
  const articles = [target, NEIGHBOUR]
  return {
    name,
    kind,
    past: articles.map(({ past }) => past),
    length,
    target: target.past.article,
    pause: length > 6 * HOUR ? MINUTE : 5 * SECOND,
    play(stage, start) {
      for (const { readers } of articles) sendReaders(stage, readers, start, start + length)
      attack(stage, start + at, target.past.article)
      keepLooking(stage, start + at, start + Math.min(length, at + 30 * MINUTE))
    },
  }
}

/** The index and the standing are looked at every five seconds, also while nothing happens. */
export function keepLooking({ timeline }: Stage, from: number, until: number): void {
  for (let at = from; at < until; at += 5 * SECOND) timeline.at(at, () => Promise.resolve())
}
