import type { Office, Pooled } from '../../store/store.ts'
import { type Answer, answerOf, type BesideEarlier } from './answer.ts'
import { rollUp } from './office-tree.ts'
import { type Period, previousPeriod, sameOfLastYear } from './period.ts'
import { placeSums } from './place-sums.ts'
import { poolBy } from './pool-by.ts'
import { NOTHING } from './pool-sums.ts'
import type { PlacedSum } from './report-lines.ts'
import type { ScopedSite } from './unit-places.ts'
import type { ReadUnitResults } from './unit-results.ts'

/** Answers for many places from one reading: what a place is, whoever asks says. */
export interface PlaceAnswers {
  /** Of all that fits; of everything unless told otherwise. */
  total(fits?: (sum: PlacedSum) => boolean): Answer
  /** Of each key that anything was gathered under in one of the periods. */
  by(keyOf: (sum: PlacedSum) => string): ReadonlyMap<string, Answer>
  /** Of each office with all that is below it: votes are pooled, indexes never averaged. */
  offices(offices: readonly Office[]): ReadonlyMap<string, Answer>
}

/** Reads what units gathered in a period, in the one before, and in the same one of last year. */
export async function readPlaceAnswers(
  read: ReadUnitResults,
  sites: readonly ScopedSite[],
  period: Period,
): Promise<PlaceAnswers> {
  const now = await placeSums(read, sites, period)
  const before = await placeSums(read, sites, previousPeriod(period))
  const lastYear = await placeSums(read, sites, sameOfLastYear(period))
  const complete = now.complete && before.complete && lastYear.complete
  const beside = { now: now.sums, before: before.sums, lastYear: lastYear.sums }
  return createPlaceAnswers(period, beside, complete)
}

type Sums = readonly PlacedSum[]

function createPlaceAnswers(
  period: Period,
  sums: BesideEarlier<Sums>,
  complete: boolean,
): PlaceAnswers {
  const each = <Made>(make: (sums: Sums) => Made): BesideEarlier<Made> => {
    return { now: make(sums.now), before: make(sums.before), lastYear: make(sums.lastYear) }
  }
  const answers = (
    keys: Iterable<string>,
    { now, before, lastYear }: BesideEarlier<ReadonlyMap<string, Pooled>>,
  ) => {
    const of = (key: string, pooled: ReadonlyMap<string, Pooled>) => pooled.get(key) ?? NOTHING
    const answer = (key: string) => {
      const pooled = { now: of(key, now), before: of(key, before), lastYear: of(key, lastYear) }
      return [key, answerOf(period, pooled, complete)] as const
    }
    return new Map([...keys].map(answer))
  }
  return {
    total(fits = () => true) {
      const pooled = each((all) => poolBy(all.filter(fits), () => '').get('') ?? NOTHING)
      return answerOf(period, pooled, complete)
    },
    by(keyOf) {
      const pooled = each((all) => poolBy(all, keyOf))
      const keys = Object.values(pooled).flatMap((one) => [...one.keys()])
      return answers(new Set(keys), pooled)
    },
    offices(offices) {
      const pooled = each((all) => {
        const rolled = rollUp(
          offices,
          poolBy(all, ({ office }) => office ?? ''),
        )
        return new Map([...rolled].map(([key, result]) => [key, result.all]))
      })
      return answers(
        offices.map(({ key }) => key),
        pooled,
      )
    },
  }
}
