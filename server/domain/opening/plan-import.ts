import { articleKey } from '../../../shared/article-key.ts'
import type { Site, Store } from '../../store/store.ts'
import { createOriginRule } from '../site/origin-rule.ts'
import { createGathering, type GatheredOpening, type RowFault } from './gather-openings.ts'
import type { ImportColumns } from './import-columns.ts'
import { alreadyOpened } from './move-in.ts'
import type { SheetRow } from './sheet.ts'

/** What would happen if a table were brought in. */
export interface ImportPlan {
  /** Lines of the table. */
  readonly rows: number
  /** Articles that would be given an opening balance. */
  readonly fresh: readonly GatheredOpening[]
  /** Articles that have one already and would keep it. */
  readonly kept: readonly GatheredOpening[]
  /** Lines that would be left out. */
  readonly faults: readonly RowFault[]
}

/** Lines that are gone through before others have their turn. */
const AT_ONCE = 500

/** Finds out what would happen; changes nothing. @param pause lets what else waits go first */
export async function planImport(
  store: Store,
  site: Site,
  rows: readonly SheetRow[],
  columns: ImportColumns,
  pause: () => Promise<void>,
): Promise<ImportPlan> {
  const { homeHost, hostFor } = createOriginRule(site)
  const gathering = createGathering(columns, (address) => articleKey(address, homeHost, hostFor))
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    gathering.add(rows.slice(at, at + AT_ONCE))
    await pause()
  }
  const { openings, faults } = gathering.sum()
  const known = await alreadyOpened(store, site.key, openings)
  return {
    rows: rows.length,
    fresh: openings.filter(({ key }) => !known.has(key)),
    kept: openings.filter(({ key }) => known.has(key)),
    faults,
  }
}
