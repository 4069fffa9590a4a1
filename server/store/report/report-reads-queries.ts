import { poolVotes } from '../../../shared/votes-by-choice.ts'
import type { Database, SqlValue } from '../database.ts'
import type { Pooled } from './pooling.ts'
import type { Days, ReportReads, SeriesPoint } from './report-reads.ts'
import { COUNTS, pooledFrom, unitSumFrom } from './unit-sum-row.ts'

const KEPT = `views, ${COUNTS}, pending, excluded`
const sums = KEPT.split(', ')
  .map((column) => `sum(${column})`)
  .join(', ')

/** ?2 to ?3 days before the whole months, ?4 to ?5 those, ?6 to ?7 days after them. */
const UNIT_SUMS = `
  select ?1, unit, ${sums} from (
    select unit, ${KEPT} from unit_days where site = ?1 and day between ?2 and ?3
    union all select unit, ${KEPT} from unit_months where site = ?1 and month between ?4 and ?5
    union all select unit, ${KEPT} from unit_days where site = ?1 and day between ?6 and ?7
  ) group by unit`

/**
 * ?4: [unit, …]. One JSON array of all: a row made by the driver costs more than one that is read.
 * Grouped by the caller, for whom a place is found by its unit at once.
 */
const series = (table: string, step: string) => `
  select json_group_array(json_array(${step}, unit, ${KEPT})) from ${table}
  where site = ?1 and ${step} between ?2 and ?3 and unit in (select value from json_each(?4))`
const BY_DAY = series('unit_days', 'day')
const BY_MONTH = series('unit_months', 'month')

export function createReportReads(database: Database): ReportReads {
  return {
    async readUnits() {
      const rows = await database.read({
        sql: 'select id, site, prefix, office from units order by id',
      })
      return rows.map(([id, site, prefix, office]) => ({
        id: Number(id),
        site: String(site),
        prefix: String(prefix),
        office: String(office),
      }))
    },

    async readThrough(site) {
      const sql = "select through from summaries where site = ?1 and through <> ''"
      const [row] = await database.read({ sql, args: [site] })
      return row ? String(row[0]) : null
    },

    async readFirstDay(site) {
      // Once an index is asked for one end, no day is looked at.
      const sql = 'select min(day) from unit_days where site = ?1'
      const [row] = await database.read({ sql, args: [site] })
      return typeof row?.[0] === 'string' ? row[0] : null
    },

    async readUnitSums(site, days) {
      const args = [site, ...spansOf(days)]
      return (await database.read({ sql: UNIT_SUMS, args })).map(unitSumFrom)
    },

    async readSeries(site, step, { from, to }, groups) {
      const range = step === 'day' ? [from, to] : [from.slice(0, 7), to.slice(0, 7)]
      const places = new Map(groups)
      const args = [site, ...range, JSON.stringify([...places.keys()])]
      const [row] = await database.read({ sql: step === 'day' ? BY_DAY : BY_MONTH, args })
      return grouped(JSON.parse(String(row?.[0])), places)
    },
  }
}

const DAY = 24 * 60 * 60 * 1000
const NONE = ['9', '0'] as const

/** Days, then whole months, then days: each a range, perhaps of nothing. */
function spansOf({ from, to }: Days): readonly string[] {
  const first = from.endsWith('-01') ? from.slice(0, 7) : monthAfter(from)
  // The day behind the last one begins the month that is no longer whole.
  const end = monthBehind(to)
  if (first >= end) return [from, to, ...NONE, ...NONE]
  const last = monthAfter(end, -1)
  return [from, `${first}-00`, first, last, `${end}-01`, to]
}

function monthAfter(day: string, months = 1): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The month in which the day behind this one is. */
function monthBehind(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const days = (Date.UTC(year, month, 1) - Date.UTC(year, month - 1, 1)) / DAY
  return date >= days ? monthAfter(day) : day.slice(0, 7)
}

/** @param rows step, unit and counts, in the order of their steps */
function grouped(
  rows: readonly (readonly SqlValue[])[],
  places: ReadonlyMap<number, number>,
): readonly SeriesPoint[] {
  const points = new Map<string, SeriesPoint>()
  for (const [of, unit, ...counts] of rows) {
    const step = String(of)
    const group = places.get(Number(unit)) ?? 0
    const name = `${step} ${group}`
    const sum = pooledFrom(counts)
    const before = points.get(name)
    points.set(name, { step, group, ...(before ? addUp(before, sum) : sum) })
  }
  return [...points.values()]
}

function addUp(a: Pooled, b: Pooled): Pooled {
  return {
    views: a.views + b.views,
    votes: poolVotes(a.votes, b.votes),
    pending: a.pending + b.pending,
    excluded: a.excluded + b.excluded,
  }
}
