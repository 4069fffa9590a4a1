import { CHOICES, type Choice, isChoice } from '../../../shared/choice.ts'
import type { ImportColumns } from './import-columns.ts'
import type { Sheet } from './sheet.ts'

/** What a column may be chosen for. */
export const COLUMN_ROLES = ['article', 'views', ...CHOICES, 'rating', 'count'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** What is missing before it can be known what would happen. */
export type ColumnFault = 'article' | 'nothing' | 'scale' | 'values'

type Form = Readonly<Record<string, string>>

/** Different values of a rating that can be told apart by hand. */
const MOST_VALUES = 60
/** What a field that says which choice a value stands for begins with; the value follows. */
export const VALUE_FIELD = 'as:'

/** How columns of tables are called, in small letters; a table of our own names them as they are. */
const KNOWN: Readonly<Record<ColumnRole, readonly string[]>> = {
  article: ['article', 'url', 'address', 'permalink', 'link', 'alamat', 'artikel', 'tautan'],
  views: ['views', 'hits', 'pageviews', 'dilihat', 'jumlah dilihat', 'post_views'],
  'sangat-puas': ['sangat-puas', 'sangat puas', 'sangat_puas'],
  puas: ['puas'],
  'cukup-puas': ['cukup-puas', 'cukup puas', 'cukup_puas'],
  'tidak-puas': ['tidak-puas', 'tidak puas', 'tidak_puas'],
  rating: ['rating', 'rating_rating', 'nilai', 'jawaban', 'answer'],
  count: ['count', 'jumlah', 'polla_votes', 'votes'],
}

/** Which column of a table is taken for what: as it was chosen, or by its name as long as nothing was. */
export function columnFor(
  role: ColumnRole,
  heads: readonly string[],
  form: Form,
): string | undefined {
  const chosen = form[role]
  if (chosen !== undefined) return heads.includes(chosen) ? chosen : undefined
  return heads.find((head) => KNOWN[role].includes(head.toLowerCase()))
}

/** The values of a rating, in the order that they come in; null where they are too many for a scale. */
export function valuesOf({ rows }: Sheet, rating: string | undefined): readonly string[] | null {
  if (rating === undefined) return []
  const values = new Set<string>()
  for (const row of rows) {
    const value = row[rating]?.trim() ?? ''
    if (value !== '') values.add(value)
    if (values.size > MOST_VALUES) return null
  }
  return [...values]
}

/** Columns and a scale as they were chosen. No value of a rating stands for a choice unless somebody said so. */
export function chosenColumns(
  sheet: Sheet,
  form: Form,
): ImportColumns | { readonly faults: readonly ColumnFault[] } {
  const column = (role: ColumnRole) => columnFor(role, sheet.heads, form)
  const article = column('article')
  const views = column('views')
  const rating = column('rating')
  const chosen = CHOICES.flatMap((choice) => {
    const head = column(choice)
    return head === undefined ? [] : [[choice, head] as const]
  })
  const scale = new Map<string, Choice>()
  for (const [name, choice] of Object.entries(form)) {
    if (name.startsWith(VALUE_FIELD) && isChoice(choice)) {
      scale.set(name.slice(VALUE_FIELD.length), choice)
    }
  }
  const count = rating === undefined ? undefined : column('count')
  const faults: ColumnFault[] = []
  if (views === undefined && rating === undefined && chosen.length === 0) faults.push('nothing')
  if (rating !== undefined && valuesOf(sheet, rating) === null) faults.push('values')
  else if (rating !== undefined && scale.size === 0) faults.push('scale')
  if (article === undefined || faults.length > 0) {
    return { faults: article === undefined ? ['article', ...faults] : faults }
  }
  const choices = Object.fromEntries(chosen)
  return { article, views, choices, rating, count, scale: rating === undefined ? new Map() : scale }
}
