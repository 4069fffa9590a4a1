import type { Role } from '../../../shared/role.ts'
import type { Person } from '../../store/store.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, buttonForm, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { doneNotice } from '../page.ts'
import { roleField } from '../role-form.ts'
import { placeName, roleName } from '../role-words.ts'
import { targetOf, targetsOf } from '../targets.ts'
import { timeText } from '../time-text.ts'

/** Everybody whom one may appoint, each with the roles that one may give or take. */
export const peoplePage: DashboardRoute = {
  method: 'GET',
  path: '/people',
  access: { action: 'appoint', on: 'somewhere' },
  answer: (act) => peopleList(act, []),
}

export async function peopleList(
  act: DashboardAct,
  faults: readonly Fault[],
  status = 200,
): Promise<DashboardAnswer> {
  const { words, rules, now, query } = act
  const everybody = (await rules.store.readPeople()).filter((person) => isTheirs(act, person))
  const waiting = (await rules.store.readInvitations(now)).filter(
    (pass) => pass.purpose === 'invitation' && mayAppoint(act, pass.role),
  )
  const body = html`${doneNotice(words, query['done'])} ${faultSummary(words.faults, faults)}
    <div class="table" role="region" aria-label="${words.peopleTitle}" tabindex="0"><table>
      <thead><tr><th scope="col">${words.name}</th><th scope="col">${words.rolesOf}</th>
        <th scope="col">${words.peopleTwoFactor}</th>
        <th scope="col">${words.peopleLastSeen} (${words.utc})</th><td></td></tr></thead>
      <tbody>${everybody.map((person) => personRow(act, person))}</tbody>
    </table></div>
    ${everybody.length < 2 ? html`<p class="hint">${words.peopleNone}</p>` : NOTHING}
    ${waiting.length > 0 ? html`<h2>${words.peopleWaiting}</h2>` : NOTHING}
    <ul class="plain rows">${waiting.map((pass) =>
      pass.purpose === 'invitation'
        ? html`<li><span>${pass.email}: ${roleName(words, pass.role.role)},
            ${placeName(act, pass.role)}. ${words.expires} ${timeText(pass.expiresAt)} ${words.utc}</span>
            ${buttonForm('/admin/people/invitations/end', words.revoke, {
              hidden: { role: roleField(pass.role), pass: pass.hash },
              name: `${words.revoke}: ${pass.email}`,
            })}</li>`
        : NOTHING,
    )}</ul>
    ${inviteForm(act, faults)}`
  return { title: words.peopleTitle, body, status }
}

/** Whether somebody has a role that one may give or take, or none and one may do everything. */
function isTheirs(act: DashboardAct, person: Person): boolean {
  if (act.may('govern', { kind: 'server' })) return true
  return targetsOf(act, person).some((target) => act.may('appoint', target))
}

function mayAppoint(act: DashboardAct, role: Role): boolean {
  return act.may('appoint', targetOf(act, role))
}

function personRow(act: DashboardAct, person: Person) {
  const { words } = act
  const theirs = person.roles.filter((role) => mayAppoint(act, role))
  return html`<tr><th scope="row">${person.name}<br><span class="hint">${person.email}</span></th>
    <td><ul class="plain rows">${theirs.map((role) => roleItem(act, person, role))}</ul>
      ${theirs.length === 0 ? words.noRoles : NOTHING}</td>
    <td>${person.twoFactor ? words.yes : words.no}</td>
    <td class="time">${person.lastSeen === null ? words.peopleNever : timeText(person.lastSeen)}</td>
    <td><a href="/admin/people/${person.id}" aria-label="${words.manageName(person.name)}">${words.manage}</a></td></tr>`
}

function roleItem(act: DashboardAct, { id, name }: Person, role: Role) {
  const { words } = act
  const [called, place] = [roleName(words, role.role), placeName(act, role)]
  return html`<li><span>${called}, ${place}</span>
    ${buttonForm('/admin/people/roles/end', words.revoke, {
      hidden: { role: roleField(role), person: id },
      name: words.revokeRole(called, place, name),
    })}</li>`
}

function inviteForm(act: DashboardAct, faults: readonly Fault[]) {
  const { words, form } = act
  const options = roleChoices(act).map((role) => {
    const value = roleField(role)
    return html`<option value="${value}" ${value === form['role'] ? html`selected` : NOTHING}>${roleName(words, role.role)}, ${placeName(act, role)}</option>`
  })
  return html`<h2>${words.peopleInvite}</h2>
    <p>${words.peopleInviteText}</p>
    <form class="card" method="post" action="/admin/people/invitations">
      ${field({
        ...{ name: 'email', label: words.email, type: 'email', autocomplete: 'off' },
        ...{ value: form['email'], fault: faultOf(faults, 'email') },
      })}
      <div class="field"><label for="role">${words.role}</label>
        <select id="role" name="role" required>${options}</select>
        <dl class="hint">${hints(act)}</dl></div>
      ${button(words.peopleInviteButton)}
    </form>`
}

/** Every role that one may give. */
function roleChoices(act: DashboardAct): readonly Role[] {
  const all: readonly Role[] = [
    ...act.sites.flatMap(({ key: site }): readonly Role[] => [
      { role: 'viewer', site },
      { role: 'editor', site },
    ]),
    ...act.places.offices.map(({ key }): Role => ({ role: 'admin', office: key })),
    { role: 'owner' },
  ]
  return all.filter((role) => mayAppoint(act, role))
}

function hints({ words }: DashboardAct) {
  const said = [
    [words.roleViewer, words.roleViewerHint],
    [words.roleEditor, words.roleEditorHint],
    [words.roleAdmin, words.roleAdminHint],
    [words.roleOwner, words.roleOwnerHint],
  ] as const
  return said.map(([name, hint]) => html`<div><dt>${name}</dt><dd>${hint}</dd></div>`)
}
