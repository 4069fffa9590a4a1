import { dayBefore } from '../domain/day-before.ts'
import { localDay } from '../domain/local-day.ts'
import {
  customPeriod,
  type Period,
  type PeriodKind,
  periodOf,
  readPeriod,
} from '../domain/report/period.ts'
import type { DashboardAct } from './dashboard-route.ts'

/** Kinds of period to choose from, as they stand in addresses. */
export const CHOSEN_KINDS: readonly PeriodKind[] = [
  ...(['day', 'week', 'month', 'quarter', 'semester', 'year', 'custom'] as const),
]

/** The days that a page is about. */
export interface ChosenPeriod {
  readonly period: Period
  /** YYYY-MM-DD, where the period's zone is. */
  readonly today: string
  /** Whether today is in it. */
  readonly current: boolean
  /** True where what the address asks for is no period: this is the usual one then. */
  readonly malformed: boolean
}

/** Parameters of an address that name a period. */
export const NO_PERIOD = { period: undefined, kind: undefined, from: undefined, to: undefined }

/**
 * The period that an address names: by its code in `period`, or by the form's `kind`, `from` and `to`.
 * The present triwulan where it names none.
 */
export function chosenPeriod(
  { query, now }: Pick<DashboardAct, 'query' | 'now'>,
  timeZone: string,
): ChosenPeriod {
  const today = localDay(timeZone, now * 1000)
  const usual = periodOf('quarter', today)
  const asked = query['kind'] ? fromForm(query, today) : fromCode(query['period'], usual)
  const period = asked ?? usual
  const current = period.from <= today && today <= period.to
  return { period, today, current, malformed: asked === null }
}

function fromCode(code: string | undefined, usual: Period): Period | null {
  return code ? readPeriod(code) : usual
}

function fromForm(query: Readonly<Record<string, string>>, today: string): Period | null {
  const kind = CHOSEN_KINDS.find((each) => each === query['kind'])
  const from = query['from'] || today
  if (!kind || readPeriod(from)?.kind !== 'day') return null
  return kind === 'custom' ? readPeriod(`${from}..${query['to'] || from}`) : periodOf(kind, from)
}

/** The one just behind a period, as long or of the same kind. */
export function nextPeriod({ kind, from, to }: Period): Period {
  const first = dayBefore(to, -1)
  if (kind !== 'custom') return periodOf(kind, first)
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
  return customPeriod(first, dayBefore(first, -days))
}
