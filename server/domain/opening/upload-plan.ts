import type { Site, Store } from '../../store/store.ts'
import { type ColumnFault, chosenColumns, VALUE_FIELD } from './chosen-columns.ts'
import { type ImportPlan, planImport } from './plan-import.ts'
import { pollsIn } from './polls-in.ts'
import { type Sheet, SheetError, type SheetFile } from './sheet.ts'
import type { Upload } from './upload-shelf.ts'
import { type PluginFault, pollsOf, wordPressSheet } from './word-press-sheet.ts'

/** A file that waits, as a table, and what would happen; or what has to be said before that can be known. */
export interface UploadPlan {
  readonly file: SheetFile
  readonly sheet: Sheet
  /** Polls of the file by their numbers, with their questions. */
  readonly polls: ReadonlyMap<string, string>
  readonly plan: ImportPlan | { readonly faults: readonly (ColumnFault | PluginFault)[] }
}

type Form = Readonly<Record<string, string>>

/** Reads a file that waits and finds out what would happen by what was chosen; changes nothing. @throws SheetError */
export async function planUpload(
  {
    store,
    readSheets,
    pause,
  }: {
    readonly store: Store
    readonly readSheets: (bytes: Uint8Array) => Promise<SheetFile>
    readonly pause: () => Promise<void>
  },
  site: Site,
  { bytes, kind, permalink }: Upload,
  form: Form,
): Promise<UploadPlan> {
  const file = await readSheets(bytes)
  const polls = kind === 'wp-polls' ? pollsOf(file) : new Map<string, string>()
  const empty = { file, polls, sheet: { heads: [], rows: [] } }
  const found =
    kind === 'table'
      ? file.sheets.get('')
      : wordPressSheet(kind, file, permalink, pollsIn(form['polls'] ?? '', /\r\n|\n|\r/))
  // A dump has no table that anybody could name columns of.
  if (found === undefined) throw new SheetError('kind')
  if (typeof found === 'string') return { ...empty, plan: { faults: [found] } }
  const columns = chosenColumns(found, kind === 'table' ? form : scaleOf(form))
  const plan =
    'faults' in columns ? columns : await planImport(store, site, found.rows, columns, pause)
  return { ...empty, sheet: found, plan }
}

/** Of a plugin's table only the scale is to be said. */
function scaleOf(form: Form): Form {
  return Object.fromEntries(Object.entries(form).filter(([name]) => name.startsWith(VALUE_FIELD)))
}
