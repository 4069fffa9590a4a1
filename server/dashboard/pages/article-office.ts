import { articleAddress } from '../articles/article-link.ts'
import type { DashboardRoute } from '../dashboard-route.ts'
import { officeBookOf } from '../office-book-of.ts'

/** Gives an article with all its history to an office of its own, or back to that of its section or site. */
export const assignArticle: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/article/office',
  access: { action: 'appoint', on: ['site', 'article', 'answering'] },
  async answer(act) {
    const { rules, form, path } = act
    const listed = await rules.sites.find(path['site'] ?? '')
    const key = listed && rules.keyOf(listed, form['article'] ?? '')
    const facts = key && (await rules.store.readArticleFacts({ site: listed.site.key, key }))
    if (!facts) return { missing: true }
    const article = { site: listed.site.key, key: facts.key }
    const was = facts.office ?? ''
    const office = form['office'] || null
    if (was !== (office ?? '')) await officeBookOf(act).assignArticle(article, office)
    const done = new URLSearchParams({ done: 'article-office', was })
    return { to: `${articleAddress(article.site, article.key)}&${done}#office` }
  },
}
