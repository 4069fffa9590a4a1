import type { Action } from '../domain/access/may.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { type Html, html } from './html.ts'
import { siteTarget } from './targets.ts'
import type { Words } from './words/words.ts'

/** Pages of a site on which something is done, each behind `/admin/sites/SITE`. */
const TASKS: readonly {
  readonly path: string
  readonly text: (words: Words) => string
  readonly action: Action
}[] = [
  { path: '/moderation', text: (words) => words.moderationTitle, action: 'see' },
  { path: '/embed', text: (words) => words.embedTitle, action: 'see' },
  { path: '/settings', text: (words) => words.settingsTitle, action: 'edit' },
  { path: '/origins', text: (words) => words.originsTitle, action: 'edit' },
  { path: '/operations', text: (words) => words.operationsTitle, action: 'see' },
]

/** Links to what can be done about a site; only those that are open to who reads it. */
export function siteTasks(act: DashboardAct, site: string): Html {
  const open = TASKS.filter(({ action }) => act.may(action, siteTarget(act, site)))
  return html`<ul class="plain tasks">${open.map(
    ({ path, text }) => html`<li><a href="/admin/sites/${site}${path}">${text(act.words)}</a></li>`,
  )}</ul>`
}
