import type { ChosenGroup, DeskWork } from '../../domain/moderation/decision-desk.ts'
import { decisionNote } from '../../domain/moderation/decision-note.ts'
import type { ListedSite } from '../../domain/site/site-directory.ts'
import type { Position, StandingGroup } from '../../store/store.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { buttonForm, type Fault } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { filterFrom, groupsFrom } from '../moderation-form.ts'
import { siteTarget } from '../targets.ts'
import { moderation } from './moderation.ts'

/** Groups that one decision may be about, and how many are read at once to find them. */
const MOST_GROUPS = 5000
const AT_ONCE = 500
/** Seconds after which a page of work that goes on asks again. */
const RENEW = 2

/** Begins to carry a decision out, and leads to how far it is. */
export const decide: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/moderation/decisions',
  access: { action: 'edit', on: 'site' },
  async answer(act) {
    const { words, rules, form, decisions, person } = act
    const listed = await rules.sites.find(act.path['site'] ?? '')
    if (!listed) return { missing: true }
    const note = decisionNote((form['note'] ?? '').replaceAll(/\s+/g, ' '), 'note', [])
    const entries = await standingsOf(act, listed)
    const groups = form['all'] ? entries : chosenOf(form, entries)
    const action = form['action'] === 'exclude' ? 'exclude' : 'release'
    const faults: Fault[] = []
    if (groups.length === 0) faults.push({ field: 'all', text: words.faultChosen })
    if (entries.length > MOST_GROUPS) faults.push({ field: 'article', text: words.faultMany })
    if (note === undefined) faults.push({ field: 'note', text: words.faultNote })
    if (note === undefined || faults.length > 0) return moderation(act, listed, form, faults, 400)
    const site = listed.site.key
    const { standing } = filterFrom(act, listed, form)
    const expected = groups.reduce((sum, { votes }) => sum + votes, 0)
    const decision = { site, action, standing, expected, note, actor: person?.email ?? '' } as const
    const id = decisions.begin({ ...decision, groups: withoutRepeats(groups) })
    return { to: `/admin/sites/${site}/moderation/decisions/${id}` }
  },
}

/** How far a decision is; asks again by itself, with or without JavaScript. */
export const decisionPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/moderation/decisions/:decision',
  access: { action: 'see', on: 'site' },
  answer(act) {
    const { words, path, decisions } = act
    const site = path['site'] ?? ''
    const work = decisions.find(site, path['decision'] ?? '')
    if (!work) return { missing: true }
    const running = work.state === 'running'
    const body = html`<p class="lead" role="status">${said(act, work)}</p>
      ${running ? html`<progress max="${work.expected}" value="${work.changed}" aria-label="${words.decisionTitle}"></progress>` : NOTHING}
      <p class="hint">${work.note}</p>
      ${!running && !work.undoes && act.may('edit', siteTarget(act, site)) ? undoing(act, work) : NOTHING}
      <p><a href="/admin/sites/${site}/moderation">${words.back}</a></p>`
    return { title: words.decisionTitle, body, ...(running ? { refresh: RENEW } : {}) }
  },
}

export const undoDecision: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/moderation/decisions/:decision/undo',
  access: { action: 'edit', on: 'site' },
  answer({ path, decisions, person }) {
    const site = path['site'] ?? ''
    const id = decisions.undo(site, path['decision'] ?? '', person?.email ?? '')
    return id ? { to: `/admin/sites/${site}/moderation/decisions/${id}` } : { missing: true }
  },
}

type Counted = ChosenGroup & { readonly votes: number }

/** Every group that fits the filter, a day each; at most one page more than may be decided. */
async function standingsOf(act: DashboardAct, listed: ListedSite): Promise<readonly Counted[]> {
  const filter = filterFrom(act, listed, act.form)
  const found: StandingGroup[] = []
  let after: Position | null = null
  do {
    const page = await act.rules.store.readStandings(filter, { after, most: AT_ONCE })
    found.push(...page.entries)
    after = page.next
  } while (after !== null && found.length <= MOST_GROUPS)
  return found.map(({ article, reason, day, votes }) => ({
    article,
    reason,
    votes,
    from: day,
    to: day,
  }))
}

/** Of what there is: a form can't name anything else. */
function chosenOf(form: Readonly<Record<string, string>>, there: readonly Counted[]) {
  const chosen = groupsFrom(form)
  return there.filter(({ article, reason, from }) =>
    chosen.some((group) => {
      const fits = group.article === article && group.reason === reason
      return fits && group.from <= from && from <= group.to
    }),
  )
}

/** An article's days for one reason as one group, so that its votes are gone through once. */
function withoutRepeats(groups: readonly Counted[]): readonly ChosenGroup[] {
  const merged = new Map<string, ChosenGroup>()
  for (const { article, reason, from, to } of groups) {
    const known = merged.get(`${reason} ${article}`)
    merged.set(`${reason} ${article}`, {
      ...{ article, reason },
      from: known && known.from < from ? known.from : from,
      to: known && known.to > to ? known.to : to,
    })
  }
  return [...merged.values()]
}

function said({ words }: DashboardAct, work: DeskWork): string {
  const number = (n: number) => n.toLocaleString(words.language)
  const changed = number(work.changed)
  if (work.state === 'running') return words.decisionRunning(changed, number(work.expected))
  if (work.state === 'failed') return words.decisionFailed(changed)
  if (work.undoes) return words.decisionUndone(changed)
  return work.action === 'release'
    ? words.decisionReleased(changed)
    : words.decisionExcluded(changed)
}

function undoing({ words }: DashboardAct, { site, id, changed, undoable }: DeskWork) {
  if (changed === 0) return NOTHING
  if (!undoable) return html`<p>${words.decisionNoUndo}</p>`
  return html`<p>${words.decisionUndoText}</p>
    ${buttonForm(`/admin/sites/${site}/moderation/decisions/${id}/undo`, words.decisionUndo)}`
}
