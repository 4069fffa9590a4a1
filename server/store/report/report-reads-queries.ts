import type { Database } from '../database.ts'
import type { Days, ReportReads } from './report-reads.ts'
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

/** ?4: [[unit, group], …] */
const series = (table: string, step: string) => `
  with g as materialized (
    select value ->> 0 as unit, value ->> 1 as place from json_each(?4)
  )
  select u.${step}, g.place, ${sums.replaceAll(/\((\w+)\)/g, '(u.$1)')}
  from ${table} u join g on g.unit = u.unit
  where u.site = ?1 and u.${step} between ?2 and ?3 group by 1, 2 order by 1, 2`
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

    async readUnitSums(site, days) {
      const args = [site, ...spansOf(days)]
      return (await database.read({ sql: UNIT_SUMS, args })).map(unitSumFrom)
    },

    async readSeries(site, step, { from, to }, groups) {
      const range = step === 'day' ? [from, to] : [from.slice(0, 7), to.slice(0, 7)]
      const args = [site, ...range, JSON.stringify(groups)]
      const rows = await database.read({ sql: step === 'day' ? BY_DAY : BY_MONTH, args })
      return rows.map(([of, group, ...counts]) => {
        return { step: String(of), group: Number(group), ...pooledFrom(counts) }
      })
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
