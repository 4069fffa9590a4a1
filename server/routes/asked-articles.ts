const FIELD = 'article='

/** Values of every `article=` of a request's query, in order and still percent-encoded. */
export function askedArticles(url: string): string[] {
  const start = url.indexOf('?')
  if (start < 0) return []
  const end = url.indexOf('#', start)
  return url
    .slice(start + 1, end < 0 ? undefined : end)
    .split('&')
    .filter((part) => part.startsWith(FIELD))
    .map((part) => part.slice(FIELD.length))
}
