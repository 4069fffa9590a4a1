import type { Answer } from '../domain/report/answer.ts'
import { readReportPeriod } from '../domain/report/report-period.ts'
import { isParted } from '../domain/report/wording-parts.ts'
import { changesWithin } from '../domain/report/wording-series.ts'
import type { WordingChange } from '../store/store.ts'
import { dayName } from './charts/wording-marks.ts'
import { type Html, html, NOTHING } from './html.ts'
import { nameOfPeriod } from './period-words.ts'
import { addressOf } from './report/report-ask.ts'
import type { Words } from './words/words.ts'

/** What a page is about, as its report is asked for. */
interface About {
  readonly site: string
  /** Key of the article. */
  readonly article?: string
}

/** Says where a period, or the one that it is held beside, was not all asked the same; else nothing. */
export function wordingNotice(
  words: Words,
  { period, before }: Pick<Answer, 'period' | 'before'>,
  changes: readonly WordingChange[],
  { site, article }: About,
): Html | readonly Html[] {
  const days = [...new Set(changesWithin(changes, period).map(({ day }) => day))]
  if (days.length === 0) {
    return isParted(changes, before.period, period)
      ? html`<p>${words.wordingSince(nameOfPeriod(words, before.period))}</p>`
      : NOTHING
  }
  const { path, query } = addressOf('sites', site, period, article)
  const said = words.wordingWithin(days.map((day) => dayName(words, day)).join(', '))
  return html`<p class="notice">${said} ${
    readReportPeriod(period.code)
      ? html`<a href="${path}${query}">${words.wordingReport}</a>`
      : NOTHING
  }</p>`
}
