import { auditArgs } from './audit-args.ts'
import type { Database, Statement } from './database.ts'
import type { Moderation, NewStanding, VoteSelection } from './moderation.ts'

/** Most votes changed in one transaction: the votes behind it wait for no more. */
const MOST_AT_ONCE = 1000

/**
 * ?1 site, ?2 standing, ?3 article, ?4 reason, ?5 from, ?6 to, ?7 voters, ?8 new standing, ?9 new reason.
 * The chosen votes are put together first, so that each is then found by its whole key.
 */
const changeOf = (votes: string) => `
  update votes set standing = ?8, reason = case ?8
    when 'counted' then null
    when 'pending' then ?9
    else coalesce(?9, votes.reason, 'moderation') end
  from (
    select v.article as article, v.voter as voter from ${votes}
      and v.article in (select id from articles where site = ?1 and (?3 is null or key = ?3))
      and (?4 is null or v.reason = ?4)
      and (?5 is null or v.day >= ?5)
      and (?6 is null or v.day <= ?6)
      and (?7 is null or v.voter in (select unhex(value) from json_each(?7)))
    limit ${MOST_AT_ONCE}
  ) as chosen
  where votes.article = chosen.article and votes.voter = chosen.voter`

const CHANGE_COUNTED = changeOf('votes v where v.standing = ?2')

/** Without being told, the planner goes through all votes of every article of the site. */
const CHANGE_UNCOUNTED = changeOf(
  "votes v indexed by votes_uncounted where v.standing <> 'counted' and v.standing = ?2",
)

const ADD_AUDIT = `
  insert into audit (at, actor, action, site, article, note, votes)
  select ?1, ?2, ?3, ?4, ?5, ?6, ?7`

/** The number of votes that the statement before it changed. */
const ADD_CHANGED = `
  insert into audit (at, actor, action, site, article, note, votes)
  select ?1, ?2, ?3, ?4, ?5, ?6, changes() where changes() > 0`

export function createModeration(database: Database): Moderation {
  return {
    async changeStanding(votes, to, audit, told) {
      let changed = 0
      for (;;) {
        const rows = await database.write([
          changing(votes, to),
          { sql: ADD_CHANGED, args: auditArgs(audit) },
          { sql: 'select votes from audit where id = last_insert_rowid() and changes() > 0' },
        ])
        const votesChanged = Number(rows[2]?.[0]?.[0] ?? 0)
        changed += votesChanged
        if (votesChanged > 0) told?.(votesChanged)
        if (votesChanged < MOST_AT_ONCE) return changed
      }
    },

    async addAudit(entry) {
      await database.write([{ sql: ADD_AUDIT, args: [...auditArgs(entry), 0] }])
    },
  }
}

function changing(votes: VoteSelection, to: NewStanding): Statement {
  const { site, standing, article, reason, from, to: last, voters } = votes
  const narrowed = [article, reason, from, last, voters && JSON.stringify(voters)]
  const given = 'reason' in to ? to.reason : null
  return {
    sql: standing === 'counted' ? CHANGE_COUNTED : CHANGE_UNCOUNTED,
    args: [site, standing, ...narrowed.map((value) => value ?? null), to.standing, given],
  }
}
