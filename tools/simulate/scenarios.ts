import { NO_VOTES } from '../../shared/votes-by-choice.ts'
import { carrier, home, mixed, office, offices, proxies } from './addresses.ts'
import { flood, freshTokenLoop, informedLoop, naiveLoop } from './attacks.ts'
import type { Mood } from './chance.ts'
import { type Past, usualVotes } from './history.ts'
import type { Stage } from './people.ts'
import { type Readership, sendClass, sendReaders } from './readers.ts'
import type { Kind, Scenario } from './run-scenario.ts'
import { DAY, HOUR, MINUTE, SECOND } from './time.ts'
import { HOST, PROXY } from './world.ts'

const USUAL: Mood = [0.45, 0.35, 0.12, 0.08]
const ANGRY: Mood = [0.08, 0.1, 0.12, 0.7]
const RATE = 0.03
const key = (name: string) => `${HOST}/berita/${name}`

/** Where readers come from: half of them share the few addresses of four carriers. */
const ANYWHERE = mixed([
  [0.45, home],
  ...[10, 20, 30, 40].map((number) => [0.11, carrier(number, 32)] as const),
  [0.08, offices(60)],
])
/** A surge spreads by phones: four readers in five are behind 64 addresses of four /24. */
const BY_PHONE = mixed([
  ...[10, 20, 30, 40].map((number) => [0.2, carrier(number, 16)] as const),
  [0.2, home],
])

/** An article with some votes in its past, and readers to match. */
function known(name: string, votes: number, days = 28): { past: Past; readers: Readership } {
  const article = key(name)
  const viewsADay = days === 0 ? 300 : votes / RATE / days
  const past = {
    article,
    days,
    views: Math.round(votes / RATE),
    votes: days === 0 ? NO_VOTES : usualVotes(votes),
  }
  const readers = { article, viewsADay, rate: RATE, mood: USUAL, from: ANYWHERE, side: 'reader' }
  return { past, readers }
}

/** The site at large: one leading article, ten usual ones, a young and a new one. */
function site(scale: number) {
  const names = Array.from({ length: 10 }, (_, i) => `biasa-${i}`)
  return [
    known('utama', Math.round(50_000 * scale)),
    ...names.map((name) => known(name, Math.round(5000 * scale))),
    known('sasaran', 1000),
    known('muda', 30, 3),
    known('baru', 0, 0),
  ]
}

const TARGET = known('sasaran', 1000)
const NEIGHBOUR = known('biasa', 1000)

/** The target among few: what an attack meets doesn't depend on the rest of the site. */
function besieged(
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
function keepLooking({ timeline }: Stage, from: number, until: number): void {
  for (let at = from; at < until; at += 5 * SECOND) timeline.at(at, () => Promise.resolve())
}

function honestDay(scale: number, length: number): Scenario {
  const articles = site(scale)
  return {
    name: 'honest readers',
    kind: 'honest',
    past: articles.map(({ past }) => past),
    length,
    target: key('sasaran'),
    pause: MINUTE,
    play(stage, start) {
      for (const { readers } of articles) sendReaders(stage, readers, start, start + length)
      const pupils = { ...(articles[1] as typeof TARGET).readers, side: 'pupil' }
      sendClass(stage, pupils, office(900), 70, start + HOUR)
    },
  }
}

/** Fifty times the usual, angry, and few of them at home. */
function angryReaders(rate: number): Readership {
  const { readers } = TARGET
  const viewsADay = readers.viewsADay * 50
  return { ...readers, viewsADay, rate, mood: ANGRY, from: BY_PHONE, side: 'angry', even: true }
}

function surge(name: string, rate: number, length: number): Scenario {
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

const one = () => '45.83.12.7'

/** Thousands of rented addresses at once, or as many as are said. */
function floodOf(viewsAVote: number, { count = 3000, length = 5 * MINUTE, byChance = false } = {}) {
  return (stage: Stage, from: number, article: string) => {
    const addresses = proxies(stage.random, count)
    flood(stage, { article, addresses, from, length, viewsAVote, byChance })
  }
}

function floods(): readonly Scenario[] {
  return [
    besieged('3,000 addresses in 5 minutes', 'burst', floodOf(1)),
    besieged('… with 4 views each', 'burst', floodOf(4)),
    besieged('… with 10 views each', 'burst', floodOf(10)),
    besieged('… with 33 views each', 'burst', floodOf(33)),
    besieged('… 33 views each, votes by chance', 'burst', floodOf(33, { byChance: true })),
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

function drip(name: string, addresses: number, days: number, viewsAVote: number): Scenario {
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

function loops(): readonly Scenario[] {
  const loop = { address: one, votes: 10_000, pace: 10 }
  const slash48 = (stage: Stage) => () =>
    `2001:db8:7:${Math.floor(stage.random() * 65_536).toString(16)}::1`
  return [
    besieged('loop, one token', 'naive', (stage, from, article) =>
      naiveLoop(stage, { ...loop, article, from }),
    ),
    besieged('loop, fresh tokens', 'naive', (stage, from, article) =>
      freshTokenLoop(stage, { ...loop, article, from }, 'repeat'),
    ),
    besieged('loop, a view for each vote', 'informed', (stage, from, article) =>
      freshTokenLoop(stage, { ...loop, article, from }, 'new'),
    ),
    besieged(
      'informed loop, a day',
      'informed',
      (stage, from, article) =>
        informedLoop(stage, { article, address: one, from, until: from + DAY, viewsAVote: 3 }),
      { length: DAY, at: 0 },
    ),
    besieged(
      'informed loop, an IPv6 /48, a day',
      'told',
      (stage, from, article) =>
        informedLoop(stage, {
          article,
          address: slash48(stage),
          from,
          until: from + DAY,
          viewsAVote: 3,
        }),
      { length: DAY, at: 0 },
    ),
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

/** Everything that the command plays. */
export function allScenarios(): readonly Scenario[] {
  return [
    honestDay(0.25, DAY / 2),
    surge('honest surge', RATE, 4 * HOUR),
    surge('honest surge, twice the votes', 2 * RATE, 4 * HOUR),
    ...loops(),
    ...floods(),
    drip('drip, 3,000 addresses in 3 days', 3000, 3, 1),
    drip('drip, 300 addresses in 3 days', 300, 3, 1),
    ...proxied(),
  ]
}

/** The same in small, for a test. */
export function shortScenarios(): readonly Scenario[] {
  const loop = { address: one, votes: 300, pace: 10 }
  const brief = { length: HOUR, at: 10 * MINUTE }
  return [
    surge('honest surge', RATE, 1.5 * HOUR),
    besieged(
      'loop',
      'naive',
      (stage, from, article) => naiveLoop(stage, { ...loop, article, from }),
      brief,
    ),
    besieged(
      'loop, fresh tokens',
      'naive',
      (stage, from, article) => freshTokenLoop(stage, { ...loop, article, from }, 'repeat'),
      brief,
    ),
    besieged('flood', 'burst', floodOf(1, { count: 400, length: MINUTE }), brief),
    besieged('flood, views made up', 'burst', floodOf(4, { count: 400, length: MINUTE }), brief),
  ]
}
