import { DROP_REASONS } from '../../../shared/drop-reason.ts'
import { type PeriodSums, summarise } from '../../domain/moderation/admin-summary.ts'
import { VERIFICATION_FAILURES } from '../../domain/verification/verification-failure.ts'
import { VERIFICATION_WORDS } from '../../domain/verification/verification-words.ts'
import { auditLine } from '../audit-line.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { buttonForm } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { doneNotice } from '../page.ts'
import { setAside } from '../site-lately.ts'
import { siteTasks } from '../site-tasks.ts'
import { siteTarget } from '../targets.ts'
import { timeText } from '../time-text.ts'

/** How the counting of a site goes: what was dropped, what waits, what failed, what is signed. */
export const operationsPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/operations',
  access: { action: 'see', on: 'site' },
  async answer(act) {
    const { rules, path, words, query } = act
    const listed = await rules.sites.find(path['site'] ?? '')
    if (!listed) return { missing: true }
    const { site } = listed
    const { today, week } = await summarise(rules, listed)
    const body = html`${siteTasks(act, site.key)} ${doneNotice(words, query['done'])}
      <p class="lead">${words.operationsLead(
        week.views.requests.toLocaleString(words.language),
        week.views.counted.toLocaleString(words.language),
      )}</p>
      ${await facts(act, site.key, week)}
      ${dropped(act, today, week)}
      ${await failures(act, site.key)}
      ${shared(act, site.key)}`
    return { title: `${words.operationsTitle}: ${site.name}`, body }
  },
}

/** Has every unverified article of a site asked for again. */
export const retryVerification: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/operations/retry',
  access: { action: 'edit', on: 'site' },
  async answer(act) {
    const { rules, path, person } = act
    const site = path['site'] ?? ''
    await rules.store.retryArticles(site)
    await rules.store.addAudit(auditLine(act, person?.email ?? '', 'verify-again', '', site))
    return { to: `/admin/sites/${site}/operations?done=retry` }
  },
}

async function facts(act: DashboardAct, site: string, week: PeriodSums) {
  const { words, rules } = act
  const head = (await rules.store.readChainHeads()).find((link) => link.site === site)
  const kept = await rules.store.readUpkeep()
  const upkeep = kept === null ? null : (JSON.parse(kept) as { clock?: { seen?: number } }).clock
  return html`<dl class="facts">
    <dt>${words.pending7}</dt><dd>${setAside(week, 'pending').toLocaleString(words.language)}</dd>
    <dt>${words.operationsChain}</dt><dd>${
      head
        ? html`${words.operationsChainHead(head.number, head.day)} <code>${head.hash}</code>`
        : words.operationsChainNone
    }</dd>
    <dt>${words.operationsUpkeep}</dt><dd>${
      upkeep?.seen === undefined
        ? words.peopleNever
        : `${timeText(Math.floor(upkeep.seen / 1000))} ${words.utc}`
    }</dd>
    ${await backup(act)}
  </dl>`
}

/** Of the whole server: for those who govern it. */
async function backup({ words, may, readBackup }: DashboardAct) {
  if (!may('govern', { kind: 'server' })) return NOTHING
  const { good, failure } = await readBackup()
  const instant = (time: string) => `${time.slice(0, 16).replace('T', ' ')} ${words.utc}`
  return html`<dt>${words.operationsBackup}</dt><dd>${good ? instant(good.time) : words.operationsBackupNone}
    ${failure ? html`<strong class="late">${words.operationsBackupFailed(instant(failure.time))}</strong> <span lang="en">${failure.message}</span>` : NOTHING}</dd>`
}

function dropped({ words }: DashboardAct, today: PeriodSums, week: PeriodSums) {
  const rows = DROP_REASONS.map((reason) => {
    const number = ({ views }: PeriodSums) =>
      html`<td class="number">${(views.dropped[reason] ?? 0).toLocaleString(words.language)}</td>`
    return html`<tr><th scope="row">${words.dropReasons[reason]}</th>${number(today)}${number(week)}</tr>`
  })
  return html`<h2>${words.droppedViews}</h2>
    <div class="table" role="region" aria-label="${words.droppedViews}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.moderationReason}</th>
      <th scope="col" class="number">${words.today}</th><th scope="col" class="number">${words.week}</th></tr></thead>
    <tbody>${rows}</tbody></table></div>`
}

async function failures(act: DashboardAct, site: string) {
  const { words, rules } = act
  const failed = await rules.store.readFailures(site)
  if (failed.length === 0)
    return html`<h2>${words.operationsFailures}</h2><p>${words.operationsFailuresNone}</p>`
  const language = words.language === 'en' ? 'en' : 'id'
  const rows = failed.map(({ reason, articles, example }) => {
    const known = VERIFICATION_FAILURES.find((failure) => failure === reason)
    const said = known && VERIFICATION_WORDS[language][known]
    return html`<tr><td class="number">${articles.toLocaleString(words.language)}</td>
      <td>${said ? html`${said.explanation}<br>${said.remedy}` : reason}</td><td><code>${example}</code></td></tr>`
  })
  return html`<h2>${words.operationsFailures}</h2>
    <div class="table" role="region" aria-label="${words.operationsFailures}" tabindex="0"><table>
    <thead><tr><th scope="col" class="number">${words.operationsArticles}</th>
      <th scope="col">${words.operationsRemedy}</th><th scope="col">${words.operationsExample}</th></tr></thead>
    <tbody>${rows}</tbody></table></div>
    ${
      act.may('edit', siteTarget(act, site))
        ? buttonForm(`/admin/sites/${site}/operations/retry`, words.operationsRetry)
        : NOTHING
    }`
}

function shared({ words, rules }: DashboardAct, site: string) {
  const keys = rules.sharedKeys.list(site)
  if (keys.length === 0) return NOTHING
  return html`<h2>${words.noticeKinds['shared-canonical']}</h2><p>${words.operationsShared}</p>
    <ul class="plain">${keys.map(({ article, pages }) => html`<li><code>${article.key}</code> (${pages.length}+): <code>${pages[0]}</code></li>`)}</ul>`
}
