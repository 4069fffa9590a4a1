import type { Role } from '../../shared/role.ts'
import type { Target } from '../domain/access/may.ts'
import { sectionPrefix } from '../domain/report/section-prefix.ts'
import { createOriginRule } from '../domain/site/origin-rule.ts'
import { aboutFromForm, aboutTarget } from './about-form.ts'
import { alertAboutFromForm, alertTarget } from './alert-about.ts'
import type { ActedOn, DashboardAct } from './dashboard-route.ts'
import { idFrom } from './id-from.ts'
import { roleFromForm } from './role-form.ts'
import { siteTarget, targetOf } from './targets.ts'

/** What a form sends, or an address asks. */
export type Typed = Readonly<Record<string, string>>

type Find = (act: DashboardAct, typed: Typed) => Target | undefined | Promise<Target | undefined>

const FIND: Readonly<Record<Exclude<ActedOn, 'somewhere' | 'person'>, Find>> = {
  server: () => ({ kind: 'server' }),
  site: siteOf,
  office: (act) => officeTarget(act, act.path['office']),
  above(act) {
    const office = act.places.offices.find(({ key }) => key === act.path['office'])
    return office && officeOrServer(act, office.parent ?? '')
  },
  under: (act, typed) => officeOrServer(act, typed['under'] ?? ''),
  answering(act, typed) {
    const office = typed['office'] ?? ''
    return office === '' ? siteOf(act) : officeTarget(act, office)
  },
  section: sectionTarget,
  article: articleTarget,
  role(act, typed) {
    const role = roleFromForm(typed)
    return role && isPlace(act, role) ? targetOf(act, role) : undefined
  },
  about(act, typed) {
    const about = aboutFromForm(typed)
    return about && aboutTarget(act, about)
  },
  async followUp(act) {
    const followUp = await act.rules.store.readFollowUp(idFrom(act.path['followUp']))
    return followUp ? aboutTarget(act, followUp.about) : undefined
  },
  async alert(act) {
    const rule = await act.rules.store.readAlertRule(act.path['alert'] ?? '')
    return rule ? alertTarget(act, rule.about) : undefined
  },
  alertAbout(act, typed) {
    const about = alertAboutFromForm(typed)
    return about && alertTarget(act, about)
  },
}

/** What a request acts on; undefined for a place that there is not. */
export async function actedOn(
  act: DashboardAct,
  on: Exclude<ActedOn, 'somewhere' | 'person'>,
  typed: Typed,
): Promise<Target | undefined> {
  return FIND[on](act, typed)
}

function siteOf(act: DashboardAct): Target | undefined {
  const site = act.sites.find(({ key }) => key === act.path['site'])
  return site && siteTarget(act, site.key)
}

function officeTarget({ places }: DashboardAct, key: string | undefined): Target | undefined {
  const known = places.offices.find((office) => office.key === key)
  return known && { kind: 'office', office: known.key }
}

/** What stands at the top belongs to nobody but the owners. */
function officeOrServer(act: DashboardAct, key: string): Target | undefined {
  return key === '' ? { kind: 'server' } : officeTarget(act, key)
}

async function sectionTarget(act: DashboardAct, typed: Typed): Promise<Target | undefined> {
  const site = act.sites.find(({ key }) => key === act.path['site'])
  if (!site) return undefined
  const prefix = sectionPrefix(typed['address'] ?? '', createOriginRule(site))
  const sections = await act.rules.store.readSections(site.key)
  const office = sections.find((section) => section.prefix === prefix)?.office ?? null
  return office === null ? siteOf(act) : officeTarget(act, office)
}

/** What an article belongs to as its own; the site where it has no office. Nobody takes it from an office that isn't theirs. */
async function articleTarget(act: DashboardAct, typed: Typed): Promise<Target | undefined> {
  const { sites, store, keyOf } = act.rules
  const listed = await sites.find(act.path['site'] ?? '')
  const key = listed && keyOf(listed, typed['article'] ?? '')
  const facts = key && (await store.readArticleFacts({ site: listed.site.key, key }))
  if (!facts) return undefined
  return facts.office === null ? siteOf(act) : officeTarget(act, facts.office)
}

function isPlace({ sites, places }: DashboardAct, role: Role): boolean {
  if (role.role === 'owner') return true
  if (role.role === 'admin') return places.offices.some(({ key }) => key === role.office)
  return sites.some(({ key }) => key === role.site)
}
