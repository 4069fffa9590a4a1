/** What somebody may do, and where. An admin's office includes everything below it. */
export type Role =
  | { readonly role: 'owner' }
  | { readonly role: 'admin'; readonly office: string }
  | { readonly role: 'editor' | 'viewer'; readonly site: string }

/** From the most to the least. */
export const ROLE_NAMES = ['owner', 'admin', 'editor', 'viewer'] as const

/** Key of the office or site where it holds; null for everywhere. */
export function placeOf(role: Role): string | null {
  if (role.role === 'owner') return null
  return role.role === 'admin' ? role.office : role.site
}
