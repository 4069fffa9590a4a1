import type { Action } from '../domain/access/may.ts'
import type { ChosenPeriod } from './chosen-period.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { type Html, html, NOTHING } from './html.ts'
import { siteTarget } from './targets.ts'
import type { Words } from './words/words.ts'

/** Pages of a site, each behind `/admin/sites/SITE`. */
const TASKS: readonly {
  readonly path: string
  readonly text: (words: Words) => string
  readonly action: Action
  /** Whether it is about a period, which then goes along. */
  readonly ofPeriod?: true
}[] = [
  { path: '', text: (words) => words.siteAnswer, action: 'see', ofPeriod: true },
  { path: '/articles', text: (words) => words.articlesTitle, action: 'see', ofPeriod: true },
  { path: '/sections', text: (words) => words.sectionsTitle, action: 'see', ofPeriod: true },
  { path: '/moderation', text: (words) => words.moderationTitle, action: 'see' },
  { path: '/embed', text: (words) => words.embedTitle, action: 'see' },
  { path: '/settings', text: (words) => words.settingsTitle, action: 'edit' },
  { path: '/origins', text: (words) => words.originsTitle, action: 'edit' },
  { path: '/openings', text: (words) => words.openingsTitle, action: 'see' },
  { path: '/operations', text: (words) => words.operationsTitle, action: 'see' },
  { path: '/audit', text: (words) => words.auditTitle, action: 'see' },
]

/** Links among the pages of a site, on each of them; only those that are open to who reads it. */
export function siteTasks(act: DashboardAct, site: string, chosen?: ChosenPeriod): Html {
  const { words, at, may } = act
  const root = `/admin/sites/${site}`
  const code = chosen ? `?period=${chosen.period.code}` : ''
  const open = TASKS.filter(({ action }) => may(action, siteTarget(act, site)))
  const name = act.sites.find(({ key }) => key === site)?.name ?? site
  return html`<nav class="pages" aria-label="${name}"><ul>${open.map(
    ({ path, text, ofPeriod }) => html`<li><a href="${root}${path}${ofPeriod ? code : ''}"
      ${at === root + path ? html`aria-current="page"` : NOTHING}>${text(words)}</a></li>`,
  )}</ul></nav>`
}
