import type { Database, Rows } from './database.ts'
import type { Recount, SumDifference } from './recount.ts'
import {
  ADD_AUDIT,
  ALL,
  COUNTS,
  EXPECTED,
  named,
  REPAIR,
  SOME_VOTES,
  STEP,
  VOTES_AT_ONCE,
  WRONG_SUMS,
  WRONG_TOTALS,
} from './recount-statements.ts'

export function createRecount(database: Database): Recount {
  /** All differences of some articles; votes are added up in one statement. */
  async function compare(first: number, last: number): Promise<readonly SumDifference[]> {
    const args = [first, last]
    const sums = await database.read({ sql: named(WRONG_SUMS), args })
    const totals = await database.read({ sql: named(WRONG_TOTALS), args })
    return [...sums.flatMap(sumDifferences), ...totals.flatMap(totalDifferences)]
  }

  /** An article of many votes: added up piece by piece, and in one statement only where that differs. */
  async function compareLarge(article: number): Promise<readonly SumDifference[]> {
    const sums = new Map<string, number[]>()
    for (let voter: string | null = ''; voter !== null; ) {
      const [row] = await database.read({ sql: SOME_VOTES, args: [article, voter] })
      const [lines, looked, last] = row ?? []
      addUp(sums, JSON.parse(String(lines)))
      voter = Number(looked) < VOTES_AT_ONCE ? null : String(last)
    }
    addUp(sums, await database.read({ sql: EXPECTED, args: [article] }), -1)
    const same = [...sums.values()].every((counts) => counts.every((count) => count === 0))
    if (!same) return compare(article, article)
    const totals = await database.read({ sql: named(WRONG_TOTALS), args: [article, article] })
    return totals.flatMap(totalDifferences)
  }

  return {
    async recountArticles(after) {
      const [row = []] = await database.read({ sql: STEP, args: [after ?? 0] })
      const [first, end, ...tooMuch] = row.map((value) => (value === null ? null : Number(value)))
      if (first == null || end == null) return { next: null, articles: 0, differences: [] }
      const limits = tooMuch.filter((limit) => limit !== null)
      const last = Math.min(end, ...limits.map((limit) => limit - 1))
      // The next article alone is more than a step has.
      const differences = last < first ? await compareLarge(first) : await compare(first, last)
      const reached = Math.max(first, last)
      const sql = 'select count(*) from articles where id between ?1 and ?2'
      const [number] = await database.read({ sql, args: [first, reached] })
      const next = reached >= end ? null : reached
      return { next, articles: Number(number?.[0]), differences }
    },

    async repairSums({ site, key }, note, at) {
      await database.write([
        ...REPAIR.map((sql) => ({ sql, args: [site, key] })),
        { sql: ADD_AUDIT, args: [at, site, key, note] },
      ])
    },
  }
}

type Row = Rows[number]

function addUp(sums: Map<string, number[]>, rows: readonly Row[], sign = 1): void {
  for (const [day, standing, reason, ...counts] of rows) {
    const name = `${day} ${standing} ${reason}`
    const before = sums.get(name) ?? [0, 0, 0, 0]
    sums.set(
      name,
      before.map((sum, i) => sum + sign * Number(counts[i])),
    )
  }
}

function sumDifferences([site, key, , day, standing, reason, ...pairs]: Row): SumDifference[] {
  const inTallies = standing === 'counted'
  const where = {
    site: String(site),
    article: String(key),
    table: inTallies ? ('tallies' as const) : ('uncounted' as const),
    day: String(day),
    standing: inTallies ? null : `${standing} ${reason}`,
  }
  return differencesIn(where, COUNTS, pairs)
}

function totalDifferences([site, key, , ...pairs]: Row): SumDifference[] {
  const where = { site: String(site), article: String(key), table: 'totals' as const }
  return differencesIn({ ...where, day: null, standing: null }, ALL, pairs)
}

/** @param pairs what is stored and what is counted, of one column after another */
function differencesIn(
  where: Omit<SumDifference, 'column' | 'stored' | 'counted'>,
  columns: readonly SumDifference['column'][],
  pairs: Row,
): SumDifference[] {
  return columns.flatMap((column, i) => {
    const [inTable, fromRows] = [Number(pairs[2 * i]), Number(pairs[2 * i + 1])]
    return inTable === fromRows ? [] : [{ ...where, column, stored: inTable, counted: fromRows }]
  })
}
