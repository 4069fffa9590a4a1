import type { DashboardBrowser } from '../dashboard-browser.ts'
import { sendFile } from '../send-file.ts'

/** What a table is said to be. */
const TOLD = { kind: 'table', source: 'Sistem lama', date: '2016-07-01' }

/**
 * Sends a site two tables: one waits with its scale to be chosen, one is brought in.
 * @param site its pages' path
 * @returns what both are found by
 */
export async function addImports(owner: DashboardBrowser, site: string) {
  const at = `${site}/openings/import`
  const send = async (table: string) => {
    const { status, to, text } = await sendFile(fetch, owner, at, table, TOLD)
    if (status !== 303) throw new Error(`no upload: ${text}`)
    return to ?? ''
  }
  const first = await send('article;views\n/lama/1;646\n/lama/2;12\n')
  const { to } = await owner.send(first, {})
  const waiting = await send(
    'url;nilai\n/lama/3;5\n/lama/4;1\n/lama/5;3\nhttps://lain.example/;5\n',
  )
  const last = (path: string | null) => path?.split('/').at(-1) ?? ''
  return { upload: last(waiting), import: last(to) }
}
