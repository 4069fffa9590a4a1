/*
 * What reports are read from held against the tallies, in the plainest form: everything counted
 * anew, with the rules of sections written once more, in SQL.
 */

const COUNTS = ['sangat_puas', 'puas', 'cukup_puas', 'tidak_puas']
const sums = (table: string, columns: readonly string[]) =>
  columns.map((column) => `sum(${table}.${column})`).join(', ')
const ALL = ['views', ...COUNTS]

/** For whom an article counts: itself, or what it is an alias of. */
const ROOT = `
  select a.id, coalesce(l.target, a.id) as root from articles a left join aliases l on l.article = a.id`

/** The longest named prefix that the key begins with, part by part; else what was found; else none. */
const PREFIX = `coalesce(
  (select prefix from sections s where s.site = r.site and not s.found
    and substr(r.key || '/', 1, length(s.prefix) + 1) = s.prefix || '/'
    order by length(prefix) desc limit 1),
  (select prefix from sections s where s.site = r.site and s.found and r.verified
    and substr(r.key, 1, length(s.prefix) + 1) = s.prefix || '/' limit 1),
  '')`

/** [day, prefix, own office, views, four counts, pending, excluded] of every closed day. */
export const EXPECTED_UNITS = `
  select t.day as step, ${PREFIX} as prefix, coalesce(r.office, '') as office, ${sums('t', ALL)},
    sum(coalesce(u.pending, 0)), sum(coalesce(u.excluded, 0))
  from tallies t
  join (${ROOT}) m on m.id = t.article
  join articles r on r.id = m.root
  join summaries s on s.site = r.site and t.day <= s.through
  left join (
    select article, day,
      sum((standing = 'pending') * (${COUNTS.join(' + ')})) as pending,
      sum((standing = 'excluded') * (${COUNTS.join(' + ')})) as excluded
    from uncounted group by article, day
  ) u on u.article = t.article and u.day = t.day
  group by 1, 2, 3
  having ${ALL.map((column) => `sum(t.${column})`).join(' + ')}
    + sum(coalesce(u.pending, 0)) + sum(coalesce(u.excluded, 0)) > 0
  order by 1, 2, 3`

const kept = (table: string, step: string) => `
  select d.${step}, coalesce(u.prefix, 'none yet'), coalesce(u.office, ''),
    ${sums('d', [...ALL, 'pending', 'excluded'])}
  from ${table} d left join units u on u.id = d.unit
  group by 1, 2, 3
  having ${[...ALL, 'pending', 'excluded'].map((column) => `sum(d.${column})`).join(' + ')} > 0
  order by 1, 2, 3`

export const KEPT_UNITS = kept('unit_days', 'day')
export const KEPT_MONTHS = kept('unit_months', 'month')

const PERIODS = [
  'substr(t.day, 1, 7)',
  "substr(t.day, 1, 4) || '-T' || ((substr(t.day, 6, 2) + 2) / 3)",
  "substr(t.day, 1, 4) || '-S' || iif(substr(t.day, 6, 2) < '07', 1, 2)",
  'substr(t.day, 1, 4)',
  "'all'",
  "iif(t.day > date(s.through, '-30 days'), 'latest', 'earlier')",
]

/** [key, period, views, four counts, votes] of every article that is no alias. */
export const EXPECTED_PERIODS = `
  select r.key, e.value as period, ${sums('t', ALL)},
    ${COUNTS.map((column) => `sum(t.${column})`).join(' + ')} as votes
  from tallies t
  join (${ROOT}) m on m.id = t.article
  join articles r on r.id = m.root
  join summaries s on s.site = r.site and t.day <= s.through
  join json_each(json_array(${PERIODS.join(', ')})) e
  where e.value <> 'earlier' group by 1, 2
  having ${ALL.map((column) => `sum(t.${column})`).join(' + ')} > 0 order by 1, 2`

export const KEPT_PERIODS = `
  select a.key, p.period, ${ALL.map((column) => `p.${column}`).join(', ')}, p.votes
  from article_periods p join articles a on a.id = p.article
  where p.views + p.votes > 0 order by 1, 2`
