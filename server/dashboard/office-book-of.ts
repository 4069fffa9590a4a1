import { createOfficeBook, type OfficeBook } from '../domain/report/office-book.ts'
import type { DashboardAct } from './dashboard-route.ts'

/** The book of offices in the hands of who asks: their name stands behind each change. */
export function officeBookOf({ rules, now, person }: DashboardAct): OfficeBook {
  return createOfficeBook(rules.store, { at: now, actor: person?.email ?? '' })
}
