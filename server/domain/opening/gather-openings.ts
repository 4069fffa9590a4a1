import { CHOICES, type Choice } from '../../../shared/choice.ts'
import { NO_VOTES, poolVotes, type VotesByChoice } from '../../../shared/votes-by-choice.ts'
import { countIn, LARGEST_COUNT } from './count-in.ts'
import type { ImportColumns } from './import-columns.ts'
import type { SheetRow } from './sheet.ts'

/** Characters that are named of what can't be read. */
const LONGEST_TEXT = 200

/** What the rows of a table come to for one article. */
export interface GatheredOpening {
  readonly key: string
  readonly views: number
  readonly votes: VotesByChoice
}

/** A row that is left out. */
export interface RowFault {
  /** Number of the row, the first below the heads being 1. */
  readonly row: number
  readonly why: 'address' | 'views' | 'votes' | 'count' | 'rating' | 'large'
  /** What stands there. */
  readonly text: string
}

/** What stands in a row below a head; a row may be shorter than the heads. */
const cellOf = (row: SheetRow, head: string) => row[head]?.trim() ?? ''

/** Openings that grow as rows are added. */
export interface Gathering {
  add(rows: readonly SheetRow[]): void
  sum(): { readonly openings: readonly GatheredOpening[]; readonly faults: readonly RowFault[] }
}

/**
 * Adds the rows of a table up by article: two addresses of one article are one. A row of which anything can't be read
 * is left out whole, and named.
 * @param keyOf key of the article at an address; null for none of the site
 */
export function createGathering(
  columns: ImportColumns,
  keyOf: (address: string) => string | null,
): Gathering {
  const openings = new Map<string, GatheredOpening>()
  const faults: RowFault[] = []
  let number = 0

  function addRow(row: SheetRow): void {
    number += 1
    const read = readRow(row, columns, keyOf)
    if ('why' in read) {
      faults.push({ row: number, ...read, text: read.text.slice(0, LONGEST_TEXT) })
      return
    }
    const sum = added(openings.get(read.key), read)
    if (sum.views > LARGEST_COUNT || CHOICES.some((choice) => sum.votes[choice] > LARGEST_COUNT)) {
      faults.push({ row: number, why: 'large', text: read.key })
    } else openings.set(read.key, sum)
  }

  return {
    add: (rows) => rows.forEach(addRow),
    sum: () => ({ openings: [...openings.values()], faults }),
  }
}

/** Adds all rows of a table up at once. */
export function gatherOpenings(
  rows: readonly SheetRow[],
  columns: ImportColumns,
  keyOf: (address: string) => string | null,
): ReturnType<Gathering['sum']> {
  const gathering = createGathering(columns, keyOf)
  gathering.add(rows)
  return gathering.sum()
}

type Read = GatheredOpening | Omit<RowFault, 'row'>

function readRow(
  row: SheetRow,
  { article, views, ...columns }: ImportColumns,
  keyOf: (address: string) => string | null,
): Read {
  const address = cellOf(row, article)
  const key = address === '' ? null : keyOf(address)
  if (key === null) return { why: 'address', text: address }
  const seenText = views === undefined ? '' : cellOf(row, views)
  const seen = countIn(seenText)
  if (seen === null) return { why: 'views', text: seenText }
  const votes = votesIn(row, columns)
  return 'why' in votes ? votes : { key, views: seen, votes }
}

function votesIn(
  row: SheetRow,
  { choices, rating, count, scale }: Omit<ImportColumns, 'article' | 'views'>,
): VotesByChoice | Omit<RowFault, 'row'> {
  const votes: Record<Choice, number> = { ...NO_VOTES }
  for (const choice of CHOICES) {
    const head = choices[choice]
    if (head === undefined) continue
    const text = cellOf(row, head)
    const number = countIn(text)
    if (number === null) return { why: 'votes', text }
    votes[choice] += number
  }
  if (rating === undefined) return votes
  const value = cellOf(row, rating)
  const choice = scale.get(value)
  if (choice === undefined) return { why: 'rating', text: value }
  const timesText = count === undefined ? '1' : cellOf(row, count)
  const times = countIn(timesText)
  if (times === null) return { why: 'count', text: timesText }
  votes[choice] += times
  return votes
}

function added(one: GatheredOpening | undefined, other: GatheredOpening): GatheredOpening {
  if (!one) return other
  const votes = poolVotes(one.votes, other.votes)
  return { key: one.key, views: one.views + other.views, votes }
}
