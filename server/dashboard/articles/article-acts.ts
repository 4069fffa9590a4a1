import type { ArticleId } from '../../store/store.ts'
import type { DashboardAct } from '../dashboard-route.ts'
import { button, buttonForm, type Fault, faultOf, field } from '../form.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { articleAddress } from './article-link.ts'

/** What the acts of an article's page go by. */
export interface ArticleActs {
  readonly closed: boolean
  /** Keys of the articles that count as this one. */
  readonly aliases: readonly string[]
  /** Whether who reads it may act. */
  readonly edits: boolean
  readonly faults: readonly Fault[]
}

/** Closing an article and opening it, and letting another address count as it; each can be undone. */
export function articleActs(
  { words }: DashboardAct,
  { site, key }: ArticleId,
  { closed, aliases, edits, faults }: ArticleActs,
): Html {
  const at = `/admin/sites/${site}/article`
  const rows = aliases.map(
    (alias) => html`<li><a href="${articleAddress(site, alias)}"><code>${alias}</code></a>
      ${
        edits
          ? buttonForm(`${at}/unmerge`, words.articleUnmerge, {
              ...{ hidden: { article: key, alias }, name: words.articleUnmergeName(alias) },
            })
          : NOTHING
      }</li>`,
  )
  const listed =
    aliases.length === 0 ? words.articleAliasesNone : words.articleAliases(aliases.length)
  return html`<h2>${words.articleAliasesTitle}</h2>
    <p>${listed}</p>
    ${rows.length > 0 ? html`<ul class="plain">${rows}</ul>` : NOTHING}
    ${
      edits
        ? html`<form class="card" method="post" action="${at}/merge">
            <input type="hidden" name="article" value="${key}">
            ${field({
              ...{ name: 'alias', label: words.articleMergeAddress, hint: words.articleMergeHint },
              ...{ autocomplete: 'off', fault: faultOf(faults, 'alias') },
            })}
            ${button(words.articleMerge, 'quiet')}
          </form>
          <h2>${closed ? words.articleOpenTitle : words.articleCloseTitle}</h2>
          <p>${closed ? words.articleOpenText : words.articleCloseText}</p>
          ${buttonForm(`${at}/${closed ? 'open' : 'close'}`, closed ? words.articleOpen : words.articleClose, { hidden: { article: key } })}`
        : NOTHING
    }`
}
