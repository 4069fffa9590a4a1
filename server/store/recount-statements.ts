/* The statements of a recount. Both sides of a difference come from one of them. */

/** Votes, tallies and articles in a step, so that it takes some milliseconds. */
export const VOTES_AT_ONCE = 4000
const TALLIES_AT_ONCE = 4000
const ARTICLES_AT_ONCE = 1000

export const COUNTS = ['sangat_puas', 'puas', 'cukup_puas', 'tidak_puas'] as const
const choiceOf = (count: string) => `choice is '${count.replace('_', '-')}'`

/** Columns of what is stored, and of what is counted, in one row with zeros for the other side. */
const stored = COUNTS.map((count) => `${count} as s_${count}, 0 as c_${count}`).join(', ')
const counted = COUNTS.map((count) => `0 as s_${count}, ${count} as c_${count}`).join(', ')
const both = COUNTS.flatMap((count) => [
  `sum(s_${count}) as s_${count}`,
  `sum(c_${count}) as c_${count}`,
])
const differs = (columns: readonly string[]) =>
  columns.map((count) => `sum(s_${count}) <> sum(c_${count})`).join(' or ')

/** ?1 to ?2: articles. The sums of votes that are not what their rows come to. */
export const WRONG_SUMS = `
  select article, day, standing, reason, ${both.join(', ')} from (
    select article, day, 'counted' as standing, '' as reason, ${stored} from tallies
    where article between ?1 and ?2
    union all select article, day, standing, reason, ${stored} from uncounted
    where article between ?1 and ?2
    union all select article, day, standing, reason, ${counted} from folded
    where article between ?1 and ?2
    union all select article, day, standing, coalesce(reason, ''),
      ${COUNTS.map((count) => `0, ${choiceOf(count)}`).join(', ')}
    from votes where article between ?1 and ?2 and choice is not null
  ) group by article, day, standing, reason
  having ${differs(COUNTS)}`

export const ALL = ['views', ...COUNTS] as const
export const WRONG_TOTALS = `
  select article, ${ALL.flatMap((count) => [`sum(s_${count})`, `sum(c_${count})`]).join(', ')} from (
    select article, ${ALL.map((count) => `${count} as s_${count}, 0 as c_${count}`).join(', ')}
    from totals where article between ?1 and ?2
    union all
    select article, ${ALL.map((count) => `0, ${count}`).join(', ')}
    from tallies where article between ?1 and ?2
  ) group by article
  having ${differs(ALL)}`

export const named = (wrong: string) =>
  `select a.site, a.key, w.* from (${wrong}) w join articles a on a.id = w.article`

/**
 * ?1: the last article looked at. The next one, the last of all, and the first that is too much
 * for a step that begins with the next one.
 */
export const STEP = `
  select
    (select id from articles where id > ?1 order by id limit 1),
    (select max(id) from articles),
    (select article from votes where article > ?1
      order by article, voter limit 1 offset ${VOTES_AT_ONCE}),
    (select article from tallies where article > ?1
      order by article, day limit 1 offset ${TALLIES_AT_ONCE}),
    (select id from articles where id > ?1 order by id limit 1 offset ${ARTICLES_AT_ONCE})`

/** ?1: article, ?2: behind this voter. The sums of the next votes, and the last of them. */
export const SOME_VOTES = `
  with v as materialized (
    select voter, day, standing, coalesce(reason, '') as reason, choice from votes
    where article = ?1 and voter > unhex(?2) order by voter limit ${VOTES_AT_ONCE}
  )
  select
    (select json_group_array(json_array(day, standing, reason, a, b, c, d)) from (
      select day, standing, reason, sum(${choiceOf('sangat_puas')}) as a,
        sum(${choiceOf('puas')}) as b, sum(${choiceOf('cukup_puas')}) as c,
        sum(${choiceOf('tidak_puas')}) as d
      from v where choice is not null group by day, standing, reason
    )),
    (select count(*) from v),
    (select hex(max(voter)) from v)`

/** ?1: article. What is stored of it less what was folded. */
export const EXPECTED = `
  select day, standing, reason, ${COUNTS.map((count) => `sum(s_${count}) - sum(c_${count})`).join(', ')}
  from (
    select day, 'counted' as standing, '' as reason, ${stored} from tallies where article = ?1
    union all select day, standing, reason, ${stored} from uncounted where article = ?1
    union all select day, standing, reason, ${counted} from folded where article = ?1
  ) group by day, standing, reason`

const THE_ARTICLE = '(select id from articles where site = ?1 and key = ?2)'
const WRONG_HERE = WRONG_SUMS.replaceAll('between ?1 and ?2', `= ${THE_ARTICLE}`)
const overwrite = COUNTS.map((count) => `${count} = excluded.${count}`).join(', ')
const right = COUNTS.map((count) => `c_${count}`).join(', ')

export const REPAIR = [
  `insert into changed_days (site, day) select distinct ?1, day from (${WRONG_HERE}) where true
   on conflict (site, day) do update set marks = marks + 1`,
  `insert into stale_days (site, day) select distinct ?1, day from (${WRONG_HERE}) where true
   on conflict (site, day) do update set claim = null`,
  `insert into stale_articles (article) select id from articles where site = ?1 and key = ?2
   on conflict (article) do update set claim = null`,
  `insert into uncounted (article, day, standing, reason, ${COUNTS.join(', ')})
   select article, day, standing, reason, ${right} from (${WRONG_HERE}) where standing <> 'counted'
   on conflict (article, day, standing, reason) do update set ${overwrite}`,
  // The tallies' triggers move the totals, which must not fall below zero on the way.
  `insert into totals (article, ${ALL.join(', ')})
   select article, ${ALL.map((count) => `sum(${count})`).join(', ')} from tallies
   where article = ${THE_ARTICLE} group by article
   on conflict (article) do update set views = excluded.views, ${overwrite}`,
  // An article without a day has no row for the statement before.
  `update totals set ${ALL.map((count) => `${count} = 0`).join(', ')} where article = ${THE_ARTICLE}
   and not exists (select 1 from tallies where article = ${THE_ARTICLE})`,
  `insert into tallies (article, day, ${COUNTS.join(', ')})
   select article, day, ${right} from (${WRONG_HERE}) where standing = 'counted'
   on conflict (article, day) do update set ${overwrite}`,
]

export const ADD_AUDIT = `
  insert into audit (at, actor, action, site, article, note)
  values (?1, 'operator', 'recount', ?2, ?3, ?4)`
