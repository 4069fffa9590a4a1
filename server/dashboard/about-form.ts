import type { Target } from '../domain/access/may.ts'
import type { FollowUpAbout } from '../store/store.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { siteTarget } from './targets.ts'

/**
 * What a follow-up is about, as a form or an address names it in one field: `site bojonegoro` or
 * `office dinkes`. Undefined where it names neither.
 */
export function aboutFromForm({
  about = '',
}: Readonly<Record<string, string>>): FollowUpAbout | undefined {
  const [kind, key, ...more] = about.split(' ')
  if (!key || more.length > 0) return undefined
  if (kind === 'site') return { site: key, article: null }
  return kind === 'office' ? { office: key } : undefined
}

/** The same as that field. */
export function aboutField(about: FollowUpAbout): string {
  return 'site' in about ? `site ${about.site}` : `office ${about.office}`
}

/** What one acts on who writes it down; undefined where there is no such place. */
export function aboutTarget(
  act: Pick<DashboardAct, 'sites' | 'places'>,
  about: FollowUpAbout,
): Target | undefined {
  if ('site' in about) {
    const known = act.sites.some(({ key }) => key === about.site)
    return known ? siteTarget(act, about.site) : undefined
  }
  const { office } = about
  return act.places.offices.some(({ key }) => key === office)
    ? { kind: 'office', office }
    : undefined
}
