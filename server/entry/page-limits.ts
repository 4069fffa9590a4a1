import pack from '../../package.json'

/** How long a visit may take in all, redirects included, in milliseconds. */
export const VISIT_PATIENCE = 5_000
/** How much of a page is read, in bytes after unpacking: its head is at its beginning. */
export const MOST_OF_PAGE = 512 * 1024

/** Says who asks and for what; no cookie, no referrer. */
export const VISIT_HEADERS = {
  'User-Agent': `Tanggapan/${pack.version}`,
  Accept: 'text/html',
  'Accept-Encoding': 'identity',
}

export function isHtml(type: string): boolean {
  return /^\s*text\/html\s*(;|$)/i.test(type)
}
