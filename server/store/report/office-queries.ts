import { audited } from '../audited.ts'
import type { Database, Statement } from '../database.ts'
import type { AuditEntry } from '../moderation.ts'
import type { OfficeChange, Offices } from './offices.ts'
import { SORT_ANEW, SORT_SITE_ANEW } from './sorting-statements.ts'

const isOffice = (place: string) => `exists (select 1 from offices where key = ${place})`
/** For an office that may be left out. */
const fits = (place: string) => `(${place} is null or ${isOffice(place)})`

const ADD = `
  insert into offices (key, name, parent) select ?1, ?2, ?3 where ${fits('?3')}
  on conflict do nothing`

const RENAME = 'update offices set name = ?2 where key = ?1'

/** ?1 office, ?2 its new parent: from there up to the top it must not be met. */
const ABOVE = `
  with recursive above (key) as (
    select ?2 union select o.parent from offices o join above a on o.key = a.key
  ) select 1 from above where key = ?1`
const MOVE = `
  update offices set parent = ?2 where key = ?1 and ${fits('?2')} and not exists (${ABOVE})`

/** Tables in which something may belong to an office. */
const TIED = ['articles', 'follow_ups', 'roles', 'alert_rules'] as const
const REMOVE = `
  delete from offices where key = ?1
    and not exists (select 1 from offices where parent = ?1)
    ${['sites', 'sections', ...TIED]
      .map((table) => `and not exists (select 1 from ${table} where office = ?1)`)
      .join('\n    ')}`
const TIES = `select ${TIED.map((table) => `(select count(*) from ${table} where office = ?1)`).join(', ')}`

const ASSIGN_SITE = `update sites set office = ?2 where key = ?1 and ${fits('?2')}`

const SET_SECTION = `
  insert into sections (site, prefix, name, office)
  select key, ?2, ?3, ?4 from sites where key = ?1 and ${fits('?4')}
  on conflict (site, prefix) do update
  set name = excluded.name, office = excluded.office, found = 0`

const REMOVE_SECTION = 'delete from sections where site = ?1 and prefix = ?2'

/**
 * ?1 site, ?2 prefix, ?3 most. Each range is one of the index of keys: `0` is the character behind
 * `/`, and `@` that behind `?`.
 */
const UNDER = `
  select key, title from (
    select key, title from articles where site = ?1 and key >= ?2 || '/' and key < ?2 || '0'
    union all select key, title from articles where site = ?1 and key = ?2
    union all select key, title from articles where site = ?1 and key >= ?2 || '?' and key < ?2 || '@'
  ) limit ?3`
const COUNT_UNDER = `select count(*) from (${UNDER.replaceAll('key, title', 'key')})`
const SHOWN = 5

const ASSIGN_ARTICLE = `
  update articles set office = ?3 where site = ?1 and key = ?2 and ${fits('?3')}`

const SECTIONS = `
  select site, prefix, name, office, found from sections where ?1 is null or site = ?1
  order by site, prefix`

export function createOffices(database: Database): Offices {
  /** @returns whether anything was changed */
  async function change(first: Statement, audit: AuditEntry, then: readonly Statement[] = []) {
    const rows = await database.write([first, ...audited(audit), ...then])
    return rows[2]?.[0]?.[0] === 1
  }

  async function isThere(sql: string, ...args: string[]): Promise<boolean> {
    return (await database.read({ sql, args })).length > 0
  }

  const outcome = async (done: boolean, reason: () => Promise<OfficeChange>) =>
    done ? 'done' : reason()
  const isUnknown = async (): Promise<OfficeChange> => 'unknown'
  const hasOffice = (key: string) => isThere('select 1 from offices where key = ?1', key)

  return {
    async readOffices() {
      const rows = await database.read({
        sql: 'select key, name, parent from offices order by key',
      })
      return rows.map(([key, name, parent]) => {
        return { key: String(key), name: String(name), parent: textOf(parent) }
      })
    },

    async addOffice({ key, name, parent }, audit) {
      const done = await change({ sql: ADD, args: [key, name, parent] }, audit)
      return outcome(done, async () => ((await hasOffice(key)) ? 'taken' : 'unknown'))
    },

    async renameOffice(key, name, audit) {
      return outcome(await change({ sql: RENAME, args: [key, name] }, audit), isUnknown)
    },

    async moveOffice(key, parent, audit) {
      const done = await change({ sql: MOVE, args: [key, parent] }, audit)
      return outcome(done, async () => {
        const known = (await hasOffice(key)) && (parent === null || (await hasOffice(parent)))
        return known ? 'circle' : 'unknown'
      })
    },

    async removeOffice(key, audit) {
      const done = await change({ sql: REMOVE, args: [key] }, audit)
      return outcome(done, async () => ((await hasOffice(key)) ? 'in-use' : 'unknown'))
    },

    async readOfficeTies(key) {
      const [row = []] = await database.read({ sql: TIES, args: [key] })
      const [articles = 0, followUps = 0, roles = 0, alerts = 0] = row.map(Number)
      return { articles, followUps, roles, alerts }
    },

    async readSiteOffices() {
      const sql = 'select key, office from sites where office is not null order by key'
      const rows = await database.read({ sql })
      return new Map(rows.map(([site, office]) => [String(site), String(office)]))
    },

    async assignSite(site, office, audit) {
      return outcome(await change({ sql: ASSIGN_SITE, args: [site, office] }, audit), isUnknown)
    },

    async readSections(site) {
      const rows = await database.read({ sql: SECTIONS, args: [site ?? null] })
      return rows.map(([of, prefix, name, office, found]) => ({
        site: String(of),
        prefix: String(prefix),
        name: String(name),
        office: textOf(office),
        found: found === 1,
      }))
    },

    async readUnderPrefix(site, prefix, most) {
      const [count] = await database.read({ sql: COUNT_UNDER, args: [site, prefix, most + 1] })
      const rows = await database.read({ sql: UNDER, args: [site, prefix, SHOWN] })
      const some = rows.map(([key, title]) => ({ key: String(key), title: textOf(title) }))
      return { articles: Number(count?.[0]), some }
    },

    async setSection({ site, prefix, name, office }, audit) {
      const set = { sql: SET_SECTION, args: [site, prefix, name, office] }
      return outcome(await change(set, audit, [SORT_SITE_ANEW(site)]), isUnknown)
    },

    async removeSection(site, prefix, audit) {
      const removed = { sql: REMOVE_SECTION, args: [site, prefix] }
      return outcome(await change(removed, audit, [SORT_SITE_ANEW(site)]), isUnknown)
    },

    async assignArticle({ site, key }, office, audit) {
      const assigned = { sql: ASSIGN_ARTICLE, args: [site, key, office] }
      const sorted = { sql: SORT_ANEW, args: [site, key] }
      return outcome(await change(assigned, audit, [sorted]), isUnknown)
    },
  }
}

function textOf(value: unknown): string | null {
  return value === null ? null : String(value)
}
