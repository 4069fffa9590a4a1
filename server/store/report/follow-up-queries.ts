import { ENDED_STATUSES, type FollowUpStatus } from '../../../shared/follow-up-status.ts'
import { audited } from '../audited.ts'
import type { Database } from '../database.ts'
import { type Conditions, type WalkedList, walkPage } from '../page-walk.ts'
import type { FollowUp, FollowUpAbout, FollowUpFilter, FollowUps } from './follow-ups.ts'

const ENDED = ENDED_STATUSES.map((status) => `'${status}'`).join(', ')

/** ?1 site, ?2 key of the article, ?3 office, then its text as it stands in the table. */
const ADD = `
  insert into follow_ups (site, article, office, issue, action, owner, due, opened, ended, status,
    created_by, changed_by, changed_at)
  select ?1, (select id from articles where site = ?1 and key = ?2), ?3, ?4, ?5, ?6, ?7, ?8,
    case when ?9 in (${ENDED}) then ?8 end,
    ?9, ?10, ?10, ?11
  where (?1 is null or exists (select 1 from sites where key = ?1))
    and (?2 is null or exists (select 1 from articles where site = ?1 and key = ?2))
    and (?3 is null or exists (select 1 from offices where key = ?3))
  returning id`

/** One that had ended keeps its day, unless it goes on. */
const CHANGE = `
  update follow_ups set issue = ?2, action = ?3, owner = ?4, due = ?5, status = ?6,
    ended = case when ?6 in (${ENDED}) then coalesce(ended, ?7) end, changed_by = ?8, changed_at = ?9
  where id = ?1`

const ANSWERING = `coalesce(c.office, a.office, s.office, t.office)`

export function createFollowUps(database: Database): FollowUps {
  return {
    async addFollowUp({ about, issue, action, owner, due, opened, status }, audit) {
      const place = 'site' in about ? [about.site, about.article, null] : [null, null, about.office]
      const args = [...place, issue, action, owner, due, opened, status, audit.actor, audit.at]
      const [added] = await database.write([{ sql: ADD, args }, ...audited(audit)])
      return added?.[0] ? Number(added[0][0]) : null
    },

    async changeFollowUp(id, { issue, action, owner, due, status }, today, audit) {
      const args = [id, issue, action, owner, due, status, today, audit.actor, audit.at]
      const rows = await database.write([{ sql: CHANGE, args }, ...audited(audit)])
      return rows[2]?.[0]?.[0] === 1
    },

    async readFollowUp(id) {
      const one = { ...list({}), within: [['id = ?', id]] as Conditions }
      return (await walkPage(database, one, { after: null, most: 1 })).entries[0] ?? null
    },

    readFollowUps: (filter, page) => walkPage(database, list(filter), page),
  }
}

type Row = readonly [
  ...[id: number, site: string | null, article: string | null, office: string | null],
  ...[title: string | null, answering: string | null],
  ...[issue: string, action: string, owner: string, due: string, opened: string],
  ...[ended: string | null, status: FollowUpStatus],
  ...[createdBy: string, changedBy: string, changedAt: number],
]

function list(filter: FollowUpFilter): WalkedList<Row, FollowUp> {
  const { article, statuses, dueBy, within } = filter
  return {
    order: ['due', 'id'],
    direction: 'asc',
    source: 'select * from follow_ups',
    within: [
      ...(dueBy === undefined ? [] : ([['due <= ?', dueBy]] as const)),
      ...among('status', statuses),
    ],
    join: `
      left join articles a on a.id = c.article
      left join units u on u.id = a.unit
      left join sections s on s.site = u.site and s.prefix = u.prefix
      left join sites t on t.key = c.site`,
    columns: `c.id, c.site, a.key, c.office, a.title, ${ANSWERING},
      c.issue, c.action, c.owner, c.due, c.opened, c.ended, c.status,
      c.created_by, c.changed_by, c.changed_at`,
    where: [
      ...reached(filter),
      ...(article === undefined ? [] : ([['a.key = ?', article]] as const)),
      ...(within ? [touching(within)] : []),
    ],
    entry,
  }
}

/** What fits any of the places that are named; everything where none is. */
function reached({ sites, offices, answering }: FollowUpFilter): Conditions {
  const places = [
    ...among('c.site', sites),
    ...among('c.office', offices),
    ...among(ANSWERING, answering),
  ]
  if (places.length === 0) return []
  const [sql, values] = [places.map(([part]) => part), places.flatMap(([, ...rest]) => rest)]
  return [[`(${sql.join(' or ')})`, ...values]]
}

function touching({ from, to }: { readonly from: string; readonly to: string }) {
  const open = '(c.opened <= ? and (c.ended is null or c.ended >= ?))'
  return [`(${open} or c.due between ? and ?)`, to, from, from, to] as const
}

/** One parameter, however long the list: engines bind a hundred at most. */
function among(column: string, values: readonly string[] | undefined): Conditions {
  if (values === undefined) return []
  return [[`${column} in (select value from json_each(?))`, JSON.stringify(values)]]
}

function entry(row: Row): FollowUp {
  const [id, site, article, office, title, answering, issue, action, owner, due] = row
  const [, , , , , , , , , , opened, ended, status, createdBy, changedBy, changedAt] = row
  const about: FollowUpAbout = site === null ? { office: `${office}` } : { site, article }
  return {
    ...{ id, about, title, answering, issue, action, owner, due, opened, ended, status },
    ...{ createdBy, changedBy, changedAt },
  }
}
