import type { Target } from '../domain/access/may.ts'
import type { AlertAbout, AlertRule } from '../store/store.ts'
import { aboutFromForm, aboutTarget } from './about-form.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { aboutChoices, aboutName } from './follow-up-form.ts'

const SERVER: Target = { kind: 'server' }

/** What a rule is about, as a form names it: `site bojonegoro`, `office dinkes` or `server`. */
export function alertAboutFromForm(form: Readonly<Record<string, string>>): AlertAbout | undefined {
  if (form['about'] === 'server') return 'server'
  const about = aboutFromForm(form)
  return about && ('site' in about ? { site: about.site } : about)
}

/** What one acts on who sets such a rule; undefined where there is no such place. */
export function alertTarget(
  act: Pick<DashboardAct, 'sites' | 'places'>,
  about: AlertAbout,
): Target | undefined {
  if (about === 'server') return SERVER
  return aboutTarget(act, 'site' in about ? { ...about, article: null } : about)
}

/** Whether one may set this rule, which is also who sees it: it names addresses of people. */
export function isTheirAlert(act: DashboardAct, { about }: Pick<AlertRule, 'about'>): boolean {
  const target = alertTarget(act, about)
  return target !== undefined && act.may('edit', target)
}

/** A site or an office by its name, or that it is the server. */
export function alertAboutName(act: DashboardAct, about: AlertAbout): string {
  if (about === 'server') return act.words.alertServer
  return aboutName(act, 'site' in about ? { ...about, article: null } : about)
}

/** What a rule of this kind may be about, of what one may set rules for. */
export function alertAboutChoices(act: DashboardAct, kind: AlertRule['kind']) {
  if (kind !== 'backup') return aboutChoices(act, 'edit')
  return act.may('edit', SERVER) ? ([['server', act.words.alertServer]] as const) : []
}
