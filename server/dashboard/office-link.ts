import type { Period } from '../domain/report/period.ts'
import { type Html, html } from './html.ts'

/** Leads to an office's page, on the same days. */
export function officeLink(
  { key, name }: { readonly key: string; readonly name: string },
  { code }: Pick<Period, 'code'>,
): Html {
  return html`<a href="/admin/offices/${key}?period=${code}">${name}</a>`
}
