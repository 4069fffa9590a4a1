import type { Scoped } from '../../domain/report/unit-places.ts'
import type { ArticleOrder, Position } from '../../store/store.ts'

/** Orders of a site's list of articles, as they stand in addresses; the first is the usual one. */
export const ARTICLE_ORDERS = ['votes', 'views', 'best', 'attention', 'address'] as const
export type ListedOrder = ArticleOrder | 'address'

/** Longest text that titles and addresses are searched for. */
export const LONGEST_SEARCH = 100

type Query = Readonly<Record<string, string>>

/** The order that an address asks for; null for one that there is not. */
export function orderFrom({ sort }: Query): ListedOrder | null {
  return sort ? (ARTICLE_ORDERS.find((order) => order === sort) ?? null) : ARTICLE_ORDERS[0]
}

/** Where a list goes on, as its own link says it; null for the beginning, and for what is none. */
export function placeFrom({ after }: Query): Position | null {
  try {
    const place: unknown = JSON.parse(after ?? 'null')
    const fits = Array.isArray(place) && place.length > 0 && place.length <= 2
    return fits && place.every((part) => typeof part === 'string' || Number.isSafeInteger(part))
      ? place
      : null
  } catch {
    // Somebody wrote it by hand.
    return null
  }
}

/** The units of a site that an address narrows its list to; undefined for all. */
export function unitsFrom({ section, office }: Query, { sites }: Scoped) {
  if (!section && !office) return undefined
  const units = [...(sites[0]?.units ?? [])].filter(
    ([, place]) =>
      (!section || place.prefix === section) && (!office || (place.office ?? '') === office),
  )
  return units.map(([unit]) => unit)
}
