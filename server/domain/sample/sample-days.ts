import { CHOICES } from '../../../shared/choice.ts'
import { dayBefore } from '../day-before.ts'
import type { Draw } from './draw.ts'
import { daysBetween, type SampleArticle } from './sample-articles.ts'

/** What an article of the sample gathers on a day. */
export interface SampleDay {
  readonly day: string
  readonly views: number
  /** In the order of the choices. */
  readonly votes: readonly number[]
}

/** Days until interest has fallen to a third; what many answer lasts longer. */
const FADES = 4
const FADES_SLOWLY = 25
const MANY = 30
/** Days that are looked at, in multiples of that. */
const LASTS = 6
/** Above this many votes chance is left out of how they fall. */
const MOST_DRAWN = 200

/** The days of an article, from its first on, with all its votes and views. */
export function sampleDays(
  draw: Draw,
  article: SampleArticle,
  today: string,
): readonly SampleDay[] {
  const fades = article.votes >= MANY ? FADES_SLOWLY : FADES
  const length = Math.min(fades * LASTS, daysBetween(article.published, today) + 1)
  const weights = Array.from({ length }, (_, i) => Math.exp(-i / fades))
  const votes = spread(draw, article.votes, weights)
  const views = spread(draw, article.views, weights)
  const mixture = mixtureOf(draw, article.office.mood)
  return weights.flatMap((_, i) => {
    const [n = 0, seen = 0] = [votes[i], views[i]]
    if (n + seen === 0) return []
    return [{ day: dayBefore(article.published, -i), views: seen, votes: spread(draw, n, mixture) }]
  })
}

/** Shares of the four choices: of the content most are very content, of the others half are not at all. */
function mixtureOf(draw: Draw, mood: number): readonly number[] {
  const content = Math.min(0.97, Math.max(0.05, mood + 0.2 * (draw.number() - 0.5)))
  return [content * 0.75, content * 0.25, (1 - content) * 0.5, (1 - content) * 0.5].slice(
    0,
    CHOICES.length,
  )
}

/** So many things over places of different weight: drawn one by one, or, of many, in proportion. */
function spread(draw: Draw, count: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const places = weights.map((weight) =>
    count > MOST_DRAWN ? Math.floor((count * weight) / all) : 0,
  )
  let left = count - places.reduce((sum, n) => sum + n, 0)
  for (; left > 0; left--) {
    const place = placeAt(draw.number() * all, weights)
    places[place] = (places[place] ?? 0) + 1
  }
  return places
}

function placeAt(point: number, weights: readonly number[]): number {
  let passed = 0
  const place = weights.findIndex((weight) => {
    passed += weight
    return point < passed
  })
  return Math.max(place, 0)
}
