/**
 * The path of a request without decoding it. Hono would decode it first, which lets
 * `/v1/%76otes` pass for `/v1/votes`; a proxy's rule for the one must not miss the other.
 * Dot segments are resolved before this, by the runtime's own URL.
 */
export function rawPath({ url }: Request): string {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  if (start < 0) return '/'
  const end = url.slice(start).search(/[?#]/)
  return end < 0 ? url.slice(start) : url.slice(start, start + end)
}
