import { auditArgs } from './audit-args.ts'
import type { Database, SqlValue } from './database.ts'
import type { KeptPass, Pass, People } from './people.ts'
import { AUDIT_CHANGE, changed } from './people-queries.ts'
import { roleColumns, roleFrom } from './role-columns.ts'

type Passes = Pick<
  People,
  'addPass' | 'findPass' | 'readInvitations' | 'removePass' | 'resetPassword'
>

const PASS = `
  select hash, purpose, person, email, role, office, site, created_by, created_at, expires_at
  from passes`

const ADD_PASS = `
  insert into passes
    (hash, purpose, person, email, role, office, site, created_by, created_at, expires_at)
  values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)`

/** One of a kind for one person, e-mail or server: an earlier one works no more. */
const REPLACE = `
  delete from passes where purpose = ?1 and person is ?2 and email is ?3
  and (role is ?4 and office is ?5 and site is ?6)`

/** ?1 hash of the password, ?2 hash of the pass, ?3 seconds since 1970 */
const SET_PASSWORD = `
  update credentials set password = ?1, updated_at = ?3
  where provider_id = 'credential' and person =
    (select person from passes where hash = ?2 and purpose = 'password' and expires_at > ?3)
  returning person`

const PASSED = `(select person from passes where hash = ?1 and purpose = 'password')`

export function createPasses(database: Database): Passes {
  return {
    async addPass(pass, hash, audit) {
      const brought = broughtBy(pass)
      await database.write([
        { sql: REPLACE, args: [pass.purpose, ...brought] },
        {
          sql: ADD_PASS,
          args: [hash, pass.purpose, ...brought, pass.createdBy, pass.createdAt, pass.expiresAt],
        },
        ...(audit ? [{ sql: AUDIT_CHANGE, args: auditArgs(audit) }] : []),
      ])
    },

    async findPass(hash, now) {
      const sql = `${PASS} where hash = ?1 and expires_at > ?2`
      const [row] = await database.read({ sql, args: [hash, now] })
      return row ? passFrom(row) : null
    },

    async readInvitations(now) {
      const sql = `${PASS} where purpose = 'invitation' and expires_at > ?1
        order by created_at desc, hash`
      return (await database.read({ sql, args: [now] })).map(passFrom)
    },

    removePass(hash, audit) {
      const sql = 'delete from passes where hash = ?1 returning hash'
      return changed(database, { sql, args: [hash] }, audit)
    },

    async resetPassword(passwordHash, passHash, audit) {
      const [set] = await database.write([
        { sql: SET_PASSWORD, args: [passwordHash, passHash, audit.at] },
        { sql: AUDIT_CHANGE, args: auditArgs(audit) },
        { sql: `delete from sessions where person = ${PASSED}`, args: [passHash] },
        { sql: `delete from verifications where value = ${PASSED}`, args: [passHash] },
        { sql: 'delete from passes where hash = ?1', args: [passHash] },
      ])
      return set?.length === 1
    },
  }
}

/** The columns `person`, `email`, `role`, `office` and `site`. */
function broughtBy(pass: Pass): readonly (string | null)[] {
  if (pass.purpose === 'setup') return [null, null, null, null, null]
  if (pass.purpose === 'password') return [pass.person, null, null, null, null]
  return [null, pass.email, ...roleColumns(pass.role)]
}

function passFrom(row: readonly SqlValue[]): KeptPass {
  const [hash, purpose, person, email, role, office, site, createdBy, createdAt, expiresAt] = row
  const kept = {
    hash: String(hash),
    createdBy: String(createdBy),
    createdAt: Number(createdAt),
    expiresAt: Number(expiresAt),
  }
  if (purpose === 'setup') return { ...kept, purpose }
  if (purpose === 'password') return { ...kept, purpose, person: String(person) }
  const brought = roleFrom(role, office, site)
  return { ...kept, purpose: 'invitation', email: String(email), role: brought }
}
