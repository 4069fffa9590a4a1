import type { ColumnFault } from '../../domain/opening/chosen-columns.ts'
import type { ImportPlan } from '../../domain/opening/plan-import.ts'
import { SheetError } from '../../domain/opening/sheet.ts'
import { planUpload, type UploadPlan } from '../../domain/opening/upload-plan.ts'
import type { Upload } from '../../domain/opening/upload-shelf.ts'
import type { PluginFault } from '../../domain/opening/word-press-sheet.ts'
import type { Site } from '../../store/store.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { buttonForm, faultSummary } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { importMapping } from '../import-mapping.ts'
import { importPlanSheet, importPlanTable } from '../import-plan-table.ts'
import { countText } from '../number-text.ts'
import { csvOf } from '../report/csv.ts'
import { siteTasks } from '../site-tasks.ts'
import type { Words } from '../words/words.ts'

/** Which column is what, and what would happen: looked at as often as one likes, nothing changes. */
export const importPlanPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/openings/import/:upload',
  access: { action: 'edit', on: 'site' },
  async answer(act) {
    const found = await waitingOf(act)
    return found ? look(act, found, act.query) : gone(act)
  },
}

/** All that would happen, as a file. */
export const importPlanFile: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/openings/import/:upload/plan.csv',
  access: { action: 'edit', on: 'site' },
  async answer(act) {
    const found = await waitingOf(act)
    if (!found) return { missing: true }
    const { plan } = await planOf(act, found, act.query)
    if (plan === undefined || !('fresh' in plan)) return { missing: true }
    const pieces = csvOf(importPlanSheet(act.words, plan))
    const type = 'text/csv; charset=utf-8'
    return { file: { name: `${found.site.key}-import.csv`, type, pieces } }
  },
}

/** Brings in what was looked at; leads to how far it is. */
export const applyImport: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/openings/import/:upload',
  access: { action: 'edit', on: 'site' },
  async answer(act) {
    const found = await waitingOf(act)
    if (!found) return gone(act)
    const { site, upload, id } = found
    // Whoever presses twice brings it in once.
    act.uploads.remove(id)
    const { plan } = await planOf(act, found, act.form)
    if (plan === undefined || !('fresh' in plan)) return gone(act)
    const { bytes: _, permalink: __, ...told } = upload
    const brought = await act.imports.begin(told, plan.fresh, act.person?.email ?? '')
    return { to: `/admin/sites/${site.key}/openings/imports/${brought}` }
  },
}

interface Waiting {
  readonly id: string
  readonly site: Site
  readonly upload: Upload
}

async function waitingOf({ rules, path, uploads }: DashboardAct): Promise<Waiting | undefined> {
  const listed = await rules.sites.find(path['site'] ?? '')
  const id = path['upload'] ?? ''
  const upload = listed && uploads.find(listed.site.key, id)
  return listed && upload ? { id, site: listed.site, upload } : undefined
}

function gone({ path }: DashboardAct): DashboardAnswer {
  return { to: `/admin/sites/${path['site']}/openings/import?gone=1` }
}

type Form = Readonly<Record<string, string>>

async function planOf(act: DashboardAct, { site, upload }: Waiting, form: Form) {
  const { readSheets, pause, rules } = act
  try {
    return await planUpload({ store: rules.store, readSheets, pause }, site, upload, form)
  } catch (reason) {
    if (!(reason instanceof SheetError)) throw reason
    return { fault: act.words.importSheetFaults[reason.why](reason.message), plan: undefined }
  }
}

async function look(act: DashboardAct, found: Waiting, form: Form): Promise<DashboardAnswer> {
  const { words } = act
  const { site, upload, id } = found
  const at = `/admin/sites/${site.key}/openings/import/${id}`
  const planned = await planOf(act, found, form)
  const body = html`${siteTasks(act, site.key)}
    <p class="hint">${upload.file}: ${upload.source}, ${upload.date}${upload.estimate ? ` (${words.openingEstimated})` : ''}</p>
    ${
      planned.plan === undefined
        ? faultSummary(words.faults, [{ field: 'content', text: planned.fault }])
        : whole(words, at, upload, planned, form)
    }
    <p><a href="/admin/sites/${site.key}/openings/import">${words.back}</a></p>`
  return { title: words.importPlanTitle, body }
}

function whole(words: Words, at: string, upload: Upload, planned: UploadPlan, form: Form) {
  const { file, sheet, plan } = planned
  const rows = countText(words, sheet.rows.length)
  return html`<p>${words.importRead(file.format.toUpperCase(), file.encoding, rows)}</p>
    ${'fresh' in plan ? NOTHING : missing(words, plan.faults)}
    ${importMapping(words, at, upload, planned, form)}
    ${'fresh' in plan ? result(words, at, plan, form) : NOTHING}`
}

/** What has to be said before it can be known what would happen. */
function missing(words: Words, faults: readonly (ColumnFault | PluginFault)[]) {
  const said = { ...words.importColumnFaults, ...words.importPluginFaults }
  return html`<ul class="notice">${faults.map((fault) => html`<li>${said[fault]}</li>`)}</ul>`
}

function result(words: Words, at: string, plan: ImportPlan, form: Form) {
  const asked = new URLSearchParams(form)
  return html`<h2>${words.importPlan}</h2>
    ${importPlanTable(words, plan, `${at}/plan.csv?${asked}`)}
    ${
      plan.fresh.length > 0
        ? buttonForm(at, words.importApply(countText(words, plan.fresh.length)), {
            ...{ hidden: form, kind: 'main' },
          })
        : NOTHING
    }`
}
