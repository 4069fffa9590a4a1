import { answerOf } from '../../domain/report/answer.ts'
import { previousPeriod, sameOfLastYear } from '../../domain/report/period.ts'
import { NOTHING as NO_SUMS } from '../../domain/report/pool-sums.ts'
import type { ListedSite } from '../../domain/site/site-directory.ts'
import type { ArticleId, Days } from '../../store/store.ts'
import { answerSentence } from '../answer-sentence.ts'
import { articleActs } from '../articles/article-acts.ts'
import { articleHistory } from '../articles/article-history.ts'
import { articleOffice } from '../articles/article-office.ts'
import { articleVerification } from '../articles/article-verification.ts'
import { beforeAndAfter } from '../articles/before-and-after.ts'
import { standingTable } from '../articles/standing-table.ts'
import { chosenPeriod } from '../chosen-period.ts'
import { comparisonTable } from '../comparison-table.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { distribution } from '../distribution.ts'
import { type Fault, faultSummary } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { countText } from '../number-text.ts'
import { doneNotice } from '../page.ts'
import { periodPicker } from '../period-picker.ts'
import { resultFacts } from '../result-facts.ts'
import { siteTasks } from '../site-tasks.ts'
import { siteTarget } from '../targets.ts'

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
  const key = rules.keyOf(listed, address ?? '')
  const { site } = listed
  const chosen = chosenPeriod(act, site.timeZone)
  const facts = key && (await store.readArticleFacts({ site: site.key, key }))
  const asked = key && (await store.readArticleDays({ site: site.key, key }, chosen.period))
  if (!facts || !asked) return { missing: true }
  const article: ArticleId = { site: site.key, key: asked.key }
  const read = async (days: Days) => (await store.readArticleDays(article, days)) ?? NO_SUMS
  const before = await read(previousPeriod(chosen.period))
  const lastYear = await read(sameOfLastYear(chosen.period))
  const answer = answerOf(chosen.period, { now: asked, before, lastYear }, true)
  const { opening, closed, review } = await store.readArticle(article, null)
  const aside = await store.readArticleAside(article, chosen.period)
  const aliases = await store.readAliases(article)
  const edits = act.may('edit', siteTarget(act, site.key))
  const body = html`${siteTasks(act, site.key)} ${doneNotice(words, query['done'])}
    ${faultSummary(words.faults, faults)}
    <p><code>${asked.key}</code> ${asked.verified ? NOTHING : html`<span class="hint">${words.moderationUnverified}</span>`}</p>
    ${closed ? html`<p class="notice">${words.articleClosed}</p>` : NOTHING}
    ${review ? html`<p class="notice">${words.articleReview}</p>` : NOTHING}
    ${periodPicker(act, chosen)} ${answerSentence(words, answer, chosen)}
    <h2>${words.distribution}</h2>
    ${distribution(words, answer.now)} ${resultFacts(words, answer.now)}
    ${opening ? html`<p class="hint">${words.articleOpening(countText(words, opening.views), opening.source, opening.date, opening.estimate)}</p>` : NOTHING}
    ${standingTable(words, article, chosen.period, answer.now.n, aside)}
    <h2>${words.comparison}</h2>
    ${comparisonTable(words, answer)}
    ${await articleHistory(act, article, chosen)}
    ${await beforeAndAfter(act, article, chosen)}
    ${await articleOffice(act, site.key, facts)}
    ${articleVerification(words, site.key, facts)}
    ${articleActs(act, article, { closed, aliases, edits, faults })}`
  return { title: asked.title ?? asked.key, body, status }
}
