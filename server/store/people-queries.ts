import type { Role } from '../../shared/role.ts'
import { auditArgs } from './audit-args.ts'
import type { Database, SqlValue, Statement } from './database.ts'
import type { AuditEntry } from './moderation.ts'
import type { People, Person } from './people.ts'
import { roleColumns, roleFrom } from './role-columns.ts'

type Accounts = Pick<
  People,
  | 'hasPeople'
  | 'readPeople'
  | 'readPerson'
  | 'findPerson'
  | 'addPerson'
  | 'removePerson'
  | 'grantRole'
  | 'revokeRole'
>

const PERSON = `
  select p.id, p.name, p.email, p.two_factor_enabled, p.created_at,
    (select max(updated_at) from sessions where person = p.id) from people p`

const ROLES = 'select person, role, office, site from roles'

/** ?1 id, ?2 name, ?3 e-mail, ?4 hash of the pass, ?5 seconds since 1970 */
const ADD_PERSON = `
  insert into people (id, name, email, created_at, updated_at)
  select ?1, ?2, ?3, ?5, ?5 from passes
  where hash = ?4 and expires_at > ?5 and (
    (purpose = 'invitation' and email = ?3)
    or (purpose = 'setup' and not exists (select 1 from people)))
  on conflict do nothing returning id`

/** better-auth knows a password by this provider. */
const ADD_CREDENTIAL = `
  insert into credentials (id, account_id, provider_id, person, password, created_at, updated_at)
  select id, id, 'credential', id, ?2, ?3, ?3 from people where id = ?1`

const ADD_PASSED_ROLE = `
  insert into roles (person, role, office, site)
  select p.id, coalesce(s.role, 'owner'), s.office, s.site from people p, passes s
  where p.id = ?1 and s.hash = ?2`

const ADD_PASSED_AUDIT = `
  insert into audit (at, actor, action, site, article, note)
  select ?1, ?2, ?3, ?4, ?5, ?6 where exists (select 1 from people where id = ?7)`

const USE_PASS = `
  delete from passes where exists (select 1 from people where id = ?1)
  and (hash = ?2 or purpose = 'setup')`

const OTHER_OWNER = `exists (select 1 from roles where role = 'owner' and person <> ?1)`

const REMOVE_PERSON = `
  delete from people where id = ?1
  and (not exists (select 1 from roles where role = 'owner' and person = ?1) or ${OTHER_OWNER})
  returning id`

const GRANT = `
  insert into roles (person, role, office, site)
  select id, ?2, ?3, ?4 from people where id = ?1 on conflict do nothing returning id`

const REVOKE = `
  delete from roles where person = ?1 and role = ?2 and office is ?3 and site is ?4
  and (role <> 'owner' or ${OTHER_OWNER}) returning id`

/** Whether the statement before it did anything. */
export const AUDIT_CHANGE = `
  insert into audit (at, actor, action, site, article, note)
  select ?1, ?2, ?3, ?4, ?5, ?6 where changes() > 0`

export function createAccounts(database: Database): Accounts {
  async function read(where: string, args: readonly string[]): Promise<readonly Person[]> {
    const [people, roles] = await Promise.all([
      database.read({ sql: `${PERSON} ${where} order by p.name, p.id`, args }),
      database.read({ sql: ROLES }),
    ])
    return people.map((row) => personFrom(row, roles))
  }

  return {
    async hasPeople() {
      return (await database.read({ sql: 'select 1 from people limit 1' })).length > 0
    },

    readPeople: () => read('', []),
    readPerson: async (id) => (await read('where p.id = ?1', [id]))[0] ?? null,
    findPerson: async (email) => (await read('where p.email = ?1', [email]))[0] ?? null,

    async addPerson({ id, name, email, passwordHash }, passHash, audit) {
      const [added] = await database.write([
        { sql: ADD_PERSON, args: [id, name, email, passHash, audit.at] },
        { sql: ADD_CREDENTIAL, args: [id, passwordHash, audit.at] },
        { sql: ADD_PASSED_ROLE, args: [id, passHash] },
        { sql: ADD_PASSED_AUDIT, args: [...auditArgs(audit), id] },
        { sql: USE_PASS, args: [id, passHash] },
      ])
      return added?.length === 1
    },

    removePerson: (id, audit) => changed(database, { sql: REMOVE_PERSON, args: [id] }, audit),
    grantRole: (person, role, audit) =>
      changed(database, { sql: GRANT, args: roleArgs(person, role) }, audit),
    revokeRole: (person, role, audit) =>
      changed(database, { sql: REVOKE, args: roleArgs(person, role) }, audit),
  }
}

/** Runs a statement that returns what it changed, with its audit line where it changed anything. */
export async function changed(
  database: Database,
  statement: Statement,
  audit: AuditEntry,
): Promise<boolean> {
  const [rows] = await database.write([statement, { sql: AUDIT_CHANGE, args: auditArgs(audit) }])
  return (rows?.length ?? 0) > 0
}

function roleArgs(person: string, role: Role): readonly (string | null)[] {
  return [person, ...roleColumns(role)]
}

function personFrom(
  [id, name, email, twoFactor, createdAt, lastSeen]: readonly SqlValue[],
  roles: readonly (readonly SqlValue[])[],
): Person {
  return {
    id: String(id),
    name: String(name),
    email: String(email),
    twoFactor: twoFactor === 1,
    createdAt: Number(createdAt),
    lastSeen: lastSeen === null ? null : Number(lastSeen),
    roles: roles
      .filter(([person]) => person === id)
      .map(([, role, office, site]) => roleFrom(role, office, site)),
  }
}
