import { CHOICES, type Choice } from '../../shared/choice.ts'
import type { Random } from '../../tests/support/seeded.ts'

/** Shares of the four choices, best first. */
export type Mood = readonly [number, number, number, number]

export function choose(random: Random, mood: Mood): Choice {
  let left = random()
  for (const [i, share] of mood.entries()) {
    left -= share
    if (left < 0) return CHOICES[i] as Choice
  }
  return CHOICES[3]
}

/** A standard normal variate: Box and Muller's. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** A whole number from 0 to below. */
export function below(random: Random, most: number): number {
  return Math.floor(random() * most)
}

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function newBallot(random: Random): string {
  return Array.from({ length: 22 }, () => BASE64URL[below(random, 64)]).join('')
}
