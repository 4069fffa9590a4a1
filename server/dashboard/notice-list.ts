import type { Notice } from '../domain/moderation/notices.ts'
import { html, NOTHING } from './html.ts'
import type { Words } from './words/words.ts'

/**
 * What should be looked at. The words of the server itself are English, whatever is read here.
 * @param moderation address of the site's moderation
 */
export function noticeList(words: Words, notices: readonly Notice[], moderation: string) {
  if (notices.length === 0) return NOTHING
  const lines = notices.map(
    ({ kind, since, article, text }) => html`<li>
      <strong>${words.noticeKinds[kind]}</strong>
      ${since === null ? NOTHING : html`<span class="hint">${since.slice(0, 16).replace('T', ' ')} ${words.utc}</span>`}
      ${article === null ? NOTHING : html`<code>${article}</code>`}
      <p lang="en">${text}</p>
      ${
        kind === 'crowd' || kind === 'network'
          ? html`<p><a class="action" href="${moderation}?reason=network">${words.noticeRelease}</a></p>`
          : NOTHING
      }</li>`,
  )
  return html`<section class="notices" aria-label="${words.noticesTitle}">
    <h2>${words.noticesTitle}</h2><ul class="plain">${lines}</ul></section>`
}
