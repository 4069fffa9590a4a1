import type { Database, Statement } from './database.ts'
import type { AuditEntry, Moderation, NewStanding, VoteSelection } from './moderation.ts'

/** Most votes changed in one transaction: the votes behind it wait for no more. */
const MOST_AT_ONCE = 1000

/** ?1 site, ?2 standing, ?3 article, ?4 reason, ?5 from, ?6 to, ?7 voters, ?8 new standing, ?9 new reason. */
const CHANGE_STANDING = `
  update votes set standing = ?8, reason = case ?8
    when 'counted' then null
    when 'pending' then ?9
    else coalesce(?9, reason, 'moderation') end
  where (article, voter) in (
    select v.article, v.voter from votes v
    where v.article in (select id from articles where site = ?1 and (?3 is null or key = ?3))
      and v.standing = ?2
      and (?4 is null or v.reason = ?4)
      and (?5 is null or v.day >= ?5)
      and (?6 is null or v.day <= ?6)
      and (?7 is null or v.voter in (select unhex(value) from json_each(?7)))
    limit ${MOST_AT_ONCE}
  )`

/** The same, with the planner told that pending votes have an index of their own. */
const CHANGE_PENDING = CHANGE_STANDING.replace(
  'v.standing = ?2',
  "v.standing = 'pending' and ?2 = ?2",
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
    async changeStanding(votes, to, audit) {
      let changed = 0
      for (;;) {
        const rows = await database.write([
          changing(votes, to),
          { sql: ADD_CHANGED, args: auditArgs(audit) },
          { sql: 'select votes from audit where id = last_insert_rowid() and changes() > 0' },
        ])
        const votesChanged = Number(rows[2]?.[0]?.[0] ?? 0)
        changed += votesChanged
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
    sql: standing === 'pending' ? CHANGE_PENDING : CHANGE_STANDING,
    args: [site, standing, ...narrowed.map((value) => value ?? null), to.standing, given],
  }
}

function auditArgs({ at, actor, action, site, article, note }: AuditEntry) {
  return [at, actor, action, site, article, note]
}
