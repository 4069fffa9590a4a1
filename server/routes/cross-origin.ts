/**
 * Headers of a reply to a reader's page on another origin: the exact origin, never a
 * wildcard, no credentials, nothing kept by a cache.
 */
export function crossOrigin(origin: string | undefined, type: string): Record<string, string> {
  const headers = {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    Vary: 'Origin',
    'X-Content-Type-Options': 'nosniff',
  }
  return origin === undefined ? headers : { ...headers, 'Access-Control-Allow-Origin': origin }
}
