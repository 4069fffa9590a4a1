import type { Role } from '../../shared/role.ts'

/**
 * The role that a form names in one field, such as `admin office dinkes`, `viewer site bojonegoro`
 * or `owner`. Undefined where its parts don't fit.
 */
export function roleFromForm(form: Readonly<Record<string, string>>): Role | undefined {
  const [role, kind, key, ...more] = (form['role'] ?? '').split(' ')
  if (more.length > 0) return undefined
  if (role === 'owner') return kind === undefined ? { role } : undefined
  if (!key) return undefined
  if (role === 'admin') return kind === 'office' ? { role, office: key } : undefined
  if (role === 'editor' || role === 'viewer') {
    return kind === 'site' ? { role, site: key } : undefined
  }
  return undefined
}

/** A role as that field. */
export function roleField(role: Role): string {
  if (role.role === 'owner') return 'owner'
  return role.role === 'admin' ? `admin office ${role.office}` : `${role.role} site ${role.site}`
}
