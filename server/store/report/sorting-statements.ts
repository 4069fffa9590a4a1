import type { Statement } from '../database.ts'

/** ?1 site, ?2 key. The article and its aliases are sorted again, with all behind them. */
export const SORT_ANEW = `
  update summaries set sorted = min(sorted, coalesce((
    select min(a.id) - 1 from articles a
    where a.id = (select id from articles where site = ?1 and key = ?2)
      or a.id in (select article from aliases
        where target = (select id from articles where site = ?1 and key = ?2))
  ), sorted)) where site = ?1`

/**
 * ?1 site, ?2 [[key, …], …]. Articles that were verified are sorted again: their addresses may speak of a
 * section now.
 */
export const SORT_PAGES_ANEW = `
  update summaries set sorted = min(sorted, coalesce((
    select min(a.id) - 1 from json_each(?2) j
    join articles a on a.site = ?1 and a.key = j.value ->> 0
  ), sorted)) where site = ?1`

/** All articles of a site are sorted again. */
export const SORT_SITE_ANEW = (site: string): Statement => ({
  sql: 'update summaries set sorted = 0 where site = ?1',
  args: [site],
})
