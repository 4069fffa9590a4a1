import { readAnswer } from '../domain/report/answer.ts'
import type { ListedSite } from '../domain/site/site-directory.ts'
import { answerSentence } from './answer-sentence.ts'
import type { ChosenPeriod } from './chosen-period.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { distribution } from './distribution.ts'
import { html } from './html.ts'
import { resultFacts } from './result-facts.ts'
import { siteLately } from './site-lately.ts'

/** What moves on the page of a site, with the answer that it is drawn from. */
export async function siteParts(act: DashboardAct, listed: ListedSite, chosen: ChosenPeriod) {
  const { words, readUnitResults } = act
  const answer = await readAnswer(readUnitResults, [{ site: listed.site }], chosen.period)
  const parts = {
    answer: answerSentence(words, answer, chosen),
    figures: html`${distribution(words, answer.now)} ${resultFacts(words, answer.now)}`,
    lately: await siteLately(act, listed),
  }
  return { parts, answer }
}
