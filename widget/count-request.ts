import type { TallyReply } from '../shared/figures.ts'
import { talliesPath } from '../shared/paths.ts'
import type { ProblemType } from '../shared/problem.ts'
import { hostOf } from './count-address.ts'
import { type CountLine, countLines } from './count-lines.ts'
import { groups } from './groups.ts'

/** What can be shown of an article. */
export type Counted = Pick<TallyReply, 'views' | 'responses'>

/** Where articles are asked for, and who is told what came of it. */
export interface CountQuestion {
  readonly server: string
  readonly site: string
  readonly told: (article: string, counted: Counted) => void
}

/** The figures in the order of the articles, or why there are none. */
interface Reply {
  readonly type?: ProblemType
  readonly tallies?: readonly Counted[]
}

/** Most hosts that are asked about each by itself. */
const MOST_HOSTS = 8

/** Hosts that a site turned out not to have. */
const foreign = new Set<string>()

/** Asks for the counts of articles, in as few requests as it takes. It never rejects. */
export function askCounts(question: CountQuestion, articles: readonly string[]): void {
  const known = articles.filter((article) => !foreign.has(nameOf(question, article)))
  for (const line of countLines(talliesPath(question.site), known)) void ask(question, line)
}

async function ask(question: CountQuestion, { line, articles }: CountLine): Promise<void> {
  try {
    const response = await fetch(question.server + line, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    // Read in any case: an answer that nobody reads keeps its connection.
    const { type, tallies } = (await response.json()) as Reply
    if (type === 'article') askEachHost(question, articles)
    if (!tallies) return
    articles.forEach((article, i) => {
      const { views, responses } = Object(tallies[i]) as Counted
      if (isCount(views) && isCount(responses)) question.told(article, { views, responses })
    })
  } catch {
    // No network, or not our server's JSON: what stands in the elements stays.
  }
}

/**
 * One article of a foreign host has the others refused with it, and only the server knows the
 * site's hosts. So each is asked about once by itself, and never again if it is refused.
 */
function askEachHost(question: CountQuestion, articles: readonly string[]): void {
  const hosts = [...groups(articles, hostOf).values()]
  if (hosts.length > 1) for (const host of hosts.slice(0, MOST_HOSTS)) askCounts(question, host)
  else for (const article of articles) foreign.add(nameOf(question, article))
}

function nameOf({ server, site }: CountQuestion, article: string): string {
  return [server, site, hostOf(article)].join(' ')
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
