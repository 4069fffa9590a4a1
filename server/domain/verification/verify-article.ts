import { articleAddress } from '../../../shared/article-address.ts'
import { articleKey } from '../../../shared/article-key.ts'
import { createOriginRule, type OriginRule } from '../site/origin-rule.ts'
import type { ListedSite } from '../site/site-directory.ts'
import { pageAddress } from './page-address.ts'
import { pageTitle } from './page-title.ts'
import type { BeginVisit, FetchedPage, FetchPage } from './page-visit.ts'
import type { VerificationFailure } from './verification-failure.ts'

/** Statuses that lead elsewhere, where a `Location` says so. */
const REDIRECTS = [301, 302, 303, 307, 308]
/** Most redirects followed. */
const MOST_REDIRECTS = 3

/** An article as its site gives it, or why it doesn't. */
export type Verified = { readonly title: string } | { readonly failure: VerificationFailure }

/**
 * Asks an article's own site whether it exists and what it is called. Nothing of the answer
 * comes from whoever made the article known: the address is put together from the site's
 * origins, and no request leaves these.
 * @param signal ends the visit
 */
export async function verifyArticle(
  key: string,
  listed: ListedSite,
  beginVisit: BeginVisit,
  signal: AbortSignal,
): Promise<Verified> {
  const { intranet } = listed.site
  // Loopback addresses are a site's only where they are named: a redirect must find no other port.
  const named = createOriginRule({ ...listed.site, loopback: false })
  const start = pageAddress(key, named, intranet)
  if (typeof start === 'string') return { failure: start }
  const arrived = await follow(start, named, intranet, beginVisit({ intranet, signal }))
  return typeof arrived === 'string' ? { failure: arrived } : judge(key, listed, arrived)
}

interface Arrival {
  readonly address: URL
  readonly page: FetchedPage
}

/** Follows redirects by hand, since each must stay with the site. */
async function follow(
  start: URL,
  rule: OriginRule,
  intranet: boolean,
  fetchPage: FetchPage,
): Promise<Arrival | VerificationFailure> {
  let address = start
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const page = await fetchPage(address)
    if (typeof page === 'string') return page
    const { location } = page
    if (location === null || !REDIRECTS.includes(page.status)) return { address, page }
    const next = destination(location, address)
    if (!next || !rule.admits(next.origin)) return 'foreign-redirect'
    if (next.protocol !== 'https:' && !intranet) return 'plain-http'
    address = next
  }
  return 'redirects'
}

/** Without a name or password that somebody wrote into it. */
function destination(location: string, from: URL): URL | null {
  if (!URL.canParse(location, from)) return null
  const url = new URL(location, from)
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

function judge(key: string, { site, rule }: ListedSite, { address, page }: Arrival): Verified {
  const failure = statusFailure(page.status)
  if (failure) return { failure }
  const keyOf = (text: string) => articleKey(text, rule.homeHost, rule.hostFor)
  // Many sites send what they don't know to their home page: that is no article.
  if (keyOf(address.href) !== key) return { failure: 'moved' }
  const { head, whole } = page
  if (!head) return { failure: 'not-html' }

  if (site.settings.identity !== 'address') {
    const own = keyOf(articleAddress({ ...head, location: address.href }))
    if (own !== null && own !== key) return { failure: 'canonical' }
  }
  const title = pageTitle(head.title) ?? pageTitle(head.openGraphTitle)
  if (title === null) return { failure: whole ? 'no-title' : 'too-large' }
  return { title }
}

function statusFailure(status: number): VerificationFailure | null {
  if (status === 200) return null
  if (status === 404 || status === 410) return 'not-found'
  if ([401, 403, 407, 429, 451].includes(status)) return 'blocked'
  return status >= 500 ? 'server-error' : 'status'
}
