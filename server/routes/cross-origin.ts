/**
 * Headers of a reply to a reader's page on another origin: the exact origin, never a
 * wildcard, no credentials, nothing kept by a cache.
 */
export function crossOrigin(origin: string | undefined, type: string): Record<string, string> {
  const headers: Record<string, string> = {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    Vary: 'Origin',
    'X-Content-Type-Options': 'nosniff',
  }
  if (origin !== undefined) {
    headers['Access-Control-Allow-Origin'] = origin
    headers['Access-Control-Expose-Headers'] = 'Retry-After'
  }
  return headers
}
