import { SAMPLE_OFFICES, SAMPLE_SITE } from '../../domain/sample/sample-offices.ts'
import { DEMO_SITE } from '../../domain/site/demo-site.ts'
import { purgeSite, readSiteRows, type SiteRows } from '../../store/purge-site.ts'
import { removeOffices } from '../../store/sample-rows.ts'
import { openData } from '../open-data.ts'
import { type FileOperation, Refusal } from './operation.ts'
import { requireDatabase } from './require-database.ts'

/**
 * For a server that is stopped: a running one knows the site and its articles by heart, and would
 * acknowledge votes that find no article any more.
 */
export const purge: FileOperation = {
  usage: 'purge SITE --yes | purge --demo --yes | purge --sample --yes',
  operands: [0, 1],
  options: { yes: { type: 'boolean' }, demo: { type: 'boolean' }, sample: { type: 'boolean' } },

  async runOnFiles(config, { operands: [named], options: { yes, demo, sample } }, progress) {
    const ours = [...(demo ? [DEMO_SITE] : []), ...(sample ? [SAMPLE_SITE] : [])]
    const [site, ...more] = [...ours, ...(named === undefined ? [] : [named])]
    if (site === undefined || more.length > 0) {
      throw new Refusal('Name a site, or take --demo or --sample.')
    }
    await requireDatabase(config)
    const database = await openData(config, { say: progress })
    try {
      const rows = await readSiteRows(database, site)
      if (Object.keys(rows).length === 0) throw new Refusal(`There is no site ${site}.`)
      if (!yes) throw new Refusal(`${told(site, rows)}\nNothing was removed: add --yes to do it.`)
      await purgeSite(database, site, DEMO_SITE, Math.floor(Date.now() / 1000))
      if (site === SAMPLE_SITE) await removeOffices(database, SAMPLE_OFFICES)
      return { text: `Removed: ${told(site, rows)}`, value: { site, removed: rows } }
    } finally {
      await database.close()
    }
  },
}

function told(site: string, rows: SiteRows): string {
  const counts = Object.entries(rows).map(([table, count]) => `${table} ${count}`)
  return `${site}, with ${counts.join(', ')}. Backups still have it, for 35 days at most.`
}
