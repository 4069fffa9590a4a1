import { placeOf, type Role } from '../../shared/role.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { html } from './html.ts'
import type { Words } from './words/words.ts'

/** A role's name. */
export function roleName(words: Words, role: Role['role']): string {
  const names = {
    owner: words.roleOwner,
    admin: words.roleAdmin,
    editor: words.roleEditor,
    viewer: words.roleViewer,
  }
  return names[role]
}

/** Where a role holds, by the place's own name. */
export function placeName({ words, sites, places }: DashboardAct, role: Role): string {
  if (role.role === 'owner') return words.everywhere
  const key = placeOf(role) ?? ''
  const known = role.role === 'admin' ? places.offices : sites
  return known.find((place) => place.key === key)?.name ?? key
}

export function roleList(act: DashboardAct, roles: readonly Role[]) {
  if (roles.length === 0) return html`<span>${act.words.noRoles}</span>`
  return html`<ul class="plain">${roles.map(
    (role) => html`<li>${roleName(act.words, role.role)}, ${placeName(act, role)}</li>`,
  )}</ul>`
}
