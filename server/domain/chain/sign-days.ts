import type { ChainLink, ChangedDay, DaySum, SignedDay, Store } from '../../store/store.ts'
import { dayBefore } from '../day-before.ts'
import { localDay } from '../local-day.ts'
import { entryText } from './chain-entry.ts'
import type { ChainNotary } from './chain-notary.ts'
import { commitmentTo, type NonceOf } from './commitment.ts'
import { countsText } from './counts-text.ts'
import { signingWindow } from './signing-window.ts'

/** Entries of a site in one run; more days than that were missed by a server that was off for long. */
const MOST_AT_ONCE = 400

const NO_COUNTS = countsText([])

/** What signing stands on. */
export interface SigningGround {
  readonly store: Store
  readonly notary: ChainNotary
  readonly nonceOf: NonceOf
  readonly sha256: (text: string) => string
  /** Waits a moment between two steps, so that votes need not wait. */
  readonly rest: () => Promise<void>
  readonly stopping: AbortSignal
}

/** A site whose latest closed day is not signed. */
interface Due {
  readonly site: string
  readonly head: ChainLink | null
  readonly lastClosed: string
  /** Its votes by day, as far as they are read. */
  readonly sums: Map<string, readonly DaySum[]>
}

/**
 * Signs the days of every site that have closed since the last signed one, in order, each with an
 * entry of its own even where nothing was counted: so a day that is missing shows. The first of
 * them also signs anew each earlier day whose counts have changed. The counts of a day are read in
 * short pieces while votes go on; what changes meanwhile is a correction of the next entry.
 * @param now milliseconds since 1970
 * @returns number of entries made
 */
export async function signDays(ground: SigningGround, now: number): Promise<number> {
  const { store, stopping } = ground
  const heads = new Map((await store.readChainHeads()).map((head) => [head.site, head]))
  const due = (await store.readSites()).flatMap(({ key, timeZone }): Due[] => {
    const lastClosed = dayBefore(localDay(timeZone, now), 1)
    const head = heads.get(key) ?? null
    return head === null || head.day < lastClosed
      ? [{ site: key, head, lastClosed, sums: new Map() }]
      : []
  })
  if (due.length === 0) return 0

  const changed = (await store.readChangedDays()).filter(({ site }) => isAmong(due, site))
  await gather(ground, due, [...new Set(changed.map(({ day }) => day))])
  let made = 0
  for (const each of due) {
    if (stopping.aborted) break
    const marks = changed.filter(({ site }) => site === each.site)
    made += await signSite(ground, each, marks)
  }
  return made
}

/** Reads the votes of the sites that are due: of each day in their window, and of the changed ones. */
async function gather(
  { store, rest }: SigningGround,
  due: readonly Due[],
  changed: readonly string[],
): Promise<void> {
  const sites = new Map(due.map(({ site, sums }) => [site, sums]))
  const from = due.map(windowOf).sort()[0] as string
  const through = due.map(({ lastClosed }) => lastClosed).sort()[due.length - 1] as string
  const older = changed.filter((day) => day < from).map((day) => [day, day] as const)
  for (const [first, last] of [...older, [from, through] as const]) {
    for await (const sums of store.sumDays(first, last)) {
      for (const sum of sums) {
        const days = sites.get(sum.site)
        days?.set(sum.day, [...(days.get(sum.day) ?? []), sum])
      }
      await rest()
    }
  }
}

function windowOf({ head }: Due): string {
  return head === null ? '' : signingWindow(head.day)
}

async function signSite(
  ground: SigningGround,
  due: Due,
  marks: readonly ChangedDay[],
): Promise<number> {
  const { store, stopping } = ground
  const { sums } = due
  const days = daysDue(due).slice(0, MOST_AT_ONCE)
  const signed = new Map(
    (await store.readLatestSignings(due.site, windowOf(due))).map((each) => [each.day, each]),
  )
  let corrected = changedSince(due, signed, marks)
  let { head } = due
  let unmarked = marks
  let made = 0
  for (const day of days) {
    if (stopping.aborted) break
    const number = (head?.number ?? 0) + 1
    const signing = (of: string) => {
      return { day: of, number, counts: countsText(sums.get(of) ?? []) }
    }
    const own = signing(day)
    const anew = corrected.map(signing)
    const link = linkOf(ground, due.site, head, own, anew)
    if (!(await store.addLink(link, head?.hash ?? null, [own, ...anew], unmarked))) break
    head = link
    corrected = []
    unmarked = []
    made += 1
  }
  return made
}

/** The first day to be signed: a chain begins with the latest closed one. */
function firstDue({ head, lastClosed }: Due): string {
  return head === null ? lastClosed : dayBefore(head.day, -1)
}

/** The days to be signed, in order. */
function daysDue(due: Due): readonly string[] {
  const days: string[] = []
  for (let day = firstDue(due); day <= due.lastClosed; day = dayBefore(day, -1)) days.push(day)
  return days
}

/** Days before the first due one whose counts are not those that were signed last. */
function changedSince(
  due: Due,
  signed: ReadonlyMap<string, SignedDay>,
  marks: readonly ChangedDay[],
): readonly string[] {
  const { sums } = due
  const [from, first] = [windowOf(due), firstDue(due)]
  const marked = new Set(marks.map(({ day }) => day))
  const looked = [...new Set([...sums.keys(), ...signed.keys(), ...marked])]
  return looked
    .filter((day) => day < first && (day >= from || marked.has(day)))
    .filter((day) => countsText(sums.get(day) ?? []) !== (signed.get(day)?.counts ?? NO_COUNTS))
    .sort()
}

/** An entry of a day, with the days that it signs anew. */
function linkOf(
  { notary, nonceOf, sha256 }: SigningGround,
  site: string,
  head: ChainLink | null,
  own: SignedDay,
  anew: readonly SignedDay[],
): ChainLink {
  const { number } = own
  const commit = ({ day, counts }: SignedDay) => {
    return { day, commitment: commitmentTo(sha256, nonceOf(site, number, day), counts) }
  }
  const previous = head?.hash ?? null
  const corrections = anew.map(commit)
  const entry = entryText({ site, number, previous, corrections, ...commit(own) })
  const signature = notary.sign(entry)
  return { site, number, day: own.day, entry, hash: sha256(entry), signature }
}

function isAmong(due: readonly Due[], site: string): boolean {
  return due.some((each) => each.site === site)
}
