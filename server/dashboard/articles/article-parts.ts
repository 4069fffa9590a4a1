import { answerOf } from '../../domain/report/answer.ts'
import { previousPeriod, sameOfLastYear } from '../../domain/report/period.ts'
import { NOTHING as NO_SUMS } from '../../domain/report/pool-sums.ts'
import type { ListedSite } from '../../domain/site/site-directory.ts'
import type { ArticleId, Days } from '../../store/store.ts'
import { answerSentence } from '../answer-sentence.ts'
import type { ChosenPeriod } from '../chosen-period.ts'
import type { DashboardAct } from '../dashboard-route.ts'
import { distribution } from '../distribution.ts'
import { html } from '../html.ts'
import { resultFacts } from '../result-facts.ts'

/**
 * What moves on the page of an article, with what it is drawn from.
 * @param address what an address or a form names it by
 * @returns null where the site has no such article
 */
export async function articleParts(
  { rules, words }: DashboardAct,
  listed: ListedSite,
  address: string | undefined,
  chosen: ChosenPeriod,
) {
  const { store } = rules
  const site = listed.site.key
  const key = rules.keyOf(listed, address ?? '')
  const asked = key && (await store.readArticleDays({ site, key }, chosen.period))
  if (!asked) return null
  const article: ArticleId = { site, key: asked.key }
  const read = async (days: Days) => (await store.readArticleDays(article, days)) ?? NO_SUMS
  const before = await read(previousPeriod(chosen.period))
  const lastYear = await read(sameOfLastYear(chosen.period))
  const answer = answerOf(chosen.period, { now: asked, before, lastYear }, true)
  const parts = {
    answer: answerSentence(words, answer, chosen),
    figures: html`${distribution(words, answer.now)} ${resultFacts(words, answer.now)}`,
  }
  return { asked, article, answer, parts }
}
