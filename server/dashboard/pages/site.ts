import { readWordingSeries } from '../../domain/report/wording-series.ts'
import { chosenPeriod } from '../chosen-period.ts'
import { comparisonTable } from '../comparison-table.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { html, NOTHING } from '../html.ts'
import { liveLine, livePart } from '../live/live-part.ts'
import { periodPicker } from '../period-picker.ts'
import { siteCharts } from '../site-charts.ts'
import { siteParts } from '../site-parts.ts'
import { siteTasks } from '../site-tasks.ts'
import { wordingNotice } from '../wording-notice.ts'

/** What a site's readers say in a period: in a sentence, as a picture, beside earlier periods. */
export const sitePage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site',
  access: { action: 'see', on: 'site' },
  async answer(act) {
    const { rules, path, words } = act
    const listed = await rules.sites.find(path['site'] ?? '')
    if (!listed) return { missing: true }
    const { site } = listed
    const chosen = chosenPeriod(act, site.timeZone)
    const { parts, answer } = await siteParts(act, listed, chosen)
    const changes = await readWordingSeries(rules.store, site)
    const body = html`${siteTasks(act, site.key, chosen)} ${periodPicker(act, chosen)}
      ${livePart('answer', parts.answer)}
      ${wordingNotice(words, answer, changes, { site: site.key })}
      ${chosen.current ? liveLine(words, `${act.at}/live?period=${chosen.period.code}`) : NOTHING}
      <h2>${words.distribution}</h2>
      ${livePart('figures', parts.figures)}
      ${await siteCharts(act, site, chosen.period, changes)}
      <h2>${words.comparison}</h2>
      ${comparisonTable(words, answer)}
      ${livePart('lately', parts.lately)}
      <h2>${words.origins}</h2>
      <ul class="plain">${site.origins.map(({ origin }) => html`<li><code>${origin}</code></li>`)}</ul>`
    return { title: site.name, body }
  },
}

/** The same figures as they move, in a period that goes on. */
export const siteLive: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/live',
  access: { action: 'see', on: 'site' },
  watching: true,
  answer: async (act) => ((await movingParts(act)) ? { live: movingParts } : { missing: true }),
}

async function movingParts(act: DashboardAct) {
  const listed = await act.rules.sites.find(act.path['site'] ?? '')
  if (!listed) return null
  const chosen = chosenPeriod(act, listed.site.timeZone)
  return chosen.current ? (await siteParts(act, listed, chosen)).parts : null
}
