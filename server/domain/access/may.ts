import type { Role } from '../../../shared/role.ts'

/**
 * What can be done, from the least to the most: `see` figures, `edit` settings and texts and
 * decide about votes, `appoint` people, `govern` what concerns the whole server.
 */
export type Action = 'see' | 'edit' | 'appoint' | 'govern'

/** What it is done to. A site without an office is the owner's alone, but for its own people. */
export type Target =
  | { readonly kind: 'server' }
  | { readonly kind: 'office'; readonly office: string }
  | { readonly kind: 'site'; readonly site: string; readonly office: string | null }

/** The office above each office; null for one at the top. */
export type OfficeTree = ReadonlyMap<string, string | null>

/** What a role allows where it holds. */
const ALLOWS: Readonly<Record<Role['role'], readonly Action[]>> = {
  owner: ['see', 'edit', 'appoint', 'govern'],
  admin: ['see', 'edit', 'appoint'],
  editor: ['see', 'edit'],
  viewer: ['see'],
}

/** Whether somebody with these roles may do this to that. The one answer to that question. */
export function may(
  roles: readonly Role[],
  action: Action,
  target: Target,
  offices: OfficeTree,
): boolean {
  return roles.some((role) => ALLOWS[role.role].includes(action) && reaches(role, target, offices))
}

function reaches(role: Role, target: Target, offices: OfficeTree): boolean {
  if (role.role === 'owner') return true
  if (target.kind === 'server') return false
  if (role.role === 'admin') {
    return target.office !== null && isWithin(target.office, role.office, offices)
  }
  return target.kind === 'site' && target.site === role.site
}

/** Whether an office is another one or somewhere below it; a ring in the tree ends nowhere. */
function isWithin(office: string, above: string, offices: OfficeTree): boolean {
  const seen = new Set<string>()
  for (let at: string | null = office; at !== null; at = offices.get(at) ?? null) {
    if (at === above) return true
    if (seen.has(at)) return false
    seen.add(at)
  }
  return false
}

/** What somebody acts on who gives or takes this role. */
export function targetOfRole(role: Role, officeOfSite: (site: string) => string | null): Target {
  if (role.role === 'owner') return { kind: 'server' }
  if (role.role === 'admin') return { kind: 'office', office: role.office }
  return { kind: 'site', site: role.site, office: officeOfSite(role.site) }
}
