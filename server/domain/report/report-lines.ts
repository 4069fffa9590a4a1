import type { Office, Pooled } from '../../store/store.ts'
import { type Change, compareIndex } from './comparison.ts'
import { rollUp, subtreeOf } from './office-tree.ts'
import { poolBy } from './pool-by.ts'
import { NOTHING, pool } from './pool-sums.ts'
import { type Result, resultOf } from './result.ts'
import { inTreeOrder } from './tree-order.ts'
import type { Scoped } from './unit-places.ts'

/** What a unit gathered, with where it stands. */
export interface PlacedSum {
  readonly site: string
  readonly prefix: string
  readonly office: string | null
  readonly sum: Pooled
}

/** A result beside the one of the previous period. */
export interface Compared {
  readonly now: Result
  readonly before: Result
  /** Whole hundredths of the index that it moved by; null where one of the two has no votes. */
  readonly hundredths: number | null
  readonly change: Change | null
}

/** A line of a report's table: an office, or a section. */
export interface ReportLine extends Compared {
  /** Key of the office, or prefix of the section; empty for what belongs to none. */
  readonly key: string
  /** Empty for what belongs to none. */
  readonly name: string
  /** Of the site, where the line is a section; else empty. */
  readonly site: string
  /** How far below the report's office it stands, from 0. */
  readonly depth: number
}

export function compared(before: Pooled, now: Pooled): Compared {
  return { now: resultOf(now), before: resultOf(before), ...compareIndex(before.votes, now.votes) }
}

export function poolAll(sums: readonly PlacedSum[]): Pooled {
  return sums.reduce((all, { sum }) => pool(all, sum), NOTHING)
}

/**
 * Each office with what it gathered: below an office those of its tree in the tree's order, each with
 * all below it; of a site those that answer for a part of it.
 * @param top key of the office that the report is about; null for a site
 */
export function officeLines(
  { offices }: Scoped,
  top: string | null,
  before: readonly PlacedSum[],
  now: readonly PlacedSum[],
): readonly ReportLine[] {
  const [earlier, later] = [before, now].map((sums) => poolBy(sums, ({ office }) => office ?? ''))
  if (!earlier || !later) return []
  if (top === null) {
    const keys = new Set([...later.keys(), ...earlier.keys()])
    const named = [...keys].map((key) => [key, nameOf(offices, key)] as const)
    return named.sort(byName).map(([key, name]) => ({
      ...{ key, name, site: '', depth: 0 },
      ...compared(earlier.get(key) ?? NOTHING, later.get(key) ?? NOTHING),
    }))
  }
  const [first, second] = [rollUp(offices, earlier), rollUp(offices, later)]
  const within = subtreeOf(offices, top)
  const below = offices.filter(({ key }) => key !== top && within.has(key))
  return inTreeOrder(below).map(({ key, name, depth }) => ({
    ...{ key, name, site: '', depth },
    ...compared(first.get(key)?.all ?? NOTHING, second.get(key)?.all ?? NOTHING),
  }))
}

/** Each section of each site with what it gathered; what is in none at the end of its site's. */
export function sectionLines(
  { sections, sites }: Scoped,
  before: readonly PlacedSum[],
  now: readonly PlacedSum[],
): readonly ReportLine[] {
  return sites.flatMap(({ site }) => {
    const own = (sums: readonly PlacedSum[]) =>
      poolBy(
        sums.filter((each) => each.site === site.key),
        ({ prefix }) => prefix,
      )
    const [earlier, later] = [own(before), own(now)]
    const names = new Map(
      sections.filter((each) => each.site === site.key).map((each) => [each.prefix, each.name]),
    )
    const keys = new Set([...later.keys(), ...earlier.keys()])
    const named = [...keys].map((key) => [key, key && (names.get(key) ?? key)] as const)
    return named.sort(byName).map(([key, name]) => ({
      ...{ key, name, site: site.key, depth: 0 },
      ...compared(earlier.get(key) ?? NOTHING, later.get(key) ?? NOTHING),
    }))
  })
}

/** What has no name last. */
function byName([, a]: readonly [string, string], [, b]: readonly [string, string]): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '')
  return a < b ? -1 : Number(a > b)
}

function nameOf(offices: readonly Office[], key: string): string {
  return offices.find((office) => office.key === key)?.name ?? key
}
