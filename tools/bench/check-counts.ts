import { join } from 'node:path'
import { CHOICES } from '../../shared/choice.ts'
import type { TallyReply } from '../../shared/figures.ts'
import { readRows } from '../../tests/support/read-rows.ts'
import type { Acknowledged } from './acknowledged.ts'
import { ARTICLES, addressOf } from './articles.ts'
import { listingPath } from './tallies.ts'

export interface Counts {
  /** Sums over all articles, as they are on disk. */
  readonly views: number
  readonly votes: number
  /** A line for each article whose counts are not what was acknowledged. */
  readonly wrong: readonly string[]
}

/** The most that one request may ask for. */
const AT_ONCE = 100

/** Counted votes and those set aside: as many at once at one article are a burst. */
const STORED = `
  select a.key, max(o.views) as views, ${CHOICES.map((_, i) => `sum(n${i}) as n${i}`).join(', ')}
  from articles a join totals o on o.article = a.id join (
    select article, sangat_puas as n0, puas as n1, cukup_puas as n2, tidak_puas as n3 from tallies
    union all select article, sangat_puas, puas, cukup_puas, tidak_puas from uncounted
  ) c on c.article = a.id
  group by a.id`

/**
 * Compares the running server's figures with what was acknowledged: the views, and that no more
 * votes are shown than came. @returns a line for each article where they are not
 */
export async function checkShown(port: number, acknowledged: Acknowledged): Promise<string[]> {
  const wrong: string[] = []
  for (let from = 0; from < ARTICLES; from += AT_ONCE) {
    const articles = Array.from({ length: AT_ONCE }, (_, i) => from + i)
    const tallies = await readTallies(port, articles)
    articles.forEach((article, i) => {
      const { views, responses } = tallies[i] as TallyReply
      const votes = sum(acknowledged.votesOf(article))
      if (views === acknowledged.viewsOf(article) && responses <= votes) return
      wrong.push(
        `${addressOf(article)}: shows ${views} views, ${responses} votes, acknowledged ${acknowledged.viewsOf(article)}, ${votes}`,
      )
    })
  }
  return wrong
}

/** Compares what a data folder holds, whose server has ended, with what was acknowledged. */
export function checkStored(folder: string, acknowledged: Acknowledged): Counts {
  const stored = new Map(
    readRows(join(folder, 'tanggapan.db'), STORED).map((row) => [
      String(row['key']).replace(/^[^/]*/, ''),
      line(
        Number(row['views']),
        CHOICES.map((_, i) => Number(row[`n${i}`])),
      ),
    ]),
  )
  const wrong: string[] = []
  let views = 0
  let votes = 0
  for (let article = 0; article < ARTICLES; article++) {
    const expected = line(acknowledged.viewsOf(article), acknowledged.votesOf(article))
    const found = stored.get(addressOf(article)) ?? line(0, [0, 0, 0, 0])
    if (found !== expected) wrong.push(`${addressOf(article)}: ${found}, acknowledged ${expected}`)
    views += acknowledged.viewsOf(article)
    votes += sum(acknowledged.votesOf(article))
  }
  return { views, votes, wrong }
}

async function readTallies(port: number, articles: readonly number[]) {
  const response = await fetch(`http://127.0.0.1:${port}${listingPath(articles)}`)
  if (!response.ok) throw new Error(`tallies were answered with ${await response.text()}`)
  return ((await response.json()) as { tallies: readonly TallyReply[] }).tallies
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}

function line(views: number, votes: readonly number[]): string {
  return `${views} views, votes ${votes.join('/')}`
}
