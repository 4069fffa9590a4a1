import type { Reason, Standing } from '../../shared/standing.ts'
import type { Database } from './database.ts'
import { readDays } from './day-sums.ts'
import type {
  AuditFilter,
  AuditLine,
  GroupFilter,
  ModerationReads,
  StandingGroup,
  StoredVote,
  VoteFilter,
} from './moderation-reads.ts'
import { type Conditions, type WalkedList, walkPage } from './page-walk.ts'

const ARTICLE_NAMED = 'article = (select id from articles where site = ? and key = ?)'

export function createModerationReads(database: Database): ModerationReads {
  return {
    readStandings: (filter, page) => walkPage(database, groups(filter), page),
    readVotes: (filter, page) =>
      walkPage(database, filter.standing === 'counted' ? counted(filter) : setAside(filter), page),
    readAudit: (filter, page) => walkPage(database, auditLines(filter), page),
    readDays: (site, from, to) => readDays(database, site, from, to),
    async countReviews() {
      const rows = await database.read({
        sql: 'select site, count(*) from articles where review = 1 group by site order by site',
      })
      return new Map(rows.map(([site, articles]) => [String(site), Number(articles)]))
    },
  }
}

type GroupRow = readonly [
  string,
  string | null,
  0 | 1,
  string,
  'pending' | 'excluded',
  Reason,
  number,
]

function groups(filter: GroupFilter): WalkedList<GroupRow, StandingGroup> {
  const { site, standing, reason, article, from, to } = filter
  const table = article === undefined ? 'uncounted indexed by uncounted_day' : 'uncounted'
  return {
    order: ['day', 'article', 'standing', 'reason'],
    direction: 'desc',
    source: `
      select day, article, standing, reason, sangat_puas + puas + cukup_puas + tidak_puas as votes
      from ${table}`,
    within: [...given('day >= ?', from), ...given('day <= ?', to), ...named(site, article)],
    join: 'join articles a on a.id = c.article',
    columns: 'a.key, a.title, a.verified, c.day, c.standing, c.reason, c.votes',
    where: [
      ['a.site = ?', site],
      ['c.votes > 0'],
      ...given('c.standing = ?', standing),
      ...given('c.reason = ?', reason),
    ],
    entry: ([key, title, verified, day, given, why, votes]) => ({
      article: key,
      title,
      verified: verified === 1,
      day,
      standing: given,
      reason: why,
      votes,
    }),
  }
}

type VoteRow = readonly [string, string, string, number | null, Standing, Reason | null]

const VOTE = {
  direction: 'asc',
  columns: 'a.key, lower(hex(v.voter)), v.day, v.hour, v.standing, v.reason',
  entry: ([article, voter, day, hour, standing, reason]: VoteRow): StoredVote => ({
    article,
    voter,
    day,
    hour,
    standing,
    reason,
  }),
} as const

const VOTE_ROW = `
  join articles a on a.id = c.article
  join votes v on v.article = c.article and v.voter = c.voter`

function setAside(filter: VoteFilter): WalkedList<VoteRow, StoredVote> {
  const { site, standing, reason, article, day } = filter
  const narrowed = given('standing = ?', standing)
  const why = given('reason = ?', reason)
  return {
    ...VOTE,
    order: ['article', 'standing', 'reason', 'day', 'voter'],
    fixed: article === undefined ? 0 : 2 + why.length,
    source: 'select article, standing, reason, day, voter from votes indexed by votes_uncounted',
    // Of one article the index leads to standing and reason; of all it would pass over the others.
    within: [
      ["standing <> 'counted'"],
      ...(article === undefined ? [] : [...named(site, article), ...narrowed, ...why]),
    ],
    join: VOTE_ROW,
    where: [
      ['a.site = ?', site],
      ['v.choice is not null'],
      ['c.standing = ?', standing],
      ...given('c.reason = ?', reason),
      ...given('c.day = ?', day),
    ],
  }
}

function counted({ site, article, day }: VoteFilter): WalkedList<VoteRow, StoredVote> {
  return {
    ...VOTE,
    order: ['voter'],
    source: 'select article, voter from votes',
    within: named(site, article),
    join: VOTE_ROW,
    where: [["v.standing = 'counted'"], ['v.choice is not null'], ...given('v.day = ?', day)],
  }
}

type AuditRow = readonly [number, number, string, string, string | null, number, string]

function auditLines(filter: AuditFilter): WalkedList<AuditRow, AuditLine> {
  const { site, actor, action, article } = filter
  return {
    order: ['id'],
    direction: 'desc',
    source: 'select * from audit',
    within: [['site = ?', site]],
    columns: 'c.id, c.at, c.actor, c.action, c.article, c.votes, c.note',
    where: [
      ...given('c.actor = ?', actor),
      ...given('c.action = ?', action),
      ...given('c.article = ?', article),
    ],
    entry: ([id, at, by, act, key, votes, note]) => ({
      id,
      at,
      actor: by,
      action: act,
      article: key,
      votes,
      note,
    }),
  }
}

/** The condition where there is a value for it. */
function given(sql: string, value: string | undefined): Conditions {
  return value === undefined ? [] : [[sql, value]]
}

function named(site: string, article: string | undefined): Conditions {
  return article === undefined ? [] : [[ARTICLE_NAMED, site, article]]
}
