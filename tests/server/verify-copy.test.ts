import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { signDays } from '../../server/domain/chain/sign-days.ts'
import { verifyCopy } from '../../server/entry/backup/verify-copy.ts'
import { signingOf } from '../../server/entry/signing.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import type { Turn } from '../../server/store/store.ts'
import { COUNTED, type Verdict } from '../../shared/standing.ts'
import { folderForAll } from '../support/folder-for-all.ts'
import { openMigrated } from '../support/opened-database.ts'
import { runScript } from '../support/run-script.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SIGNING = signingOf(
  new TextEncoder().encode('a secret for tests only, 32 characters or more'),
)
const ON = { rest: () => Promise.resolve(), stopping: new AbortController().signal }
const DAY = 24 * 60 * 60 * 1000
/** Two in the morning in Jakarta: 1 March has closed. */
const AFTER_1_MARCH = Date.UTC(2026, 2, 1, 19)
const PENDING: Verdict = { standing: 'pending', reason: 'burst' }
const SEALED = '2026-03-01'
const LATER = '2026-09-01'

/** A database file with votes that are counted, pending, withdrawn and sealed, and a signed chain. */
async function make(copy: string): Promise<void> {
  const file = `${copy}-live`
  const database = await openMigrated(`file:${file}`)
  const store = createSharedStore(database)
  await store.addSite({
    ...{ key: 'desa', name: 'Desa', timeZone: 'Asia/Jakarta', settings: {} },
    ...{ loopback: false, intranet: false, addedAt: 0 },
    origins: [{ origin: 'https://desa.go.id', role: 'primary' }],
  })
  const cast = { article: { site: 'desa', key: 'desa.go.id/berita' }, turn: 1, hour: 0 }
  const vote = (voter: number, more: Partial<Turn> = {}) =>
    store.takeTurn({
      ...{ ...cast, voter: String(voter).padStart(32, '0'), choice: 'puas', day: SEALED },
      ...{ verdict: COUNTED, ...more },
    })
  for (const voter of [1, 2]) await vote(voter)
  await vote(3, { verdict: PENDING })
  await signDays({ store, ...SIGNING, ...ON }, AFTER_1_MARCH)
  await store.sweepVotes(null, { hoursBefore: 0, sealedThrough: SEALED, at: 0 })
  await signDays({ store, ...SIGNING, ...ON }, AFTER_1_MARCH + 190 * DAY)
  for (const voter of [4, 5]) await vote(voter, { day: LATER })
  await vote(6, { day: LATER, verdict: PENDING })
  await vote(4, { turn: 2, choice: null, day: LATER })
  await store.recordView(cast.article, LATER, null)
  await database.hold()
  copyFileSync(file, copy)
  await database.release()
  await store.close()
}

const TEMPLATE = join(folderForAll(), 'template.db')

// Once, since it takes a while to sign half a year.
beforeAll(() => make(TEMPLATE))

function made(): string {
  const file = join(temporaryFolder(), 'copy.db')
  copyFileSync(TEMPLATE, file)
  return file
}

describe('a copy is good where a recount agrees', () => {
  test('as it was made', async () => {
    expect(await verifyCopy(made())).toMatchObject({
      rows: { votes: 3, folded: 2, chain: 191 },
      unlikeSigned: 0,
    })
  })

  test.each([
    [
      'a tally',
      `update tallies set tidak_puas = 1 where day = '${LATER}'`,
      `desa desa.go.id/berita tallies ${LATER} tidak_puas: stored 1, counted 0`,
    ],
    [
      'what is set aside',
      `update uncounted set puas = 7 where day = '${LATER}'`,
      `desa desa.go.id/berita uncounted ${LATER} pending burst puas: stored 7, counted 1`,
    ],
    [
      'a row of it gone',
      "delete from uncounted where standing = 'excluded'",
      `desa desa.go.id/berita uncounted ${SEALED} excluded expired puas: stored 0, counted 1`,
    ],
    [
      'what was folded',
      "update folded set puas = 3 where standing = 'counted'",
      `desa desa.go.id/berita tallies ${SEALED} puas: stored 2, counted 3`,
    ],
    [
      'totals',
      'update totals set views = 9',
      'desa desa.go.id/berita totals views: stored 9, counted 1',
    ],
  ])('and a bad one with %s bent', async (_, sql, line) => {
    const file = made()
    runScript(file, sql)
    const remedy = 'In the database itself npm run operate -- recount --fix puts them right.'
    await expect(verifyCopy(file)).rejects.toMatchObject({ message: `${line}\n${remedy}` })
  })

  test('a sealed day that is not as it was signed is told; nobody could put it right', async () => {
    const file = made()
    runScript(
      file,
      `update folded set puas = 3 where standing = 'counted';
      update tallies set puas = 3 where day = '${SEALED}'`,
    )
    expect(await verifyCopy(file)).toMatchObject({ unlikeSigned: 1 })
  })
})
