import type { Role } from '../../shared/role.ts'
import type { SqlValue } from './database.ts'

/** A role as the columns `role`, `office` and `site`. */
export function roleColumns(role: Role): readonly [string, string | null, string | null] {
  if (role.role === 'owner') return ['owner', null, null]
  return role.role === 'admin' ? ['admin', role.office, null] : [role.role, null, role.site]
}

/** A role from its columns, which the table holds together. */
export function roleFrom(
  role: SqlValue | undefined,
  office: SqlValue | undefined,
  site: SqlValue | undefined,
): Role {
  if (role === 'owner') return { role }
  if (role === 'admin') return { role, office: String(office) }
  return { role: role === 'editor' ? 'editor' : 'viewer', site: String(site) }
}
