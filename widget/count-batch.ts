import { askCounts, type Counted } from './count-request.ts'
import { groups } from './groups.ts'
import { whenShown } from './when-shown.ts'

/** What counts are of. */
export interface CountSource {
  readonly server: string
  readonly site: string
  /** An address that a server takes; empty for none. */
  readonly article: string
}

/** Something that shows the counts of one article, and may come to show those of another. */
export interface CountTaker {
  /** What it shows at present; undefined where it is not on the page. */
  source(): CountSource | undefined
  /** @param source what was asked for */
  take(source: CountSource, counted: Counted): void
}

interface Asking {
  readonly taker: CountTaker
  readonly source: CountSource
}

/** How long those that come together are waited for, in milliseconds. */
const MOMENT = 20

const waiting = new Set<CountTaker>()

/** Asks for the counts of an article, together with all others of the same moment. */
export function countSoon(taker: CountTaker): void {
  if (waiting.size === 0) void gather()
  waiting.add(taker)
}

/** Waits for a page that is still being read, and for one that nobody sees. */
async function gather(): Promise<void> {
  if (document.readyState === 'loading') {
    await new Promise((resolve) =>
      document.addEventListener('DOMContentLoaded', resolve, { once: true }),
    )
  }
  await whenShown()
  await new Promise((resolve) => setTimeout(resolve, MOMENT))

  const asking: Asking[] = []
  for (const taker of waiting) {
    const source = taker.source()
    if (source?.site && source.article) asking.push({ taker, source })
  }
  waiting.clear()
  const sites = groups(asking, ({ source }) => `${source.server} ${source.site}`)
  for (const same of sites.values()) askSite(same)
}

/** Asks for articles of one site, each once, however many elements show it. */
function askSite(asking: readonly Asking[]): void {
  const [first] = asking
  if (!first) return
  const { server, site } = first.source
  const articles = groups(asking, ({ source }) => source.article)
  const told = (article: string, counted: Counted) => {
    for (const { taker, source } of articles.get(article) ?? []) taker.take(source, counted)
  }
  askCounts({ server, site, told }, [...articles.keys()])
}
