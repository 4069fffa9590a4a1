import { audited } from './audited.ts'
import type { Database, Statement } from './database.ts'
import type { AuditEntry } from './moderation.ts'
import type { SiteChanges } from './site-changes.ts'
import { keepingWordings } from './wording-queries.ts'

const ADD_ORIGIN = `
  insert into origins (site, origin, role) select key, ?2, ?3 from sites where key = ?1
  on conflict do nothing`

const REMOVE_ORIGIN = `
  delete from origins where site = ?1 and origin = ?2 and role <> 'primary'`

const CHANGE = 'update sites set name = ?2, time_zone = ?3, settings = ?4 where key = ?1'

export function createSiteChanges(database: Database): SiteChanges {
  async function change(
    statement: Statement,
    audit: AuditEntry,
    before: readonly Statement[] = [],
  ): Promise<boolean> {
    const rows = await database.write([...before, statement, ...audited(audit)])
    return rows.at(-1)?.[0]?.[0] === 1
  }

  return {
    addOrigin: (site, origin, role, audit) =>
      change({ sql: ADD_ORIGIN, args: [site, origin, role] }, audit),
    removeOrigin: (site, origin, audit) =>
      change({ sql: REMOVE_ORIGIN, args: [site, origin] }, audit),
    changeSite(site, { name, timeZone, settings, day }, audit) {
      const args = [site, name, timeZone, JSON.stringify(settings)]
      const before = [keepingWordings(site, settings, { at: audit.at, day })]
      return change({ sql: CHANGE, args }, audit, before)
    },
  }
}
