import { refreshSums } from '../../server/domain/report/refresh-sums.ts'
import type { Role } from '../../shared/role.ts'
import { DashboardBrowser } from './dashboard-browser.ts'
import { addAccount, PASSWORD } from './opened-accounts.ts'
import { DASHBOARD, openedDashboard } from './opened-dashboard.ts'
import { reportGround } from './report-ground.ts'

/**
 * The dashboard with figures to read: votes are put into the tallies of a day, by choice from the best
 * to the worst, with ten views for each; what is made of them is the product's own.
 */
export async function readingDashboard() {
  const opened = await openedDashboard()
  const { store, database, passwordHash } = opened

  async function gather(path: string, day: string, counts: readonly number[], site = 'bojonegoro') {
    const key = `${site}.example/${path}`
    await store.verifyArticles(site, [{ key, title: `Judul ${path}` }], true)
    await database.write([
      {
        sql: `insert into tallies (article, day, views, sangat_puas, puas, cukup_puas, tidak_puas)
          select id, ?3, 10 * (?4 + ?5 + ?6 + ?7), ?4, ?5, ?6, ?7 from articles
          where site = ?1 and key = ?2`,
        args: [site, key, day, ...counts],
      },
    ])
    return key
  }

  /** Does what the server does each minute. */
  const refresh = () => refreshSums(reportGround(store), Date.now(), true)

  /** A browser in which somebody with a role is signed in. */
  async function signedIn(role: Role): Promise<DashboardBrowser> {
    const place = role.role === 'owner' ? 'all' : 'office' in role ? role.office : role.site
    const email = `${role.role}-${place}@example.go.id`
    await addAccount(store, passwordHash, email, role)
    const browser = new DashboardBrowser(DASHBOARD, opened.fetch)
    await browser.send('/admin/sign-in', { email, password: PASSWORD })
    await database.write([
      { sql: 'update people set two_factor_enabled = 1 where email = ?1', args: [email] },
    ])
    return browser
  }

  return { ...opened, gather, refresh, signedIn }
}

/** The cells of the row that begins with a heading, as text. */
export function rowOf(page: string, heading: string): readonly string[] {
  const rows = [...page.matchAll(/<tr\b[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOf(cell)),
  )
  return rows.find(([first]) => first === heading)?.slice(1) ?? []
}

/** What one reads of a piece of a page. */
export function textOf(piece: string): string {
  return piece
    .replace(/<svg\b.*?<\/svg>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')
    .trim()
}
