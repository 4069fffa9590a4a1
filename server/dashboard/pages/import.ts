import type { Import } from '../../store/store.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { buttonForm } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { idFrom } from '../id-from.ts'
import { importTable } from '../import-table.ts'
import { countText } from '../number-text.ts'
import { siteTasks } from '../site-tasks.ts'
import { siteTarget } from '../targets.ts'

/** Seconds after which a page of an import that goes on asks again. */
const RENEW = 2

/** Where an import comes from and how far it is; asks again by itself while it goes on. */
export const importPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/openings/imports/:import',
  access: { action: 'see', on: 'site' },
  async answer(act) {
    const { words, imports, path } = act
    const brought = await importOf(act)
    if (!brought) return { missing: true }
    const running = imports.isRunning(brought.id)
    const site = path['site'] ?? ''
    const at = `/admin/sites/${site}/openings`
    const left = brought.added > brought.removed
    const body = html`${siteTasks(act, site)}
      <p class="lead" role="status">${said(act, brought, running)}</p>
      ${running ? bar(words.importOf(brought.id), brought) : NOTHING}
      ${importTable(words, { key: site }, [brought])}
      <p class="hint">${words.importPlanned}: ${countText(words, brought.planned)}; ${words.importKinds[brought.kind]}</p>
      ${
        !running && left && act.may('edit', siteTarget(act, site))
          ? html`<p>${words.importUndoText}</p>
            ${buttonForm(`${at}/imports/${brought.id}/undo`, words.importUndo, { kind: 'grave' })}`
          : NOTHING
      }
      <p><a href="${at}">${words.back}</a></p>`
    return { title: words.importOf(brought.id), body, ...(running ? { refresh: RENEW } : {}) }
  },
}

export const undoImport: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/openings/imports/:import/undo',
  access: { action: 'edit', on: 'site' },
  async answer(act) {
    const brought = await importOf(act)
    if (!brought) return { missing: true }
    act.imports.undo(brought, act.person?.email ?? '')
    return { to: `/admin/sites/${brought.site}/openings/imports/${brought.id}` }
  },
}

function importOf({ rules, path }: DashboardAct): Promise<Import | null> {
  return rules.store.readImport(path['site'] ?? '', idFrom(path['import']))
}

function said({ words }: DashboardAct, brought: Import, running: boolean): string {
  const { planned, added, removed } = brought
  const number = (n: number) => countText(words, n)
  const back = removed > 0
  if (running) {
    return back
      ? words.importRunning(number(removed), number(added))
      : words.importRunning(number(added), number(planned))
  }
  if (back) return words.importUndone(number(removed))
  return added < planned
    ? words.importHalf(number(added), number(planned))
    : words.importDone(number(added))
}

function bar(name: string, { planned, added, removed }: Import) {
  return removed > 0
    ? html`<progress max="${added}" value="${removed}" aria-label="${name}"></progress>`
    : html`<progress max="${planned}" value="${added}" aria-label="${name}"></progress>`
}
