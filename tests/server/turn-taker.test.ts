import { expect, onTestFinished, test } from 'vitest'
import { articlesFrom } from '../../server/store/article-row.ts'
import { createLedger } from '../../server/store/ledger.ts'
import { createLiveArticles } from '../../server/store/live-articles.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import type { Turn } from '../../server/store/store.ts'
import { createTurnTaker } from '../../server/store/turn-taker.ts'
import { COUNTED } from '../../shared/standing.ts'
import { openMigrated } from '../support/opened-database.ts'

const id = (n: number) => ({ site: 'desa', key: `desa.go.id/${n}` })
const vote = (n: number, voter: number): Turn => ({
  article: id(n),
  voter: voter.toString(16).padStart(32, '0'),
  turn: 1,
  choice: 'puas',
  day: '2026-11-24',
  hour: 0,
  verdict: COUNTED,
})

/** Turns against a real database, and a memory with room for two articles more than it looks at. */
async function open() {
  const database = await openMigrated(':memory:')
  onTestFinished(() => database.close())
  await createSharedStore(database).addSite({
    key: 'desa',
    name: 'Desa',
    timeZone: 'Asia/Jakarta',
    settings: {},
    loopback: false,
    intranet: false,
    addedAt: 0,
    origins: [{ origin: 'https://desa.go.id', role: 'primary' }],
  })
  const live = createLiveArticles(1)
  const takeTurns = createTurnTaker(createLedger(database), live)
  await takeTurns([vote(1, 1)])
  return { live, takeTurns }
}

const own = { choice: 'puas', standing: 'counted' }

test('a vote whose article leaves the memory meanwhile is answered from the disk', async () => {
  const { live, takeTurns } = await open()
  expect(live.get(id(1))?.stored).toBe(true)
  const taking = takeTurns([vote(1, 2)])
  for (const n of [2, 3, 4]) live.add(id(n), null)
  expect(live.get(id(1))).toBeUndefined()
  expect(await taking).toMatchObject([{ votes: { puas: 2 }, own }])
  expect(live.get(id(1))?.state.votes.puas).toBe(2)
})

test('so is one about whose article the memory is in doubt by then', async () => {
  const { live, takeTurns } = await open()
  const taking = takeTurns([vote(1, 2)])
  live.doubt('desa', id(1).key)
  expect(await taking).toMatchObject([{ votes: { puas: 2 }, own }])
  expect(live.get(id(1))?.stale).toBe(false)
})

test('a withdrawal of what was never there makes no article', async () => {
  const { live, takeTurns } = await open()
  expect(await takeTurns([{ ...vote(7, 1), choice: null }])).toEqual([null])
  expect(live.get(id(7))).toBeUndefined()
})

test('an answer of the database without its array is a fault, not an empty list', () => {
  for (const rows of [undefined, [], [[]], [[7]]])
    expect(() => articlesFrom(rows)).toThrow(TypeError)
  expect(articlesFrom([['[]']])).toEqual([])
})
