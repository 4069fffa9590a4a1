/** Most articles of one request: what the server answers at once. */
const MOST_ARTICLES = 100
/** Longest address line, in bytes: proxies refuse a little more. */
const LONGEST_LINE = 6000

/** What one request asks for: a path with its query, and the articles in its order. */
export interface CountLine {
  readonly line: string
  readonly articles: readonly string[]
}

/** Articles in as few requests as they fit into. */
export function countLines(path: string, articles: readonly string[]): readonly CountLine[] {
  const lines: { line: string; articles: string[] }[] = []
  for (const article of articles) {
    const part = encoded(article)
    const last = lines[lines.length - 1]
    const fits =
      last && last.articles.length < MOST_ARTICLES && last.line.length + part.length < LONGEST_LINE
    if (fits) {
      last.line += `&${part}`
      last.articles.push(article)
    } else lines.push({ line: `${path}?${part}`, articles: [article] })
  }
  return lines
}

/** Escaped as a browser does, which leaves slashes alone: they would be a fifth of a line. */
function encoded(article: string): string {
  const value = article.replace(/[%&+#]/g, encodeURIComponent)
  return new URL(`http://a?article=${value}`).search.slice(1)
}
