import { proxies } from './addresses.ts'
import { known, RATE, TARGET } from './articles.ts'
import { flood } from './attacks.ts'
import { besieged, keepLooking } from './besieged.ts'
import { angryReaders } from './honest.ts'
import type { Stage } from './people.ts'
import { sendReaders } from './readers.ts'
import type { Scenario } from './run-scenario.ts'
import { DAY, HOUR, MINUTE } from './time.ts'

/** Thousands of rented addresses at once, or as many as are said. */
export function floodOf(
  viewsAVote: number,
  { count = 3000, length = 5 * MINUTE, byChance = false } = {},
) {
  return (stage: Stage, from: number, article: string) => {
    const addresses = proxies(stage.random, count)
    flood(stage, { article, addresses, from, length, viewsAVote, byChance })
  }
}

/** Many addresses at once. */
export function floods(): readonly Scenario[] {
  return [
    besieged('3,000 addresses in 5 minutes', 'burst', floodOf(1)),
    besieged('… with 4 views each', 'faked', floodOf(4)),
    besieged('… with 10 views each', 'faked', floodOf(10)),
    besieged('… with 33 views each', 'faked', floodOf(33)),
    besieged('… 33 views each, votes by chance', 'faked', floodOf(33, { byChance: true })),
    besieged('… at an article with 30 votes', 'told', floodOf(1), { target: known('muda', 30, 3) }),
    besieged('… at a new article', 'told', floodOf(1), { target: known('baru', 0, 0) }),
    {
      ...besieged('… in an honest surge', 'burst', floodOf(1)),
      play(stage, start) {
        sendReaders(stage, TARGET.readers, start, start + 3 * HOUR)
        sendReaders(stage, angryReaders(RATE), start + HOUR, start + 3 * HOUR)
        floodOf(1)(stage, start + 2 * HOUR, TARGET.past.article)
        keepLooking(stage, start + 2 * HOUR, start + 2.5 * HOUR)
      },
    },
  ]
}

/** As many, but slowly. */
export function drip(name: string, addresses: number, days: number, viewsAVote: number): Scenario {
  const length = days * DAY
  return besieged(
    name,
    'told',
    (stage, from, article) =>
      flood(stage, {
        article,
        addresses: proxies(stage.random, addresses),
        from,
        length: length - 3 * HOUR,
        viewsAVote,
      }),
    { length },
  )
}
