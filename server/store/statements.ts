/*
 * The statements of the hot path, built once. Each takes one JSON array with an entry for
 * every article or turn, because one statement for many rows costs a tenth of many
 * statements, and one parameter stays clear of D1's limit of 100.
 */

/** [site, key] of an entry finds its article; entries of unknown articles fall away. */
const ARTICLE = 'a.site = j.value ->> 0 and a.key = j.value ->> 1'

/** ?1: [[site, key], …]. Makes the articles that don't exist yet, of sites that do. */
export const ADD_ARTICLES = `
  insert into articles (site, key)
  select distinct j.value ->> 0, j.value ->> 1
  from json_each(?1) j join sites s on s.key = j.value ->> 0
  where true
  on conflict do nothing`

/**
 * ?1: [[site, key, voter, turn, choice, day, standing, reason, hour], …], taken in that order: in SQLite a cross
 * join keeps its left side outermost, which saves sorting by `j.key`.
 */
const ADD_TURNS = `
  insert into votes (article, voter, turn, choice, day, standing, reason, hour)
  select a.id, unhex(j.value ->> 2), j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6,
    j.value ->> 7, j.value ->> 8
  from json_each(?1) j cross join articles a on ${ARTICLE} and not a.closed
  where true`

/**
 * A ballot's row takes the choice of the highest turn and its hour; the rest of the row, its standing too, stays
 * as first cast. Only a counted row that has no choice takes a standing: a withdrawal sent first would have its
 * vote counted unjudged.
 */
export const TAKE_TURNS = `
  ${ADD_TURNS}
  on conflict (article, voter) do update
  set turn = excluded.turn, choice = excluded.choice, hour = excluded.hour,
    standing = iif(votes.choice is null and votes.standing = 'counted', excluded.standing, votes.standing),
    reason = iif(votes.choice is null and votes.standing = 'counted', excluded.reason, votes.reason)
  where excluded.turn > votes.turn`

/**
 * ?1: as above, of turns that are all the first, of which none is above a stored one. SQLite makes a program of
 * the statement and of every trigger that it may set off, for each group anew: without those of a change it takes half.
 */
export const TAKE_FIRST_TURNS = `
  ${ADD_TURNS}
  on conflict do nothing`

/**
 * ?1: as for `TAKE_TURNS`, and before it, each ballot once: a line in the audit log for counted rows without a
 * choice that will take another standing with the vote. It has the day alone, as the vote has when
 * its hour is forgotten.
 */
export const TELL_SUSPENDED = `
  insert into audit (at, actor, action, site, article, votes, note)
  select unixepoch(max(j.value ->> 5)), 'system', 'suspend', a.site, a.key, count(*),
    'voted again after a withdrawal: ' || (j.value ->> 7)
  from json_each(?1) j cross join articles a on ${ARTICLE} and not a.closed
  join votes v on v.article = a.id and v.voter = unhex(j.value ->> 2)
  where v.standing = 'counted' and v.choice is null
    and j.value ->> 6 <> 'counted' and j.value ->> 3 > v.turn
  group by a.id, j.value ->> 7`

/** ?1: [[site, key, day, views], …] */
export const ADD_VIEWS = `
  insert into tallies (article, day, views)
  select a.id, j.value ->> 2, j.value ->> 3
  from json_each(?1) j join articles a on ${ARTICLE}
  where true
  on conflict (article, day) do update set views = views + excluded.views`

/** ?1: [[site, day, reason, views], …], of sites that exist. */
export const DROP_VIEWS = `
  insert into dropped_views (site, day, reason, views)
  select j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3
  from json_each(?1) j join sites s on s.key = j.value ->> 0
  where true
  on conflict (site, day, reason) do update set views = views + excluded.views`

/**
 * ?1: [[site, key, voter or null], …]. One JSON array in the asked order, because a row
 * made into objects by the driver costs more than the query:
 * [closed, views, four counts, own choice, own standing, opening balance or null, review].
 */
export const READ_ARTICLES = `
  select json_group_array(
    json_array(
      a.closed, t.views, t.sangat_puas, t.puas, t.cukup_puas, t.tidak_puas,
      v.choice, v.standing,
      json(case when o.article is not null then json_array(
        o.views, o.sangat_puas, o.puas, o.cukup_puas, o.tidak_puas, o.source, o.date, o.estimate
      ) end),
      a.review
    ) order by j.key
  )
  from json_each(?1) j
  left join articles a on ${ARTICLE}
  left join totals t on t.article = a.id
  left join votes v on v.article = a.id and v.voter = unhex(j.value ->> 2)
  left join opening_balances o on o.article = a.id`
