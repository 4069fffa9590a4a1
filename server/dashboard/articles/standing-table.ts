import { REASONS } from '../../../shared/standing.ts'
import type { ArticleId, AsideReason, Days } from '../../store/store.ts'
import { type Html, html } from '../html.ts'
import { countText } from '../number-text.ts'
import type { Words } from '../words/words.ts'

/** How many votes of an article stand how, and why some are set aside: a sentence, then each reason. Never by choice. */
export function standingTable(
  words: Words,
  { site, key }: ArticleId,
  { from, to }: Days,
  counted: number,
  aside: readonly AsideReason[],
): Html {
  const of = (standing: AsideReason['standing']) =>
    countText(
      words,
      aside.reduce((sum, each) => sum + (each.standing === standing ? each.votes : 0), 0),
    )
  const rows = aside.map(({ standing, reason, votes }) => {
    const known = REASONS.find((each) => each === reason)
    const asked = new URLSearchParams({ article: key, standing, reason, from, to })
    const name = standing === 'pending' ? words.standingPending : words.standingExcluded
    return html`<tr><th scope="row">${name}</th>
      <td><a href="/admin/sites/${site}/moderation?${asked}">${known ? words.reasons[known] : reason}</a></td>
      <td class="number">${countText(words, votes)}</td></tr>`
  })
  return html`<h2 id="standing">${words.articleStanding}</h2>
    <p>${words.articleStandings(countText(words, counted), of('pending'), of('excluded'))}</p>
    <div class="table" role="region" aria-label="${words.articleStanding}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.moderationStanding}</th>
      <th scope="col">${words.moderationReason}</th>
      <th scope="col" class="number">${words.ratings}</th></tr></thead>
    <tbody><tr><th scope="row">${words.standingCounted}</th><td>–</td>
      <td class="number">${countText(words, counted)}</td></tr>${rows}</tbody></table></div>
    <p><a href="/admin/sites/${site}/moderation?${new URLSearchParams({ article: key })}">${words.articleModeration}</a></p>`
}
