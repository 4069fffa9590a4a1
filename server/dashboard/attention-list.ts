import type { AtSite, Attention } from './attention.ts'
import { type Html, html } from './html.ts'
import { countText } from './number-text.ts'
import type { Words } from './words/words.ts'

/** Sites named in one line; the rest is counted. */
const MOST_NAMED = 5

/** What waits for somebody today, each leading to where it is done. */
export function attentionList(words: Words, attention: Attention, anySite: string): Html {
  const lines = linesOf(words, attention, anySite)
  return html`<section class="${lines.length > 0 ? 'notices' : 'calm'}" aria-labelledby="attention">
    <h2 id="attention">${words.attentionTitle}</h2>
    ${
      lines.length > 0
        ? html`<ul class="plain rows">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
        : html`<p>${words.attentionNone}</p>`
    }</section>`
}

function linesOf(
  words: Words,
  { pending, reviews, notices, overdue }: Attention,
  anySite: string,
): readonly Html[] {
  const counted = (items: readonly AtSite[], text: (n: string, one: boolean) => string) => {
    const sum = items.reduce((all, { n }) => all + n, 0)
    return sum === 0
      ? []
      : [html`<strong>${text(countText(words, sum), sum === 1)}</strong> ${sites(words, items)}`]
  }
  return [
    ...counted(pending, words.attentionPending),
    ...counted(reviews, words.attentionReviews),
    ...(overdue === 0
      ? []
      : [
          html`<strong>${words.attentionOverdue(countText(words, overdue), overdue === 1)}</strong>
          <a class="action" href="/admin/follow-ups?due=overdue">${words.attentionOpen}</a>`,
        ]),
    ...notices.map(
      ({ site, kind }) => html`<strong>${words.noticeKinds[kind]}</strong>
        <a class="action" href="/admin/sites/${site?.key ?? anySite}/moderation">${
          site?.name ?? words.attentionServer
        }</a>`,
    ),
  ]
}

function sites(words: Words, items: readonly AtSite[]) {
  const named = items
    .slice(0, MOST_NAMED)
    .map(
      ({ site, n }) =>
        html`<a class="action" href="/admin/sites/${site.key}/moderation">${
          items.length > 1 ? `${site.name} (${countText(words, n)})` : site.name
        }</a> `,
    )
  const more = items.length - MOST_NAMED
  return html`${named}${more > 0 ? words.attentionMore(more) : ''}`
}
