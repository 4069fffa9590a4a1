import type { AlertAbout, AlertRule, NewDelivery, Store } from '../../store/store.ts'
import { type ReportScope, readScope } from '../report/report-scope.ts'
import type { Scoped } from '../report/unit-places.ts'
import type { AlertNews } from './alert-finding.ts'
import { type JudgingGround, judgeRule } from './judge-rule.ts'

const HOUR = 60 * 60
/** How soon a rule fires again after it fired, in seconds: a figure at its bound comes and goes. */
const QUIET = { index: 24 * HOUR, burst: HOUR, silence: 24 * HOUR, backup: 24 * HOUR } as const

export interface WatchGround extends Omit<JudgingGround, 'store' | 'now'> {
  readonly store: Store
  readonly clock: () => number
  readonly messagesOf: (news: AlertNews) => readonly NewDelivery[]
  readonly stopping: AbortSignal
}

/**
 * Looks at every rule: one that begins to be so fires, one that is no longer so ends. What tells of
 * it is written in the same transaction.
 */
export async function watchRules(ground: WatchGround): Promise<void> {
  for (const rule of await ground.store.readAlertRules()) {
    if (ground.stopping.aborted) return
    await watchRule(ground, rule)
  }
}

async function watchRule(ground: WatchGround, rule: AlertRule): Promise<void> {
  const { store, clock, messagesOf } = ground
  const now = clock()
  const place = await placeOf(store, rule.about)
  // It went this moment, and the rule with it.
  if (!place) return
  const judged = await judgeRule({ ...ground, now }, rule, place.sites)
  if (!judged) return
  const at = Math.floor(now / 1000)
  const isFiring = rule.state === 'firing'
  if (judged.fires === isFiring) return
  if (judged.fires && isQuiet(rule, at)) return
  const news = { rule, name: place.name, finding: judged.finding }
  const occasion = judged.fires ? 'began' : 'ended'
  const told = judged.fires || rule.tellsEnd
  const messages = told ? messagesOf({ ...news, occasion }) : []
  await store.moveAlert(rule.key, judged.fires ? 'firing' : 'resolved', at, messages)
}

/** A clock that was ahead when it fired keeps nothing quiet. */
function isQuiet({ firedAt, kind }: AlertRule, at: number): boolean {
  return firedAt !== null && at >= firedAt && at - firedAt < QUIET[kind]
}

/** The name of what a rule is about, and its sites; null where there is no such place. */
async function placeOf(
  store: Store,
  about: AlertAbout,
): Promise<{ readonly name: string; readonly sites: Scoped['sites'] } | null> {
  if (about === 'server') return { name: '', sites: [] }
  const scope = await scopeOf(store, about)
  if (!scope) return null
  const { sites } = await readScope(store, scope)
  return { name: scope.kind === 'office' ? scope.office.name : scope.site.name, sites }
}

async function scopeOf(
  store: Store,
  about: Exclude<AlertAbout, 'server'>,
): Promise<Exclude<ReportScope, { kind: 'article' }> | null> {
  if ('site' in about) {
    const site = (await store.readSites()).find(({ key }) => key === about.site)
    return site ? { kind: 'site', site } : null
  }
  const office = (await store.readOffices()).find(({ key }) => key === about.office)
  return office ? { kind: 'office', office } : null
}
