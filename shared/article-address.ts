import { articleKey, isHomePage } from './article-key.ts'
import { bareHost } from './bare-host.ts'

/** What a page says about the address of its article. */
export interface PageAddresses {
  /** `data-article`: an address, a path or a key. */
  readonly asked?: string | null
  /** `href` of `<link rel="canonical">`, as written. */
  readonly canonical?: string | null
  /** Content of `og:url`, as written. */
  readonly openGraph?: string | null
  /** `location.href`. */
  readonly location: string
}

/**
 * The address of the article on a page: what `data-article` asks for, else the canonical
 * address, else `og:url`, else the page's own. The middle two count only on the page's own host,
 * and not where they point at the home page while the page is another: a common fault of
 * templates. What can not be read is passed over.
 *
 * `asked` is not judged here: a relative path comes back resolved, anything else as it is, for
 * {@link articleKey} to read or to refuse.
 */
export function articleAddress({ asked, canonical, openGraph, location }: PageAddresses): string {
  const wanted = asked?.trim()
  if (wanted) return standsAlone(wanted) ? wanted : (resolve(wanted, location)?.href ?? wanted)

  const host = bareHost(resolve(location, location)?.host ?? '')
  const keyHere = (address: string) =>
    articleKey(address, '', (other) => (other === host ? host : null))
  const atHome = isHomePage(keyHere(location) ?? '')
  for (const address of [canonical, openGraph]) {
    const url = address?.trim() ? resolve(address, location) : null
    const key = url && keyHere(url.href)
    if (url && key && (atHome || !isHomePage(key))) return url.href
  }
  return location
}

/**
 * True for an address, an absolute path and a key. A first segment with a dot or a colon is the
 * host of a key (`desa.go.id/berita`), one without is a folder (`berita/x`).
 */
function standsAlone(text: string): boolean {
  return /^[/\\]|^[^./?#\\][^/?#\\]*[.:][^/?#\\]*\//.test(text)
}

function resolve(address: string, base: string): URL | null {
  try {
    return new URL(address, base)
  } catch {
    // A page may say anything about itself; what is no address is passed over.
    return null
  }
}
