import { expect } from 'vitest'
import type { HostilePage } from './hostile-page.ts'
import { type Stage, visit } from './visit.ts'

/** Height of what a finger has to hit, in CSS pixels. */
const TOUCH = 44
/** Smallest text that counts as readable, in CSS pixels. */
const READABLE = 12

/** Visits a page and holds page, survey, console and counts to what is defined for it. */
export async function meetOutcome(stage: Stage, hostile: HostilePage): Promise<void> {
  const { noise, shifts, views, responses, legibility } = await visit(stage, hostile)
  const expected = hostile.browserSays ?? []
  expect(noise.filter((line) => !expected.some((pattern) => pattern.test(line)))).toEqual([])
  expect(expected.filter((pattern) => !noise.some((line) => pattern.test(line)))).toEqual([])
  expect(shifts).toEqual([])

  const { outcome } = hostile
  expect({ views, responses }).toEqual({
    views: hostile.views ?? (outcome === 'votes' || outcome === 'reads' ? 1 : 0),
    responses: outcome === 'votes' ? 1 : 0,
  })
  if (!legibility) return
  expect(legibility.smallestText).toBeGreaterThanOrEqual(READABLE)
  expect(legibility.lowestRow).toBeGreaterThanOrEqual(TOUCH)
  expect(legibility.overflow).toBeLessThanOrEqual(0)
}
