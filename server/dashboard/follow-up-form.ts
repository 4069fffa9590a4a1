import { FOLLOW_UP_STATUSES } from '../../shared/follow-up-status.ts'
import type { FollowUpFault } from '../domain/report/typed-follow-up.ts'
import type { FollowUpAbout } from '../store/store.ts'
import { aboutField } from './about-form.ts'
import { choiceField } from './choice-field.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { type Fault, faultOf, field } from './form.ts'
import { html } from './html.ts'
import { siteTarget } from './targets.ts'
import { textArea } from './text-area.ts'
import type { Words } from './words/words.ts'

/** What is wrong with a follow-up, each with its field. */
export function faultsOfFollowUp(words: Words, faults: readonly FollowUpFault[]): readonly Fault[] {
  const said: Readonly<Record<FollowUpFault, string>> = {
    issue: words.faultIssue,
    action: words.faultAction,
    owner: words.faultOwner,
    due: words.faultDue,
    status: words.faultStatus,
  }
  return faults.map((name) => ({ field: name, text: said[name] }))
}

/** The fields that every follow-up has, filled with what there is. */
export function followUpFields(
  words: Words,
  values: Readonly<Record<string, string>>,
  faults: readonly Fault[],
) {
  const given = (name: string) => ({ name, value: values[name], fault: faultOf(faults, name) })
  return html`
    ${textArea({
      ...{ ...given('issue'), label: words.followUpIssue, most: 300 },
      hint: words.followUpIssueHint,
    })}
    ${textArea({ ...given('action'), label: words.followUpAction, most: 500 })}
    ${field({ ...given('owner'), label: words.followUpOwner, autocomplete: 'off' })}
    ${field({ ...given('due'), label: words.followUpDue, type: 'date', autocomplete: 'off' })}
    ${choiceField({
      ...{ ...given('status'), label: words.followUpStatus },
      options: FOLLOW_UP_STATUSES.map((status) => [status, words.followUpStatuses[status]]),
    })}`
}

/** Every site and office that one may do this to, as a form names them. */
export function aboutChoices(
  act: DashboardAct,
  action: 'see' | 'edit',
): readonly (readonly [value: string, text: string])[] {
  const sites = act.sites
    .filter(({ key }) => act.may(action, siteTarget(act, key)))
    .map(({ key, name }) => [`site ${key}`, act.words.followUpSite(name)] as const)
  const offices = act.places.offices
    .filter(({ key: office }) => act.may(action, { kind: 'office', office }))
    .map(({ key, name }) => [`office ${key}`, name] as const)
  return [...sites, ...offices]
}

/** A site or an office by its name. */
export function aboutName(act: DashboardAct, about: FollowUpAbout): string {
  const known = 'site' in about ? act.sites : act.places.offices
  const key = 'site' in about ? about.site : about.office
  return known.find((place) => place.key === key)?.name ?? aboutField(about)
}
