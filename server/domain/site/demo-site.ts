import type { Site, Store } from '../../store/store.ts'
import type { By } from '../report/office-book.ts'
import { createOriginBook } from './origin-book.ts'
import { createOriginRule } from './origin-rule.ts'

/** Key of the demo's site. */
export const DEMO_SITE = 'bojonegoro'
/** Whether it is wanted is decided once: it goes for good with `purge`. */
const WANTED = 'wanted'
const ARTICLE_PATH = '/demo'
/** As the page has it; it is ours, so nobody has to ask its site. */
const ARTICLE_TITLE = 'Kepala Dinas Kominfo Paparkan Smart City kepada Pemkab Kebumen'

/**
 * Makes the demo's site, unless there is one or it was purged: its article is the one where it all began,
 * with the counts of its old footer. Those were given in whole percents; 14, 2, 1 and 2
 * are the smallest votes that round to them, hence an estimate.
 * @param origin where the server answers now, such as `http://localhost:8787`
 * @param now milliseconds since 1970
 * @returns whether there is one now
 */
export async function ensureDemoSite(store: Store, origin: string, now: number): Promise<boolean> {
  if ((await store.keepValue('demo', WANTED)) !== WANTED) return false
  await store.addSite({
    key: DEMO_SITE,
    name: 'Kabupaten Bojonegoro (contoh)',
    timeZone: 'Asia/Jakarta',
    settings: {},
    loopback: true,
    intranet: false,
    addedAt: Math.floor(now / 1000),
    origins: [{ origin, role: 'primary' }],
  })
  // It may have been there, with another origin.
  for (const site of await store.readSites()) if (site.key === DEMO_SITE) await fill(store, site)
  return true
}

/**
 * Lets readers answer the demo at another address of this server too, under the same articles.
 * @param origin by which a browser set the server up
 * @returns whether the demo's site did not know it yet
 */
export async function meetDemoAt(store: Store, origin: string, by: By): Promise<boolean> {
  const site = (await store.readSites()).find(({ key }) => key === DEMO_SITE)
  // One that takes every loopback address is the demo; another of that key is somebody's.
  if (!site?.loopback || createOriginRule(site).admits(origin)) return false
  return (await createOriginBook(store, site, by).add(origin, true)) === 'done'
}

async function fill(store: Store, site: Site): Promise<void> {
  const article = { site: DEMO_SITE, key: createOriginRule(site).homeHost + ARTICLE_PATH }
  const { opening } = await store.readArticle(article, null)
  if (opening) return
  await store.verifyArticles(DEMO_SITE, [{ key: article.key, title: ARTICLE_TITLE }], true)
  await store.setOpeningBalance(article, {
    views: 646,
    votes: { 'sangat-puas': 14, puas: 2, 'cukup-puas': 1, 'tidak-puas': 2 },
    source: 'penghitung lama di kaki berita',
    date: '2016-07-01',
    estimate: true,
  })
}
