import { countVotes } from '../../../shared/votes-by-choice.ts'
import type { AlertRule, Days, HeldBurst, Pooled, Store } from '../../store/store.ts'
import { dayBefore } from '../day-before.ts'
import { localDay } from '../local-day.ts'
import { NOTHING, pool } from '../report/pool-sums.ts'
import { resultOf } from '../report/result.ts'
import type { ScopedSite } from '../report/unit-places.ts'
import type { ReadUnitResults } from '../report/unit-results.ts'
import type { AlertFinding } from './alert-finding.ts'

const HOUR = 60 * 60 * 1000
/** Days before a silence in which there must have been votes. */
const BEFORE = 28
/** Days that held votes are looked for in, today among them. */
const HELD_DAYS = 8

export interface JudgingGround {
  readonly store: Pick<Store, 'readHeldBursts'>
  readonly readUnitResults: ReadUnitResults
  /** When the last backup was tested, as ISO 8601. */
  readonly readBackup: () => Promise<{ readonly good?: { readonly time: string } }>
  /** Milliseconds since 1970. */
  readonly now: number
}

export interface Judgement {
  readonly fires: boolean
  readonly finding: AlertFinding
}

/**
 * Whether what a rule watches for is so now; null where that can't be said yet. Reads sums alone.
 * @param sites those of the rule with the units that are its own; none for the server
 */
export function judgeRule(
  ground: JudgingGround,
  rule: AlertRule,
  sites: readonly ScopedSite[],
): Promise<Judgement | null> {
  if (rule.kind === 'index') return judgeIndex(ground, rule, sites)
  if (rule.kind === 'burst') return judgeBursts(ground, sites)
  return rule.kind === 'silence' ? judgeSilence(ground, rule, sites) : judgeBackup(ground, rule)
}

async function judgeIndex(
  ground: JudgingGround,
  { bound, least, span }: AlertRule,
  sites: readonly ScopedSite[],
): Promise<Judgement | null> {
  const sum = await gather(ground, sites, (today) => lastDays(today, span ?? 1))
  if (!sum) return null
  const { n, index, interval } = resultOf(sum)
  const days = lastDays(localDay(sites[0]?.site.timeZone ?? 'UTC', ground.now), span ?? 1)
  const fires = n >= (least ?? 1) && interval !== null && interval.high < (bound ?? 0)
  return { fires, finding: { kind: 'index', n, ...days, index, interval } }
}

async function judgeSilence(
  ground: JudgingGround,
  { span }: AlertRule,
  sites: readonly ScopedSite[],
): Promise<Judgement | null> {
  const days = span ?? 1
  const now = await gather(ground, sites, (today) => lastDays(today, days))
  const then = await gather(ground, sites, (today) => lastDays(dayBefore(today, days), BEFORE))
  if (!now || !then) return null
  const [votes, before] = [allVotes(now), allVotes(then)]
  return { fires: votes === 0 && before > 0, finding: { kind: 'silence', votes, before } }
}

async function judgeBursts(
  { store, now }: JudgingGround,
  sites: readonly ScopedSite[],
): Promise<Judgement> {
  // A day of the furthest zone may have begun already.
  const last = localDay('Pacific/Kiritimati', now)
  const held: HeldBurst[] = []
  for (let i = 0; i < HELD_DAYS; i++) held.push(...(await store.readHeldBursts(dayBefore(last, i))))
  const own = held.filter(({ site, unit }) =>
    sites.some(({ site: { key }, units }) => key === site && units.has(unit)),
  )
  const votes = own.reduce((sum, each) => sum + each.votes, 0)
  const articles = own.reduce((sum, each) => sum + each.articles, 0)
  return { fires: votes > 0, finding: { kind: 'burst', votes, articles } }
}

async function judgeBackup(
  { readBackup, now }: JudgingGround,
  { span }: AlertRule,
): Promise<Judgement> {
  const last = (await readBackup()).good?.time ?? null
  const fires = last === null || now - Date.parse(last) > (span ?? 1) * HOUR
  return { fires, finding: { kind: 'backup', last } }
}

/** Null while sums of closed days are missing. */
async function gather(
  { readUnitResults, now }: JudgingGround,
  sites: readonly ScopedSite[],
  daysFrom: (today: string) => Days,
): Promise<Pooled | null> {
  let sum = NOTHING
  // One site after another: votes take turns with them.
  for (const { site, units } of sites) {
    const results = await readUnitResults(site, daysFrom(localDay(site.timeZone, now)))
    if (!results.complete) return null
    for (const one of results.sums) if (units.has(one.unit)) sum = pool(sum, one)
  }
  return sum
}

/** As many days, to this one. */
function lastDays(to: string, days: number): Days {
  return { from: dayBefore(to, days - 1), to }
}

function allVotes({ votes, pending, excluded }: Pooled): number {
  return countVotes(votes) + pending + excluded
}
