import type { Store } from '../../store/store.ts'

/**
 * Counted votes of a site by day, of its articles that have fewer answers than are shown in their
 * distribution. Every day's tallies are read for it.
 */
export type FewAnswers = ReadonlyMap<string, number>

/** @param resultsFrom answers from which an article shows its distribution */
export async function readFewAnswers(
  store: Store,
  site: string,
  resultsFrom: number,
): Promise<FewAnswers> {
  const days = new Map<string, number>()
  for await (const sums of store.sumFewAnswers(site, resultsFrom)) {
    for (const { day, votes } of sums) days.set(day, (days.get(day) ?? 0) + votes)
  }
  return days
}
