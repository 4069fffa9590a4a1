import type { Days } from '../../store/store.ts'
import { dayBefore } from '../day-before.ts'
import { periodOf } from './period.ts'

/** Days that are read by day, or whole months that are read by month. */
interface Span extends Days {
  readonly step: 'day' | 'month'
}

/** The whole months in some days, and what days are left before and after them. */
export function monthlySpans({ from, to }: Days): readonly Span[] {
  if (from > to) return []
  const spans: Span[] = []
  const first = periodOf('month', from)
  const start = first.from === from ? from : dayBefore(first.to, -1)
  const last = periodOf('month', to)
  const end = last.to === to ? to : dayBefore(last.from, 1)
  if (start > end) return [{ step: 'day', from, to }]
  if (from < start) spans.push({ step: 'day', from, to: dayBefore(start, 1) })
  spans.push({ step: 'month', from: start, to: end })
  if (end < to) spans.push({ step: 'day', from: dayBefore(end, -1), to })
  return spans
}
