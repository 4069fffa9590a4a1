import { localDay } from '../../../server/domain/local-day.ts'
import { SAMPLE_SITE, SAMPLE_TREE } from '../../../server/domain/sample/sample-offices.ts'
import type { DashboardBrowser } from '../../../tests/support/dashboard-browser.ts'

/** What parameters of addresses are filled with, by their name. */
export type Examples = Readonly<Record<string, readonly string[]>>

const FILES = ['paper.css', 'report.csv', 'report.json', 'report.xlsx']

/**
 * Looks them up as the owner does, who makes a follow-up first.
 * @param article key of one
 */
export async function examplesOf(browser: DashboardBrowser, article: string): Promise<Examples> {
  await browser.send('/admin/follow-ups', {
    ...{ about: `site ${SAMPLE_SITE}`, article: '', owner: 'Bagian Umum', status: 'open' },
    ...{ issue: 'Antrean panjang', action: 'Loket ditambah' },
    due: localDay('Asia/Jakarta', Date.now()),
  })
  const found = async (list: string, id: string) => {
    const { text } = await browser.open(list)
    const [, value] = new RegExp(`href="${list}/(${id})"`).exec(text) ?? []
    if (value === undefined) throw new Error(`${list} links to none of its entries`)
    return [value]
  }
  return {
    alert: ['0'],
    site: [SAMPLE_SITE],
    office: [SAMPLE_TREE[0]?.key ?? '', SAMPLE_TREE[9]?.key ?? ''],
    file: FILES,
    person: await found('/admin/people', '(?!invit)[^"/]+'),
    followUp: await found('/admin/follow-ups', '\\d+'),
    secret: ['0'.repeat(48)],
    decision: ['0'],
    article: [article],
  }
}
