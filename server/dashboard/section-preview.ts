import type { Section, Site } from '../store/store.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { type Html, html, NOTHING } from './html.ts'
import { countText } from './number-text.ts'

/** Of more articles than that nobody needs the exact number. */
const MOST_COUNTED = 10_000

/** What a prefix finds, and whether there is such a section: said before it is saved. */
export async function sectionPreview(
  { words, rules }: DashboardAct,
  site: Site,
  prefix: string,
  section: Section | undefined,
): Promise<Html> {
  const { articles, some } = await rules.store.readUnderPrefix(site.key, prefix, MOST_COUNTED)
  const deeper = (await rules.store.readSections(site.key)).filter(
    (each) => !each.found && each.prefix.startsWith(`${prefix}/`),
  )
  const many = articles > MOST_COUNTED
  const count = countText(words, Math.min(articles, MOST_COUNTED))
  return html`<p class="lead"><code>${prefix}</code>: ${words.sectionMatches(count, many)}</p>
    ${articles === 0 ? html`<p class="hint">${words.sectionMatchesNone}</p>` : NOTHING}
    <ul>${some.map(({ key, title }) => html`<li>${title ?? NOTHING} <code>${key}</code></li>`)}</ul>
    ${articles > some.length ? html`<p class="hint">${words.sectionMatchesMore}</p>` : NOTHING}
    ${
      deeper.length > 0
        ? html`<p>${words.sectionDeeper(deeper.map(({ name }) => name).join(', '))}</p>`
        : NOTHING
    }
    ${section?.found ? html`<p>${words.sectionIsFound}</p>` : NOTHING}`
}
