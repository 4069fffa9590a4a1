import { createOfficeOf } from '../../domain/report/office-tree.ts'
import { sectionOf } from '../../domain/report/section-of.ts'
import type { ArticleFacts } from '../../store/store.ts'
import { choiceField } from '../choice-field.ts'
import type { DashboardAct } from '../dashboard-route.ts'
import { button, buttonForm } from '../form.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { officeChoices } from '../office-choices.ts'
import { officeName } from '../office-of-path.ts'
import { siteTarget } from '../targets.ts'

/** Who answers for an article and why, with the form that gives it to another; and the way back from that. */
export async function articleOffice(
  act: DashboardAct,
  site: string,
  facts: ArticleFacts,
): Promise<Html> {
  const { words, rules, places } = act
  const sections = await rules.store.readSections(site)
  const prefix = sectionOf(facts.key, new Set(sections.map((section) => section.prefix)))
  const section = sections.find((each) => each.prefix === prefix)
  const officeOf = createOfficeOf(sections, places.officeOf)
  const name = (own: string | null) =>
    officeName(act, officeOf({ site, prefix, office: own ?? '' }), words.officeNone)
  const why =
    facts.office !== null
      ? words.articleOfficeOwn
      : section?.office
        ? words.articleOfficeOfSection(section.name)
        : words.articleOfficeOfSite
  return html`<h2 id="office">${words.articleOffice}</h2>
    ${notice(act, site, facts)}
    <p><strong>${name(facts.office)}</strong> (${why})</p>
    ${form(act, site, facts, words.articleOfficeAsPlace(name(null)))}`
}

/** Whether who asks may take it from whoever has it now. */
function mayGive(act: DashboardAct, site: string, own: string | null): boolean {
  return (
    act.may('appoint', siteTarget(act, site)) &&
    (own === null || act.may('appoint', { kind: 'office', office: own }))
  )
}

function form(act: DashboardAct, site: string, { key, office }: ArticleFacts, none: string) {
  const { words } = act
  if (!mayGive(act, site, office)) return NOTHING
  const offices = officeChoices(act, '').filter(([each]) => each !== '')
  return html`<form class="card" method="post" action="/admin/sites/${site}/article/office">
    <input type="hidden" name="article" value="${key}">
    ${choiceField({
      ...{ name: 'office', label: words.articleOfficeNew, value: office ?? '' },
      ...{ hint: words.articleOfficeHint, options: [['', none], ...offices] },
    })}
    ${button(words.articleOfficeGive, 'quiet')}</form>`
}

/** That it was given away, with the way back. */
function notice(act: DashboardAct, site: string, { key, office }: ArticleFacts) {
  const { words, query } = act
  if (query['done'] !== 'article-office') return NOTHING
  const was = query['was'] ?? ''
  const mayUndo =
    was !== (office ?? '') &&
    mayGive(act, site, office) &&
    (was === '' || officeChoices(act, '').some(([each]) => each === was))
  return html`<div class="notice" role="status"><p>${words.doneArticleOffice}</p>
    ${
      mayUndo
        ? buttonForm(
            `/admin/sites/${site}/article/office`,
            words.undoTo(officeName(act, was, words.articleOfficeBack)),
            { hidden: { article: key, office: was } },
          )
        : NOTHING
    }</div>`
}
