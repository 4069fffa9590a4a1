const COUNTS = ['sangat_puas', 'puas', 'cukup_puas', 'tidak_puas']

const columns = (name: (count: string) => string) =>
  COUNTS.map((count) => `${name(count)} as ${count}`).join(', ')

/**
 * What is stored held against the rows it comes from, in the plainest form: every difference is
 * a row. Tallies are what was folded and what is counted now, what is not counted likewise, and
 * totals are the sum of their tallies.
 */
export const SUMS_AMISS = `
  select 'votes', article, day, standing, reason, ${columns((count) => `sum(${count})`)} from (
    select article, day, standing, coalesce(reason, '') as reason,
      ${columns((count) => `(choice is '${count.replace('_', '-')}')`)} from votes
    union all select article, day, standing, reason, ${COUNTS.join(', ')} from folded
    union all select article, day, 'counted', '', ${columns((count) => `-${count}`)} from tallies
    union all select article, day, standing, reason, ${columns((count) => `-${count}`)} from uncounted
  ) group by article, day, standing, reason
  having ${COUNTS.map((count) => `sum(${count}) <> 0`).join(' or ')}
  union all
  select 'totals', article, '', '', '', ${columns((count) => `sum(${count})`)} from (
    select article, views, ${COUNTS.join(', ')} from totals
    union all select article, -views, ${columns((count) => `-${count}`)} from tallies
  ) group by article
  having ${['views', ...COUNTS].map((count) => `sum(${count}) <> 0`).join(' or ')}`
