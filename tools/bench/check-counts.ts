import { CHOICES } from '../../shared/choice.ts'
import type { TallyReply } from '../../shared/figures.ts'
import type { Acknowledged } from './acknowledged.ts'
import { ARTICLES } from './articles.ts'
import { listingPath } from './tallies.ts'

export interface Counts {
  /** Sums over all articles, as the server has them. */
  readonly views: number
  readonly votes: number
  /** A line for each article whose counts are not what was acknowledged. */
  readonly wrong: readonly string[]
}

/** The most that one request may ask for. */
const AT_ONCE = 100

/** Compares the counts of every article with what was acknowledged. */
export async function checkCounts(port: number, acknowledged: Acknowledged): Promise<Counts> {
  const wrong: string[] = []
  let views = 0
  let votes = 0
  for (let from = 0; from < ARTICLES; from += AT_ONCE) {
    const articles = Array.from({ length: AT_ONCE }, (_, i) => from + i)
    const tallies = await readTallies(port, articles)
    articles.forEach((article, i) => {
      const tally = tallies[i] as TallyReply
      views += tally.views
      votes += tally.responses
      const expected = expectedOf(acknowledged, article, tally.votes !== null)
      const found = describe(tally)
      if (found !== expected) wrong.push(`${tally.article}: ${found}, acknowledged ${expected}`)
    })
  }
  return { views, votes, wrong }
}

async function readTallies(port: number, articles: readonly number[]) {
  const response = await fetch(`http://127.0.0.1:${port}${listingPath(articles)}`)
  if (!response.ok) throw new Error(`tallies were answered with ${await response.text()}`)
  return ((await response.json()) as { tallies: readonly TallyReply[] }).tallies
}

/** Below the site's threshold the server names the number of votes, not their distribution. */
function expectedOf(acknowledged: Acknowledged, article: number, distributed: boolean): string {
  const votes = acknowledged.votesOf(article)
  const responses = votes.reduce((sum, n) => sum + n, 0)
  return line(acknowledged.viewsOf(article), responses, distributed ? votes : null)
}

function describe({ views, responses, votes }: TallyReply): string {
  return line(views, responses, votes && CHOICES.map((choice) => votes[choice]))
}

function line(views: number, responses: number, votes: readonly number[] | null): string {
  return `${views} views, ${responses} votes${votes ? ` (${votes.join('/')})` : ''}`
}
