import type { AlertRule, Digest } from '../../store/store.ts'
import { alertAboutName, isTheirAlert } from '../alert-about.ts'
import { alertDestinations, alertSentence, alertState, instantOf } from '../alert-texts.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { digestTime } from '../digest-time.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { doneNotice } from '../page.ts'

/** The rules that one may set, which tell of what begins, and the digests of one's offices. */
export const alertsPage: DashboardRoute = {
  method: 'GET',
  path: '/alerts',
  access: { action: 'edit', on: 'somewhere' },
  async answer(act) {
    const { words, rules, query } = act
    const own = (await rules.store.readAlertRules()).filter((rule) => isTheirAlert(act, rule))
    const body = html`${doneNotice(words, query['done'])}
      <p>${words.alertsText}</p>
      ${act.sendsMail ? NOTHING : html`<p class="hint">${words.alertNoSmtp}</p>`}
      <p><a class="action" href="/admin/alerts/new">${words.alertAdd}</a></p>
      ${own.length === 0 ? html`<p class="hint">${words.alertsNone}</p>` : table(act, own)}
      ${await digests(act)}`
    return { title: words.alertsTitle, body }
  },
}

function table(act: DashboardAct, rules: readonly AlertRule[]): Html {
  const { words } = act
  const rows = rules.map(
    (
      rule,
    ) => html`<tr><th scope="row"><a href="/admin/alerts/${rule.key}">${alertSentence(words, rule)}</a></th>
      <td>${alertAboutName(act, rule.about)}</td><td>${alertState(words, rule)}</td>
      <td class="time">${instantOf(words, rule.firedAt)}</td>
      <td>${alertDestinations(words, rule)}</td></tr>`,
  )
  return html`<div class="table" role="region" aria-label="${words.alertsTitle}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.alertRule}</th><th scope="col">${words.alertAbout}</th>
      <th scope="col">${words.alertState}</th><th scope="col">${words.alertFired}</th>
      <th scope="col">${words.alertTo}</th></tr></thead>
    <tbody>${rows}</tbody></table></div>`
}

async function digests(act: DashboardAct): Promise<Html | readonly Html[]> {
  const { words, rules, places } = act
  const own = places.offices.filter(({ key: office }) =>
    act.may('edit', { kind: 'office', office }),
  )
  if (own.length === 0) return NOTHING
  const set = new Map((await rules.store.readDigests()).map((each) => [each.office, each]))
  const rows = own.map(({ key, name }) => {
    const digest = set.get(key)
    return html`<tr><th scope="row">${name}</th><td>${stateOf(act, digest)}</td>
      <td><a href="/admin/offices/${key}/digest" aria-label="${words.digestSetName(name)}">${words.digestSet}</a></td></tr>`
  })
  return html`<h2>${words.digestsTitle}</h2><p>${words.digestsText}</p>
    <div class="table" role="region" aria-label="${words.digestsTitle}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.office}</th><th scope="col">${words.alertState}</th><td></td></tr></thead>
    <tbody>${rows}</tbody></table></div>`
}

function stateOf({ words }: DashboardAct, digest: Digest | undefined): string {
  return digest?.active ? digestTime(words, digest) : words.digestOff
}
