import { NO_VOTES } from '../../shared/votes-by-choice.ts'
import { carrier, home, mixed, offices } from './addresses.ts'
import type { Mood } from './chance.ts'
import { type Past, usualVotes } from './history.ts'
import type { Readership } from './readers.ts'
import { HOST } from './world.ts'

/** What readers usually choose, and how often they vote. */
const USUAL: Mood = [0.45, 0.35, 0.12, 0.08]
export const RATE = 0.03
const key = (name: string) => `${HOST}/berita/${name}`

/** Where readers come from: half of them share the few addresses of four carriers. */
const ANYWHERE = mixed([
  [0.45, home],
  ...[10, 20, 30, 40].map((number) => [0.11, carrier(number, 32)] as const),
  [0.08, offices(60)],
])

export interface KnownArticle {
  readonly past: Past
  readonly readers: Readership
}

/** An article with some votes in its past, and readers to match. */
export function known(name: string, votes: number, days = 28, rate = RATE): KnownArticle {
  const article = key(name)
  const viewsADay = days === 0 ? 300 : votes / rate / days
  const past = {
    article,
    days,
    views: Math.round(votes / rate),
    votes: days === 0 ? NO_VOTES : usualVotes(votes),
  }
  const readers = { article, viewsADay, rate, mood: USUAL, from: ANYWHERE, side: 'reader' }
  return { past, readers }
}

/** The site at large: one leading article, ten usual ones, a young and a new one. */
export function site(scale: number) {
  const names = Array.from({ length: 10 }, (_, i) => `biasa-${i}`)
  return [
    known('utama', Math.round(50_000 * scale)),
    ...names.map((name) => known(name, Math.round(5000 * scale))),
    known('sasaran', 1000),
    known('muda', 30, 3),
    known('baru', 0, 0),
  ]
}

/** What attackers aim at: 28 days, 1,000 honest votes. */
export const TARGET = known('sasaran', 1000)
export const NEIGHBOUR = known('biasa', 1000)
