import type { SiteDay, Summary, UnitSum } from '../../store/store.ts'
import { dayBefore } from '../day-before.ts'
import { poolSums } from './pool-sums.ts'
import type { SummingGround } from './summing-ground.ts'

/** Days that lists of the latest articles go back. */
const LATEST = 30

/** A site's days that have closed. */
export interface ClosedDays extends Summary {
  /** The latest one that is to be summed. */
  readonly lastClosed: string
}

/**
 * Pools the days of each site that have closed since the last run, in order, and marks the
 * articles that gathered something on them.
 * @returns number of days pooled
 */
export async function closeDays(
  ground: SummingGround,
  sites: readonly ClosedDays[],
): Promise<number> {
  const { store, stopping } = ground
  const through = new Map(sites.map((each) => [each.site, each.through]))
  let first: string | undefined
  let pooled = 0
  while (!stopping.aborted && ground.spend()) {
    const due = sites.filter(({ site, lastClosed }) => (through.get(site) ?? '') < lastClosed)
    const cursor = due.map(({ site }) => through.get(site) ?? '').sort()[0]
    if (cursor === undefined) break
    // A day without anything is passed over, but for the last one: so all reach it.
    const next = await store.readNextDay(cursor)
    const end = due.map(({ lastClosed }) => lastClosed).sort()[0] ?? ''
    const day = next !== null && next < end ? next : end
    first ??= day
    await markArticles(ground, day)
    await markLeaving(ground, cursor, day, first)
    const closing = due.filter(({ site }) => (through.get(site) ?? '') < day)
    await poolDay(
      ground,
      day,
      closing.map(({ site }) => site),
      true,
    )
    for (const { site } of closing) through.set(site, day)
    pooled += 1
  }
  return pooled
}

/**
 * Marks the articles of days that are no longer among the latest when a day closes.
 * @param before the day that was the last closed one until now; empty for none
 * @param first from this day on all are marked already
 */
async function markLeaving(
  ground: SummingGround,
  before: string,
  closed: string,
  first: string,
): Promise<void> {
  if (before === '') return
  const last = dayBefore(closed, LATEST)
  let day = await ground.store.readNextDay(dayBefore(before, LATEST))
  while (day !== null && day <= last && day < first) {
    await markArticles(ground, day)
    day = await ground.store.readNextDay(day)
  }
}

async function markArticles({ store, rest }: SummingGround, day: string): Promise<void> {
  for (let after: number | null = 0; after !== null; ) {
    after = await store.markArticles(day, after)
    await rest()
  }
}

/**
 * Pools days anew that changed since, as far as they were pooled before.
 * @returns number of days pooled
 */
export async function poolStaleDays(
  ground: SummingGround,
  summaries: readonly Summary[],
): Promise<number> {
  const through = new Map(summaries.map((each) => [each.site, each.through]))
  const days = new Map<string, string[]>()
  for (const { site, day } of await ground.store.readStaleDays()) {
    if (day <= (through.get(site) ?? '')) days.set(day, [...(days.get(day) ?? []), site])
  }
  let pooled = 0
  for (const [day, sites] of days) {
    if (ground.stopping.aborted || !ground.spend()) break
    await poolDay(ground, day, sites, false)
    pooled += 1
  }
  return pooled
}

/**
 * Looks whether anything came to the latest closed days after they were pooled, such as views
 * that waited for a full disk, and marks what it came to.
 */
export async function recheckDays(
  ground: SummingGround,
  summaries: readonly Summary[],
): Promise<void> {
  const { store } = ground
  const days = new Map<string, string[]>()
  for (const { site, through } of summaries.filter(({ through: day }) => day !== '')) {
    for (const day of [through, dayBefore(through, 1)]) {
      days.set(day, [...(days.get(day) ?? []), site])
    }
  }
  for (const [day, sites] of days) {
    if (ground.stopping.aborted || !ground.spend()) break
    const sums = await pooledBySite(ground, day)
    const moved: SiteDay[] = []
    for (const site of sites) {
      const kept = await store.readUnitDay({ site, day })
      if (textOf(kept) !== textOf(sums.get(site) ?? [])) moved.push({ site, day })
    }
    if (moved.length === 0) continue
    await markArticles(ground, day)
    for (const each of moved) await store.markDay(each)
  }
}

async function poolDay(
  ground: SummingGround,
  day: string,
  sites: readonly string[],
  closing: boolean,
): Promise<void> {
  const { store } = ground
  const claim = ground.newClaim()
  for (const site of sites) await store.claimDay({ site, day }, claim)
  const sums = await pooledBySite(ground, day)
  for (const site of sites) {
    await store.keepDay({ site, day }, sums.get(site) ?? [], claim, closing)
  }
}

async function pooledBySite(
  { store, rest }: SummingGround,
  day: string,
): Promise<ReadonlyMap<string, readonly UnitSum[]>> {
  const pieces: UnitSum[] = []
  for await (const sums of store.sumUnits(day)) {
    pieces.push(...sums)
    await rest()
  }
  const sites = new Map<string, UnitSum[]>()
  for (const sum of poolSums(pieces)) sites.set(sum.site, [...(sites.get(sum.site) ?? []), sum])
  return sites
}

function textOf(sums: readonly UnitSum[]): string {
  return JSON.stringify([...sums].sort((a, b) => a.unit - b.unit))
}
