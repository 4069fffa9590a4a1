import { dayBefore } from '../../domain/day-before.ts'
import { compareIndex } from '../../domain/report/comparison.ts'
import { readPeriod } from '../../domain/report/period.ts'
import { NOTHING as NO_SUMS } from '../../domain/report/pool-sums.ts'
import { type Result, resultOf } from '../../domain/report/result.ts'
import type { ArticleId, Days } from '../../store/store.ts'
import type { ChosenPeriod } from '../chosen-period.ts'
import type { DashboardAct } from '../dashboard-route.ts'
import { button, field } from '../form.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { countText, indexText, movedText, shareText } from '../number-text.ts'
import type { Words } from '../words/words.ts'

/**
 * What an article's readers said in a period before the day that it was edited, and from that day on.
 * The day is the one in the address, `edited`.
 */
export async function beforeAndAfter(
  act: DashboardAct,
  article: ArticleId,
  { period }: ChosenPeriod,
): Promise<Html> {
  const { words, query, at, rules } = act
  const edited = readPeriod(query['edited'] ?? '')
  const within = edited?.kind === 'day' && period.from < edited.from && edited.from <= period.to
  const read = async (days: Days) =>
    resultOf((await rules.store.readArticleDays(article, days)) ?? NO_SUMS)
  const sides = within
    ? ([
        await read({ from: period.from, to: dayBefore(edited.from, 1) }),
        await read({ from: edited.from, to: period.to }),
      ] as const)
    : null
  const asked = (query['edited'] ?? '') !== ''
  return html`<h2>${words.articleEdit}</h2>
    <form class="filter" method="get" action="${at}">
      <input type="hidden" name="article" value="${article.key}">
      <input type="hidden" name="period" value="${period.code}">
      ${field({
        ...{ name: 'edited', label: words.articleEdited, type: 'date', value: query['edited'] },
        ...{ autocomplete: 'off', required: true },
        fault: asked && !within ? words.articleEditedOutside : undefined,
      })}
      ${button(words.articleEditShow, 'quiet')}
    </form>
    ${sides && edited ? sidesTable(words, edited.from, ...sides) : NOTHING}`
}

function sidesTable(words: Words, day: string, before: Result, after: Result): Html {
  const { hundredths, change } = compareIndex(before.votes, after.votes)
  const said =
    change === null || hundredths === null
      ? words.changeNone
      : words.change[change](movedText(words, hundredths))
  const row = (name: string, { n, views, satisfied, index, interval }: Result) =>
    html`<tr><th scope="row">${name}</th><td class="number">${countText(words, views)}</td>
      <td class="number">${countText(words, n)}</td>
      <td class="number">${n === 0 ? '–' : shareText(words, satisfied)}</td>
      <td class="number">${index === null ? '–' : indexText(words, index)}</td>
      <td class="number">${
        interval ? `${indexText(words, interval.low)}–${indexText(words, interval.high)}` : '–'
      }</td></tr>`
  return html`<div class="table" role="region" aria-label="${words.articleEdit}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.period}</th>
      <th scope="col" class="number">${words.countedViews}</th>
      <th scope="col" class="number">${words.ratings}</th>
      <th scope="col" class="number">${words.satisfied}</th>
      <th scope="col" class="number">${words.indexShort}</th>
      <th scope="col" class="number">${words.interval}</th></tr></thead>
    <tbody>${row(words.articleBefore(day), before)} ${row(words.articleAfter(day), after)}</tbody>
    </table></div>
    <p>${words.articleEditChange(said)}</p>`
}
