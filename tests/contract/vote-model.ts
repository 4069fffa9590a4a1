import type { Choice } from '../../shared/choice.ts'
import type { Standing } from '../../shared/standing.ts'

/** Something that happens to one of a few articles. */
export type Operation =
  | {
      readonly kind: 'turn'
      readonly article: number
      readonly voter: number
      readonly turn: number
      readonly choice: Choice | null
      readonly day: string
    }
  | { readonly kind: 'view'; readonly article: number; readonly day: string }
  | { readonly kind: 'close'; readonly article: number; readonly closed: boolean }
  | {
      readonly kind: 'standing'
      readonly article: number
      readonly voter: number
      readonly standing: Standing
    }

interface Row {
  turn: number
  choice: Choice | null
  standing: Standing
  readonly day: string
}

interface Known {
  closed: boolean
  readonly views: string[]
  readonly rows: Map<number, Row>
}

const ORDER: readonly Choice[] = ['sangat-puas', 'puas', 'cukup-puas', 'tidak-puas']

/** The rules of counting in the plainest form: rows in a map, counted anew each time. */
export function createVoteModel(prefix: string) {
  const articles = new Map<number, Known>()

  function make(article: number): Known {
    const known = articles.get(article) ?? { closed: false, views: [], rows: new Map() }
    articles.set(article, known)
    return known
  }

  function take({ article, voter, turn, choice, day }: Extract<Operation, { kind: 'turn' }>) {
    if (choice === null && !articles.has(article)) return
    const { closed, rows } = make(article)
    if (closed) return
    const row = rows.get(voter)
    if (!row) rows.set(voter, { turn, choice, standing: 'counted', day })
    else if (turn > row.turn) Object.assign(row, { turn, choice })
  }

  function counts(known: Known, day?: string): number[] {
    const rows = [...known.rows.values()].filter(
      (row) => row.standing === 'counted' && (day === undefined || row.day === day),
    )
    return ORDER.map((choice) => rows.filter((row) => row.choice === choice).length)
  }

  const inOrder = () => [...articles].sort(([a], [b]) => a - b)
  const daysOf = ({ views, rows }: Known) =>
    [...new Set([...views, ...[...rows.values()].map(({ day }) => day)])].sort()
  const isSome = (numbers: readonly number[]) => numbers.some((n) => n > 0)

  return {
    /** Does the operation; what a turn should be answered with comes back. */
    apply(operation: Operation) {
      if (operation.kind === 'turn') {
        take(operation)
        const known = articles.get(operation.article)
        const [a, b, c, d] = known ? counts(known) : [0, 0, 0, 0]
        const row = known?.rows.get(operation.voter)
        return {
          closed: known?.closed ?? false,
          votes: { 'sangat-puas': a, puas: b, 'cukup-puas': c, 'tidak-puas': d },
          own: row?.choice ? { choice: row.choice, standing: row.standing } : null,
        }
      }
      if (operation.kind === 'view') make(operation.article).views.push(operation.day)
      if (operation.kind === 'close') make(operation.article).closed = operation.closed
      if (operation.kind === 'standing') {
        const row = articles.get(operation.article)?.rows.get(operation.voter)
        if (row) row.standing = operation.standing
      }
      return undefined
    },

    /** [key, day, four counts] of every day with a counted vote. */
    voteTallies: () =>
      inOrder().flatMap(([n, known]) =>
        daysOf(known)
          .map((day) => ({ day, votes: counts(known, day) }))
          .filter(({ votes }) => isSome(votes))
          .map(({ day, votes }) => [`${prefix}/${n}`, day, ...votes]),
      ),

    /** [key, four counts] of every article with a counted vote. */
    voteTotals: () =>
      inOrder()
        .map(([n, known]) => ({ n, votes: counts(known) }))
        .filter(({ votes }) => isSome(votes))
        .map(({ n, votes }) => [`${prefix}/${n}`, ...votes]),

    /** [key, day, views, four counts] of every day with anything. */
    tallies: () =>
      inOrder().flatMap(([n, known]) =>
        daysOf(known)
          .map((day) => ({
            day,
            numbers: [known.views.filter((on) => on === day).length, ...counts(known, day)],
          }))
          .filter(({ numbers }) => isSome(numbers))
          .map(({ day, numbers }) => [`${prefix}/${n}`, day, ...numbers]),
      ),

    /** [key, views, four counts] of every article with anything. */
    totals: () =>
      inOrder()
        .map(([n, known]) => ({ n, numbers: [known.views.length, ...counts(known)] }))
        .filter(({ numbers }) => isSome(numbers))
        .map(({ n, numbers }) => [`${prefix}/${n}`, ...numbers]),
  }
}
