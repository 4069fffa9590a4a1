import { UNFINISHED_STATUSES } from '../../shared/follow-up-status.ts'
import { dayBefore } from '../domain/day-before.ts'
import { localDay } from '../domain/local-day.ts'
import { type Notice, noticesAtHand } from '../domain/moderation/notices.ts'
import type { Site } from '../store/store.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { followUpReach } from './follow-up-reach.ts'
import type { Lately } from './lately.ts'
import { zoneOf } from './zone-of.ts'

/** Of more than that nobody needs the exact number. */
const MOST_COUNTED = 1000

/** So much of something at a site. */
export interface AtSite {
  readonly site: Site
  readonly n: number
}

/** What waits for somebody today. */
export interface Attention {
  /** Votes of seven days that are set aside until somebody decides. */
  readonly pending: readonly AtSite[]
  /** Articles whose votes are being looked at. */
  readonly reviews: readonly AtSite[]
  /** Each kind once for a site; `site` is null for what concerns the whole server. */
  readonly notices: readonly { readonly site: Site | null; readonly kind: Notice['kind'] }[]
  /** Follow-ups that should have been done before today. */
  readonly overdue: number
}

/** Most first. */
export async function readAttention(
  act: DashboardAct,
  lately: readonly Lately[],
): Promise<Attention> {
  const { store } = act.rules
  const reviews = await store.countReviews()
  const atSites = (countOf: (one: Lately) => number) =>
    lately
      .map((one) => ({ site: one.site, n: countOf(one) }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n)
  const yesterday = dayBefore(localDay(zoneOf(act, undefined), act.now * 1000), 1)
  const late = { ...followUpReach(act), statuses: UNFINISHED_STATUSES, dueBy: yesterday }
  const { entries } = await store.readFollowUps(late, { after: null, most: MOST_COUNTED })
  return {
    pending: atSites(({ week }) => week.pending),
    reviews: atSites(({ site }) => reviews.get(site.key) ?? 0),
    notices: await notices(act, lately),
    overdue: entries.length,
  }
}

/** What is told alike of every site concerns the server. */
const OF_SERVER: readonly Notice['kind'][] = ['proxy-untrusted', 'proxy-silent', 'crowd', 'backup']

async function notices(
  act: DashboardAct,
  lately: readonly Lately[],
): Promise<Attention['notices']> {
  const found = new Map<string, Attention['notices'][number]>()
  const everySite = act.may('govern', { kind: 'server' })
  for (const { site } of lately) {
    const listed = await act.rules.sites.find(site.key)
    if (!listed) continue
    for (const { kind, until } of await noticesAtHand(act.rules, { listed, everySite })) {
      // Of owners every refused origin is told at each site.
      const ofServer = OF_SERVER.includes(kind) || (everySite && kind === 'refused-origin')
      const place = ofServer ? null : site
      if (until === null) found.set(`${kind} ${place?.key}`, { site: place, kind })
    }
  }
  return [...found.values()]
}
