import { VIEWS_PATH } from '../../shared/paths.ts'
import { readerHeaders } from '../../tests/support/reader-headers.ts'
import type { Acknowledged } from './acknowledged.ts'
import { ARTICLES, addressOf, SITE } from './articles.ts'

/** How many of these views are under way at once. */
const AT_ONCE = 32

/** Views every article once, so that it exists. */
export async function viewEveryArticle(port: number, acknowledged: Acknowledged): Promise<void> {
  let next = 0

  async function viewNext(): Promise<void> {
    while (next < ARTICLES) {
      const article = next
      next += 1
      await view(port, article)
      acknowledged.addViews(article, 1)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, viewNext))
}

async function view(port: number, article: number): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}${VIEWS_PATH}`, {
    method: 'POST',
    headers: {
      ...readerHeaders(article),
      Origin: `http://localhost:${port}`,
      'Content-Type': 'text/plain',
    },
    body: JSON.stringify({ site: SITE, article: addressOf(article), visit: 'new' }),
  })
  if (!response.ok) throw new Error(`a view was answered with ${await response.text()}`)
  await response.arrayBuffer()
}
