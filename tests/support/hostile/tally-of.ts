/** What the server has counted for an article. */
export interface Tally {
  readonly views: number
  readonly responses: number
}

/** Asks the server past the page. */
export async function tallyOf(server: string, article: string): Promise<Tally> {
  const query = new URLSearchParams({ article })
  const reply = await fetch(`${server}/v1/sites/bojonegoro/tallies?${query}`)
  const { tallies } = (await reply.json()) as { tallies: Tally[] }
  const { views = -1, responses = -1 } = tallies[0] ?? {}
  return { views, responses }
}
