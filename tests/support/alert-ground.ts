import { refreshSums } from '../../server/domain/report/refresh-sums.ts'
import { createUnitResults } from '../../server/domain/report/unit-results.ts'
import type { AlertSettings, NewAlertRule } from '../../server/store/store.ts'
import { openedAccounts } from './opened-accounts.ts'
import { reportGround } from './report-ground.ts'

export const AUDIT = {
  ...{ at: 1, actor: 'ibu@desa.go.id', action: 'add-alert' },
  ...{ site: null, article: null, note: '' },
}
const SETTINGS: AlertSettings = {
  ...{ bound: null, least: null, span: null, webhook: 'https://pesan.go.id/x' },
  ...{ intranet: false, mails: [], language: 'id', tellsEnd: true },
}

/**
 * The site `desa` of the office `dinkes`, whose section `/rs` is the hospital's; a clock that is set,
 * and tallies that are put in as if readers had voted.
 */
export async function alertGround(begun: string) {
  let now = Date.parse(begun)
  const clock = () => now
  const { store, database } = await openedAccounts()
  await store.addSite({
    ...{ key: 'desa', name: 'Desa', timeZone: 'Asia/Jakarta', settings: {}, loopback: false },
    ...{ intranet: false, addedAt: 0 },
    origins: [{ origin: 'https://desa.go.id', role: 'primary' }],
  })
  for (const [key, name, parent] of [
    ['dinkes', 'Dinas Kesehatan', null],
    ['rsud', 'RSUD', 'dinkes'],
  ] as const) {
    await store.addOffice({ key, name, parent }, AUDIT)
  }
  await store.assignSite('desa', 'dinkes', AUDIT)
  const hospital = { site: 'desa', prefix: 'desa.go.id/rs', name: 'Rumah sakit', office: 'rsud' }
  await store.setSection(hospital, AUDIT)

  return {
    ...{ store, database, clock },
    readUnitResults: createUnitResults(store, clock),
    set(instant: string) {
      now = Date.parse(instant)
    },
    pass(seconds: number) {
      now += seconds * 1000
    },
    /** Votes of a day by choice from the best to the worst, with ten views for each. */
    async gather(path: string, day: string, counts: readonly [number, number, number, number]) {
      const key = `desa.go.id/${path}`
      await store.verifyArticles('desa', [{ key, title: `Judul ${path}` }], true)
      await database.write([
        {
          sql: `insert into tallies (article, day, views, sangat_puas, puas, cukup_puas, tidak_puas)
            select id, ?2, 10 * (?3 + ?4 + ?5 + ?6), ?3, ?4, ?5, ?6 from articles where key = ?1`,
          args: [key, day, ...counts],
        },
      ])
    },
    /** What the server does each minute. */
    refresh: () => refreshSums(reportGround(store), now, true),
    addRule: (rule: Pick<NewAlertRule, 'key' | 'about' | 'kind'> & Partial<AlertSettings>) =>
      store.addAlertRule({ ...SETTINGS, ...rule }, AUDIT),
  }
}
