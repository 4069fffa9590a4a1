import type { AddressOf } from './addresses.ts'
import { freshTokenLoop, informedLoop, naiveLoop } from './attacks.ts'
import { besieged } from './besieged.ts'
import type { Stage } from './people.ts'
import type { Kind } from './run-scenario.ts'
import { DAY, HOUR } from './time.ts'

const one = () => '45.83.12.7'
const slash48: AddressOf = (random) => `2001:db8:7:${Math.floor(random() * 65_536).toString(16)}::1`

/** What is tried first: one address that sends ten votes a second. */
export function loops(votes = 10_000, brief: { length?: number; at?: number } = {}) {
  const loop = { address: one, votes, pace: 10 }
  const fresh = (name: string, kind: Kind, visit: 'new' | 'repeat') =>
    besieged(
      name,
      kind,
      (stage, from, article) => freshTokenLoop(stage, { ...loop, article, from }, visit),
      brief,
    )
  return {
    oneToken: besieged(
      'loop, one token',
      'naive',
      (stage, from, article) => naiveLoop(stage, { ...loop, article, from }),
      brief,
    ),
    freshTokens: fresh('loop, fresh tokens', 'naive', 'repeat'),
    freshViews: fresh('loop, a view for each vote', 'informed', 'new'),
  }
}

/** Somebody who knows the rules, with one address or a few. */
export function informedLoops() {
  const informed = (name: string, kind: Kind, addresses: readonly AddressOf[], at = 0) =>
    besieged(name, kind, (stage, from, article) => send(stage, addresses, from, article), {
      length: at + DAY,
      at,
    })
  const three = [1, 2, 3].map((i) => () => `45.8${i}.12.7`)
  return {
    aDay: informed('informed loop, a day', 'informed', [one]),
    // Seven hours of it are before the salts of the day change, seventeen after it.
    acrossDays: informed('informed loop, a local day', 'informed', [one], 16 * HOUR),
    three: informed('informed loop, three addresses', 'told', three),
    slash48: informed('informed loop, an IPv6 /48', 'told', [slash48]),
  }
}

function send(stage: Stage, addresses: readonly AddressOf[], from: number, article: string): void {
  for (const of of addresses) {
    const address = () => of(stage.random)
    informedLoop(stage, { article, address, from, until: from + DAY, viewsAVote: 3 })
  }
}
