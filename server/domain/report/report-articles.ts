import type { ListedArticle, Position, Store } from '../../store/store.ts'
import type { Period } from './period.ts'
import { NOTHING } from './pool-sums.ts'
import type { ReportScope } from './report-scope.ts'
import { type Result, resultOf } from './result.ts'
import type { Scoped, ScopedSite } from './unit-places.ts'

/** Articles read at once: one less than a statement looks at, which tells then whether there are more. */
const AT_ONCE = 499

/** An article of a report's list, with where it stands. */
export interface ReportArticle {
  readonly site: string
  readonly key: string
  readonly title: string | null
  readonly verified: boolean
  /** Name of the office that answers for it; empty for none. */
  readonly office: string
  /** Name of its section; empty for none. */
  readonly section: string
  readonly result: Result
}

/**
 * Every article that the period has figures of, some at a time and only while somebody takes them: site
 * after site, in the order of their addresses.
 */
export async function* reportArticles(
  store: Store,
  scope: ReportScope,
  scoped: Scoped,
  period: Period,
): AsyncGenerator<ReportArticle> {
  const describe = describer(scoped)
  for (const within of scoped.sites) {
    if (scope.kind === 'article') {
      const asked = { site: within.site.key, key: scope.article }
      const article = await store.readArticleDays(asked, period)
      if (article) yield describe(within, article)
      continue
    }
    for (let after: Position | null | undefined; after !== null; ) {
      const asked = { after: after ?? null, most: AT_ONCE }
      const page = await store.listByAddress(listOf(within, period), asked)
      for (const article of page.entries) yield describe(within, article)
      after = page.next
    }
  }
}

/** How many those are now. */
export async function countReportArticles(
  store: Store,
  scope: ReportScope,
  { sites }: Scoped,
  period: Period,
): Promise<number> {
  if (scope.kind === 'article') return 1
  let count = 0
  for (const within of sites) count += await store.countArticles(listOf(within, period))
  return count
}

function listOf({ site, units, whole }: ScopedSite, { code, from, to }: Period) {
  const list = { site: site.key, period: code, from, to }
  return whole ? list : { ...list, units: [...units.keys()] }
}

function describer({ offices, sections }: Scoped) {
  const officeNames = new Map(offices.map(({ key, name }) => [key, name]))
  const sectionNames = new Map(sections.map((each) => [`${each.site} ${each.prefix}`, each.name]))
  return ({ site, units }: ScopedSite, article: ListedArticle): ReportArticle => {
    const { key, title, verified, unit, views, votes } = article
    const place = units.get(unit)
    const prefix = place?.prefix ?? ''
    return {
      ...{ site: site.key, key, title, verified },
      office: officeNames.get(place?.office ?? '') ?? '',
      section: prefix && (sectionNames.get(`${site.key} ${prefix}`) ?? prefix),
      result: resultOf({ ...NOTHING, views, votes }),
    }
  }
}
