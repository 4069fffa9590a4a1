import type { Turn } from './store.ts'

/**
 * Turns in their order, in as few pieces as leave no ballot more than one turn in each: what a
 * piece finds stored is what its turns meet.
 */
export function turnWaves(turns: readonly Turn[]): readonly (readonly Turn[])[] {
  const waves: Turn[][] = []
  let ballots = new Set<string>()
  for (const turn of turns) {
    const { article, voter } = turn
    const ballot = `${voter} ${article.site} ${article.key}`
    if (waves.length === 0 || ballots.has(ballot)) {
      waves.push([])
      ballots = new Set()
    }
    ballots.add(ballot)
    waves.at(-1)?.push(turn)
  }
  return waves
}
