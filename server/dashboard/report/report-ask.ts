import { articleKey } from '../../../shared/article-key.ts'
import type { Period } from '../../domain/report/period.ts'
import { readReportPeriod } from '../../domain/report/report-period.ts'
import type { ReportScope } from '../../domain/report/report-scope.ts'
import { createOriginRule } from '../../domain/site/origin-rule.ts'
import type { Site } from '../../store/store.ts'
import type { DashboardAct } from '../dashboard-route.ts'

/** What a report is asked of. */
export interface ReportAsk {
  readonly scope: ReportScope
  readonly period: Period
  /** Its address, without the query. */
  readonly path: string
  /** Query that asks for it again, such as `?period=2026-T1`. */
  readonly query: string
}

/** What an address asks a report of; null where it asks for none that there is. */
export function askedReport({ path, query, sites, places }: DashboardAct): ReportAsk | null {
  const period = readReportPeriod(query['period'] ?? '')
  if (!period) return null
  const office = places.offices.find(({ key }) => key === path['office'])
  if (office) {
    const about = { kind: 'office', office } as const
    return { scope: about, period, ...addressOf('offices', office.key, period) }
  }
  const site = sites.find(({ key }) => key === path['site'])
  if (!site) return null
  const address = addressOf('sites', site.key, period, query['article'])
  const typed = query['article'] ?? ''
  if (typed === '') return { scope: { kind: 'site', site }, period, ...address }
  const article = articleOf(site, typed)
  return article === null ? null : { scope: { kind: 'article', site, article }, period, ...address }
}

/** The key that somebody means by an address; null where it is none of the site's. */
export function articleOf(site: Site, typed: string): string | null {
  const { homeHost, hostFor } = createOriginRule(site)
  return articleKey(typed.trim(), homeHost, hostFor)
}

/** Where a report stands. */
export function addressOf(
  kind: 'sites' | 'offices',
  key: string,
  { code }: Pick<Period, 'code'>,
  article = '',
): { readonly path: string; readonly query: string } {
  const more = article === '' ? '' : `&article=${encodeURIComponent(article)}`
  return { path: `/admin/${kind}/${key}/report`, query: `?period=${code}${more}` }
}

/** What a report is about, by its own name. */
export function scopeName(scope: ReportScope, title: string | null): string {
  if (scope.kind === 'office') return scope.office.name
  return scope.kind === 'site' ? scope.site.name : (title ?? scope.article)
}
