import { SEALED_AFTER_DAYS } from '../../shared/sealing.ts'
import type { RetentionTerms, Store, VotePlace } from '../store/store.ts'
import { type ClockTrace, traceClock } from './believed-clock.ts'
import { type SigningGround, signDays } from './chain/sign-days.ts'
import { dayBefore } from './day-before.ts'
import { localDay } from './local-day.ts'

const HOUR = 60 * 60 * 1000
/** How long a vote's hour and the row of a withdrawn vote are kept, in hours. */
const HOURS_KEPT = 48
const AUDIT_KEPT = 2 * 365 * 24 * HOUR
/** A walk over the votes that took more steps than this comes round once a day, in place of hourly. */
const SHORT_WALK = 1000
const LONG_WALK_AFTER = 23 * HOUR

/** What maintenance stands on; all of it comes from `entry/`. */
export interface MaintenanceGround extends SigningGround {
  /** Most steps of a walk over the votes in one run. */
  readonly mostSteps: number
}

/** What a run did, in numbers of rows. */
export interface Maintained {
  /** Votes whose hour was forgotten. */
  readonly hours: number
  /** Rows of withdrawn votes that went. */
  readonly withdrawn: number
  readonly expired: number
  readonly sealed: number
  /** Lines of the audit log that went. */
  readonly audit: number
  /** Entries of the chains that were made. */
  readonly signed: number
}

type Done = { -readonly [Count in keyof Maintained]: Maintained[Count] }

/** How far the upkeep has come, as it is kept between two runs. */
interface Upkeep {
  readonly clock: ClockTrace
  readonly walk: Walk | null
}

/** The latest walk over the votes. */
interface Walk {
  /** Milliseconds since 1970. */
  readonly begun: number
  readonly steps: number
  /** Null where it came to the end. */
  readonly at: VotePlace | null
}

/**
 * Forgets whose time is over and signs the days that closed; to be run each hour. A run may be cut off at any moment: what it
 * had not come to is left for the next.
 * @param now milliseconds since 1970
 */
export async function runMaintenance(ground: MaintenanceGround, now: number): Promise<Maintained> {
  const { store } = ground
  const kept = await store.readUpkeep()
  const before = kept === null ? null : (JSON.parse(kept) as Upkeep)
  const clock = traceClock(before?.clock ?? null, now)
  const done = { hours: 0, withdrawn: 0, expired: 0, sealed: 0, audit: 0, signed: 0 }

  const latest = before?.walk ?? null
  const begun = walkFor(latest, now)
  const walk = begun ? await sweep(ground, begun, await termsAt(store, clock, now), done) : latest
  if (clock.believed !== null) {
    await dropAudit(ground, clock.believed, done)
    await store.dropExpired(Math.floor(clock.believed / 1000))
    done.signed = await signDays(ground, clock.believed)
  }

  const upkeep: Upkeep = { clock, walk }
  await store.keepUpkeep(JSON.stringify(upkeep))
  return done
}

/** The walk to go on with: the one that was cut off, a new one, or none yet. */
function walkFor(latest: Walk | null, now: number): Walk | null {
  const anew = { begun: now, steps: 0, at: null }
  if (!latest) return anew
  if (latest.at) return latest
  const since = now - latest.begun
  return since < 0 || since >= LONG_WALK_AFTER || latest.steps <= SHORT_WALK ? anew : null
}

async function termsAt(store: Store, clock: ClockTrace, now: number): Promise<RetentionTerms> {
  return {
    hoursBefore: Math.floor(now / HOUR) - HOURS_KEPT,
    sealedThrough: clock.believed === null ? null : await sealedThrough(store, clock.believed),
    at: Math.floor(now / 1000),
  }
}

/** The latest day whose every vote, at whichever site, was cast so long ago that it is final. */
async function sealedThrough(store: Store, now: number): Promise<string | null> {
  const today = (await store.readSites()).map(({ timeZone }) => localDay(timeZone, now)).sort()[0]
  return today === undefined ? null : dayBefore(today, SEALED_AFTER_DAYS + 1)
}

/** Goes on with a walk until it ends, has taken its steps, or is stopped. */
async function sweep(
  { store, rest, stopping, mostSteps }: MaintenanceGround,
  begun: Walk,
  terms: RetentionTerms,
  done: Done,
): Promise<Walk> {
  let walk = begun
  for (let steps = 0; steps < mostSteps && !stopping.aborted; steps++) {
    const { next, hours, withdrawn, expired, sealed } = await store.sweepVotes(walk.at, terms)
    done.hours += hours
    done.withdrawn += withdrawn
    done.expired += expired
    done.sealed += sealed
    walk = { ...walk, steps: walk.steps + 1, at: next }
    if (next === null) return walk
    await rest()
  }
  return walk
}

async function dropAudit(
  { store, rest, stopping }: MaintenanceGround,
  now: number,
  done: Done,
): Promise<void> {
  const before = Math.floor((now - AUDIT_KEPT) / 1000)
  while (!stopping.aborted) {
    const dropped = await store.dropAudit(before)
    if (dropped === 0) return
    done.audit += dropped
    await rest()
  }
}
