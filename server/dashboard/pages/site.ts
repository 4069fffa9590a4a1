import { type PeriodSums, summarise } from '../../domain/moderation/admin-summary.ts'
import { readAnswer } from '../../domain/report/answer.ts'
import type { ListedSite } from '../../domain/site/site-directory.ts'
import { answerSentence } from '../answer-sentence.ts'
import { chosenPeriod } from '../chosen-period.ts'
import { comparisonTable } from '../comparison-table.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { distribution } from '../distribution.ts'
import { html } from '../html.ts'
import { periodPicker } from '../period-picker.ts'
import { resultFacts } from '../result-facts.ts'
import { siteCharts } from '../site-charts.ts'
import { siteTasks } from '../site-tasks.ts'
import type { Words } from '../words/words.ts'

/** What a site's readers say in a period: in a sentence, as a picture, beside earlier periods. */
export const sitePage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site',
  access: { action: 'see', on: 'site' },
  async answer(act) {
    const { rules, path, words, readUnitResults } = act
    const listed = await rules.sites.find(path['site'] ?? '')
    if (!listed) return { missing: true }
    const { site } = listed
    const chosen = chosenPeriod(act, site.timeZone)
    const answer = await readAnswer(readUnitResults, [{ site }], chosen.period)
    const body = html`${siteTasks(act, site.key, chosen)} ${periodPicker(act, chosen)}
      ${answerSentence(words, answer, chosen)}
      <h2>${words.distribution}</h2>
      ${distribution(words, answer.now)} ${resultFacts(words, answer.now)}
      ${await siteCharts(act, site, chosen.period)}
      <h2>${words.comparison}</h2>
      ${comparisonTable(words, answer)}
      ${await lately(act, listed)}
      <h2>${words.origins}</h2>
      <ul class="plain">${site.origins.map(({ origin }) => html`<li><code>${origin}</code></li>`)}</ul>`
    return { title: site.name, body }
  },
}

/** Votes of a period that have a standing, whatever for. */
export function setAside({ votes }: PeriodSums, standing: string): number {
  return votes.filter((sum) => sum.standing === standing).reduce((sum, one) => sum + one.votes, 0)
}

/** What moves at this moment, requests that are not counted with it. */
async function lately({ rules, words }: DashboardAct, listed: ListedSite) {
  const { today, week } = await summarise(rules, listed)
  return html`<h2>${words.lately}</h2>
    <p class="hint">${words.siteWeek(week.from, week.to)} (${listed.site.timeZone})</p>
    ${figures(words, today, week)}`
}

function figures(words: Words, today: PeriodSums, week: PeriodSums) {
  const measures: readonly (readonly [string, (period: PeriodSums) => number])[] = [
    [words.countedViews, ({ views }) => views.counted],
    [words.droppedViews, ({ views }) => views.requests - views.counted],
    [words.countedVotes, (period) => setAside(period, 'counted')],
    [words.pendingVotes, (period) => setAside(period, 'pending')],
    [words.excludedVotes, (period) => setAside(period, 'excluded')],
  ]
  const rows = measures.map(
    ([name, of]) => html`<tr><th scope="row">${name}</th>
      <td class="number">${of(today).toLocaleString(words.language)}</td>
      <td class="number">${of(week).toLocaleString(words.language)}</td></tr>`,
  )
  return html`<div class="table" role="region" aria-label="${words.siteFigures}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.measure}</th>
      <th scope="col" class="number">${words.today}</th>
      <th scope="col" class="number">${words.week}</th></tr></thead>
    <tbody>${rows}</tbody></table></div>`
}
