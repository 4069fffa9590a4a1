import { known, RATE, TARGET } from './articles.ts'
import { besieged } from './besieged.ts'
import { drip, floodOf, floods } from './floods.ts'
import { classAlone, honestDay, surge } from './honest.ts'
import { informedLoops, loops } from './loops.ts'
import { sendReaders } from './readers.ts'
import type { Scenario } from './run-scenario.ts'
import { HOUR, MINUTE } from './time.ts'
import { PROXY } from './world.ts'

/** Who has to wait where a network may have less, and who gets more in where it may have more. */
export function allowanceScenarios(): readonly Scenario[] {
  return [
    honestDay('honest readers', 'honest', false),
    honestDay('… and a class of 70', 'told', true),
    classAlone('a class of 70, one address', 'class', known('kelas', 1000)),
    classAlone('… where 1 % of views vote', 'told', known('kelas', 300, 28, 0.01)),
    classAlone('… at a new article', 'told', known('kelas', 0, 0)),
    surge('honest surge', RATE, 4 * HOUR),
    surge('honest surge, twice the votes', 2 * RATE, 4 * HOUR),
    ...Object.values(loops()),
    ...Object.values(informedLoops()),
  ]
}

/** Everything that the command plays. */
export function allScenarios(): readonly Scenario[] {
  return [
    ...allowanceScenarios(),
    ...floods(),
    drip('drip, 3,000 addresses in 3 days', 3000, 3, 1),
    drip('drip, 300 addresses in 3 days', 300, 3, 1),
    ...proxied(),
  ]
}

function proxied(): readonly Scenario[] {
  const articles = [known('utama', 10_000), TARGET]
  const of = (name: string, connection: Scenario['connection']): Scenario => ({
    name,
    kind: 'proxy',
    past: articles.map(({ past }) => past),
    length: 6 * HOUR,
    target: TARGET.past.article,
    pause: MINUTE,
    connection: connection ?? PROXY,
    play(stage, start) {
      for (const { readers } of articles) sendReaders(stage, readers, start, start + 6 * HOUR)
    },
  })
  return [
    of('every reader one public address', { peer: '198.51.100.7', forwards: false }),
    of('a private proxy that is not trusted', { peer: '10.1.2.3', forwards: true }),
  ]
}

/** The same in small, for a test. */
export function shortScenarios(): readonly Scenario[] {
  const brief = { length: HOUR, at: 10 * MINUTE }
  const { oneToken, freshTokens } = loops(300, brief)
  const minute = { count: 400, length: MINUTE }
  return [
    surge('honest surge', RATE, 1.5 * HOUR),
    classAlone('a class of 70, one address', 'class', known('kelas', 1000)),
    oneToken,
    freshTokens,
    besieged('flood', 'burst', floodOf(1, minute), brief),
    besieged('flood, views made up', 'faked', floodOf(4, minute), brief),
  ]
}
