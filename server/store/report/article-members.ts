/** ?1 site, ?2 key: the article, `root`, and all that count as it, `members`. */
export const MEMBERS = `
  with root as materialized (
    select coalesce(l.target, a.id) as id from articles a left join aliases l on l.article = a.id
    where a.site = ?1 and a.key = ?2
  ), members as materialized (
    select id from root
    union all select article from aliases where target in (select id from root)
  )`
