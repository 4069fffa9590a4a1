import type { ArticleId } from '../../store/store.ts'
import { articleAddress } from '../articles/article-link.ts'
import { auditLine } from '../audit-line.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { officeBookOf } from '../office-book-of.ts'
import { articleAnswer } from './article.ts'

/** Lets the article at another address count as this one; rows stay where they are. */
export const mergeArticle = change('merge', async (act, article) => {
  const { form, rules, words } = act
  const listed = await rules.sites.find(article.site)
  if (!listed) return { missing: true }
  const alias = rules.keyOf(listed, form['alias'] ?? '')
  const done =
    alias && alias !== article.key
      ? await officeBookOf(act).merge({ site: article.site, key: alias }, article.key)
      : 'unknown'
  if (done === 'done') return { to: `${articleAddress(article.site, article.key)}&done=merged` }
  const text = done === 'chain' ? words.articleMergeChain : words.articleMergeUnknown
  return articleAnswer(act, listed, article.key, [{ field: 'alias', text }], 400)
})

/** Takes that back: the sums are then what they would be without it. */
export const unmergeArticle = change('unmerge', async (act, { site, key }) => {
  const done = await officeBookOf(act).unmerge({ site, key: act.form['alias'] ?? '' })
  return done === 'done' ? { to: `${articleAddress(site, key)}&done=unmerged` } : { missing: true }
})

/** From now on it takes no votes and no withdrawals; what there is stays. */
export const closeArticle = change('close', (act, article) => setClosed(act, article, true))
export const openArticle = change('open', (act, article) => setClosed(act, article, false))

/** An act about the article that the form names, which has to be there already. */
function change(
  name: string,
  answer: (act: DashboardAct, article: ArticleId) => Promise<DashboardAnswer>,
): DashboardRoute {
  return {
    method: 'POST',
    path: `/sites/:site/article/${name}`,
    access: { action: 'edit', on: 'site' },
    async answer(act) {
      const listed = await act.rules.sites.find(act.path['site'] ?? '')
      const key = listed && act.rules.keyOf(listed, act.form['article'] ?? '')
      if (!listed || !key) return { missing: true }
      const article = { site: listed.site.key, key }
      const there = await act.rules.store.readArticleDays(article, { from: '', to: '' })
      return there ? answer(act, article) : { missing: true }
    },
  }
}

async function setClosed(
  act: DashboardAct,
  article: ArticleId,
  closed: boolean,
): Promise<DashboardAnswer> {
  const actor = act.person?.email ?? ''
  const line = auditLine(act, actor, closed ? 'close-article' : 'open-article', '', article.site)
  await act.rules.store.setClosed(article, closed, { ...line, article: article.key })
  const done = closed ? 'article-closed' : 'article-opened'
  return { to: `${articleAddress(article.site, article.key)}&done=${done}` }
}
