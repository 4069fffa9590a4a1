import { readWordingSeries } from '../../domain/report/wording-series.ts'
import type { ListedSite } from '../../domain/site/site-directory.ts'
import type { ArticleId } from '../../store/store.ts'
import { articleActs } from '../articles/article-acts.ts'
import { articleHistory } from '../articles/article-history.ts'
import { articleOffice } from '../articles/article-office.ts'
import { articleParts } from '../articles/article-parts.ts'
import { articleVerification } from '../articles/article-verification.ts'
import { beforeAndAfter } from '../articles/before-and-after.ts'
import { standingTable } from '../articles/standing-table.ts'
import { type ChosenPeriod, chosenPeriod } from '../chosen-period.ts'
import { comparisonTable } from '../comparison-table.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { type Fault, faultSummary } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { liveLine, livePart } from '../live/live-part.ts'
import { countText } from '../number-text.ts'
import { doneNotice } from '../page.ts'
import { periodPicker } from '../period-picker.ts'
import { siteTasks } from '../site-tasks.ts'
import { siteTarget } from '../targets.ts'
import { wordingNotice } from '../wording-notice.ts'

/** What the readers of one article say, those of its aliases with them, and what can be done about it. */
export const articlePage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/article',
  access: { action: 'see', on: 'site' },
  async answer(act) {
    const listed = await act.rules.sites.find(act.path['site'] ?? '')
    return listed ? articleAnswer(act, listed, act.query['article'], []) : { missing: true }
  },
}

/** The same figures as they move, in a period that goes on. */
export const articleLive: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/article/live',
  access: { action: 'see', on: 'site' },
  watching: true,
  answer: async (act) => ((await movingParts(act)) ? { live: movingParts } : { missing: true }),
}

async function movingParts(act: DashboardAct) {
  const listed = await act.rules.sites.find(act.path['site'] ?? '')
  if (!listed) return null
  const chosen = chosenPeriod(act, listed.site.timeZone)
  if (!chosen.current) return null
  return (await articleParts(act, listed, act.query['article'], chosen))?.parts ?? null
}

function liveAddress({ site, key }: ArticleId, { period }: ChosenPeriod): string {
  const query = new URLSearchParams({ article: key, period: period.code })
  return `/admin/sites/${site}/article/live?${query}`
}

/** @param address what an address or a form names it by */
export async function articleAnswer(
  act: DashboardAct,
  listed: ListedSite,
  address: string | undefined,
  faults: readonly Fault[],
  status = 200,
): Promise<DashboardAnswer> {
  const { rules, words, query } = act
  const { store } = rules
  const { site } = listed
  const chosen = chosenPeriod(act, site.timeZone)
  const found = await articleParts(act, listed, address, chosen)
  if (!found) return { missing: true }
  const { asked, article, answer, parts } = found
  const facts = await store.readArticleFacts(article)
  if (!facts) return { missing: true }
  const { opening, closed, review } = await store.readArticle(article, null)
  const aside = await store.readArticleAside(article, chosen.period)
  const changes = await readWordingSeries(store, site)
  const aliases = await store.readAliases(article)
  const edits = act.may('edit', siteTarget(act, site.key))
  const body = html`${siteTasks(act, site.key)} ${doneNotice(words, query['done'])}
    ${faultSummary(words.faults, faults)}
    <p><code>${asked.key}</code> ${asked.verified ? NOTHING : html`<span class="hint">${words.moderationUnverified}</span>`}</p>
    ${closed ? html`<p class="notice">${words.articleClosed}</p>` : NOTHING}
    ${review ? html`<p class="notice">${words.articleReview}</p>` : NOTHING}
    ${periodPicker(act, chosen)} ${livePart('answer', parts.answer)}
    ${wordingNotice(words, answer, changes, { site: site.key, article: asked.key })}
    ${chosen.current ? liveLine(words, liveAddress(article, chosen)) : NOTHING}
    <h2>${words.distribution}</h2>
    ${livePart('figures', parts.figures)}
    ${opening ? html`<p class="hint">${words.articleOpening(countText(words, opening.views), opening.source, opening.date, opening.estimate)}</p>` : NOTHING}
    ${standingTable(words, article, chosen.period, answer.now.n, aside)}
    <h2>${words.comparison}</h2>
    ${comparisonTable(words, answer)}
    ${await articleHistory(act, article, chosen, { site, changes })}
    ${await beforeAndAfter(act, article, chosen)}
    ${await articleOffice(act, site.key, facts)}
    ${articleVerification(words, site.key, facts)}
    ${articleActs(act, article, { closed, aliases, edits, faults })}`
  return { title: asked.title ?? asked.key, body, status }
}
