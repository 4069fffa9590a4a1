import { localDay } from '../../domain/local-day.ts'
import { isPermalink } from '../../domain/opening/permalink.ts'
import { SheetError } from '../../domain/opening/sheet.ts'
import { originFrom, type SourceFault } from '../../domain/opening/typed-opening.ts'
import type { Upload } from '../../domain/opening/upload-shelf.ts'
import { plainText } from '../../domain/site/plain-text.ts'
import type { SentFile } from '../../guards/upload.ts'
import type { ImportKind, Site } from '../../store/store.ts'
import { choiceField } from '../choice-field.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, type Fault, faultOf, faultSummary, field, fileField } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { importTable } from '../import-table.ts'
import { originFields } from '../opening-fields.ts'
import { siteTasks } from '../site-tasks.ts'
import type { Words } from '../words/words.ts'

/** Bytes of a file that is brought in. */
const LARGEST_FILE = 20 * 1024 * 1024
const KINDS = ['table', 'wp-postviews', 'wp-postratings', 'wp-polls'] as const
/** A file's name as it is kept: one line, without whatever folder it stood in. */
const fileName = plainText(120)

/** Where a file of counts is sent, and what was brought in so far. */
export const importUploadPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/openings/import',
  access: { action: 'edit', on: 'site' },
  answer: (act) => form(act, []),
}

export const uploadImport: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/openings/import',
  access: { action: 'edit', on: 'site' },
  largestFile: LARGEST_FILE,
  async answer(act) {
    const listed = await act.rules.sites.find(act.path['site'] ?? '')
    if (!listed) return { missing: true }
    const { words, file, uploads } = act
    if (file === 'too-large') {
      return form(act, [{ field: 'file', text: words.importFaultLarge }], 413)
    }
    const told = toldOf(act, listed.site)
    const faults: Fault[] = 'faults' in told ? [...told.faults] : []
    if (!file || file.bytes.length === 0) {
      faults.unshift({ field: 'file', text: words.importFaultFile })
    }
    if (!file || faults.length > 0 || 'faults' in told) return form(act, faults, 400)
    const unread = await unreadable(act, file)
    if (unread) return form(act, [unread], 400)
    const id = uploads.put({ ...told, bytes: file.bytes, file: nameOf(file) })
    return { to: `/admin/sites/${listed.site.key}/openings/import/${id}` }
  },
}

type Told = Omit<Upload, 'bytes' | 'file'>

function toldOf({ words, form, now }: DashboardAct, site: Site): Told | { faults: Fault[] } {
  const kind: ImportKind = KINDS.find((one) => one === form['kind']) ?? 'table'
  const origin = originFrom(form, localDay(site.timeZone, now * 1000))
  const permalink = form['permalink']?.trim() ?? ''
  const needed = kind === 'wp-postviews' || kind === 'wp-postratings'
  const faults: Fault[] = 'faults' in origin ? originFaults(words, origin.faults) : []
  if (needed && !isPermalink(permalink)) {
    faults.push({ field: 'permalink', text: words.importFaultPermalink })
  }
  if (faults.length > 0 || 'faults' in origin) return { faults }
  return { site: site.key, kind, ...origin, permalink: needed ? permalink : '' }
}

function originFaults(words: Words, faults: readonly SourceFault[]): Fault[] {
  const said = { source: words.faultOpeningSource, date: words.faultOpeningDate }
  return faults.map((fault) => ({ field: fault, text: said[fault] }))
}

async function unreadable(
  { words, readSheets }: DashboardAct,
  { bytes }: SentFile,
): Promise<Fault | undefined> {
  try {
    await readSheets(bytes)
    return undefined
  } catch (reason) {
    if (!(reason instanceof SheetError)) throw reason
    return { field: 'file', text: words.importSheetFaults[reason.why](reason.message) }
  }
}

function nameOf({ name }: SentFile): string {
  const bare = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  return fileName(bare, 'name', []) ?? ''
}

async function form(
  act: DashboardAct,
  faults: readonly Fault[],
  status = 200,
): Promise<DashboardAnswer> {
  const { words, rules, path, query, form: given } = act
  const listed = await rules.sites.find(path['site'] ?? '')
  if (!listed) return { missing: true }
  const { key, name } = listed.site
  const { entries } = await rules.store.readImports(key, { after: null, most: 50 })
  const body = html`${siteTasks(act, key)} ${faultSummary(words.faults, faults)}
    ${query['gone'] ? html`<p class="notice" role="status">${words.importGone}</p>` : NOTHING}
    <p class="lead">${words.importLead}</p>
    <form class="card" method="post" enctype="multipart/form-data" action="/admin/sites/${key}/openings/import">
      ${fileField({ name: 'file', label: words.importFile, hint: words.importFileHint, fault: faultOf(faults, 'file') })}
      ${choiceField({
        ...{ name: 'kind', label: words.importKind, value: given['kind'] },
        options: KINDS.map((kind) => [kind, words.importKinds[kind]] as const),
      })}
      ${field({
        ...{ name: 'permalink', label: words.importPermalink, hint: words.importPermalinkHint },
        ...{ value: given['permalink'], fault: faultOf(faults, 'permalink') },
        ...{ required: false, autocomplete: 'off' },
      })}
      ${originFields(words, given, faults)} ${button(words.importSend)}
    </form>
    <h2>${words.importsAll}</h2>
    ${importTable(words, listed.site, entries)}
    <p><a href="/admin/sites/${key}/openings">${words.back}</a></p>`
  return { title: `${words.importTitle}: ${name}`, body, status }
}
