import { expect, onTestFinished, test } from 'vitest'
import {
  type ChosenGroup,
  createDecisionDesk,
  type DeskDecision,
} from '../../server/domain/moderation/decision-desk.ts'
import { mergedGroups } from '../../server/domain/moderation/merged-groups.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import type { Store } from '../../server/store/store.ts'
import { addVotes } from '../support/add-votes.ts'
import { openMigrated } from '../support/opened-database.ts'

const SITE = { key: 'desa', name: 'Desa', timeZone: 'Asia/Jakarta', settings: {} }
const DAYS = ['2026-03-01', '2026-03-02', '2026-03-03'] as const
const keyOf = (n: number) => `desa.go.id/${n}`
const group = (n: number, more: Partial<ChosenGroup> = {}): ChosenGroup => {
  return { article: keyOf(n), reason: 'burst', from: DAYS[0], to: DAYS[2], ...more }
}

/** Three articles with votes of three days that a burst left, and a desk before them. */
async function opened(more: Partial<Store> = {}, most?: number) {
  const database = await openMigrated(':memory:')
  const store = { ...createSharedStore(database), ...more }
  onTestFinished(() => store.close())
  const origin = { origin: 'https://desa.go.id', role: 'primary' } as const
  const plain = { loopback: false, intranet: false, addedAt: 0, origins: [origin] }
  await store.addSite({ ...SITE, ...plain })
  for (const n of [1, 2, 3]) {
    await store.verifyArticles('desa', [{ key: keyOf(n), title: null }], true)
    for (const [i, day] of DAYS.entries()) {
      const of = { site: 'desa', key: keyOf(n) }
      await addVotes(database, of, day, 10 ** i, { standing: 'pending', reason: 'burst' })
    }
  }
  const works: Promise<unknown>[] = []
  const warnings: string[] = []
  const desk = createDecisionDesk(
    {
      store,
      random: nodeRandom,
      clock: () => 7000,
      keepGoing: (work) => void works.push(work),
      warn: (sentence) => void warnings.push(sentence),
    },
    most,
  )
  const decide = async (groups: readonly ChosenGroup[], fields: Partial<DeskDecision> = {}) => {
    const decision = { site: 'desa', action: 'exclude', standing: 'pending', groups } as const
    const told = { expected: 111, note: 'Serbuan.', actor: 'ibu' }
    const id = desk.begin({ ...decision, ...told, ...fields })
    await Promise.all(works)
    return id
  }
  const standings = () =>
    database.read({
      sql: `select a.key, standing, count(*) from votes join articles a on a.id = article
        group by 1, 2 order by 1, 2`,
    })
  return { database, desk, decide, works, warnings, standings }
}

test('votes of the chosen days alone are decided about, and these can be given back', async () => {
  const { database, desk, decide, works, standings } = await opened()
  const id = await decide([group(1, { to: DAYS[1] }), group(2, { from: DAYS[1], to: DAYS[1] })])
  expect(desk.find('desa', id)).toMatchObject({ state: 'done', changed: 21, undoable: true })
  expect(await standings()).toEqual([
    [keyOf(1), 'excluded', 11],
    [keyOf(1), 'pending', 100],
    [keyOf(2), 'excluded', 10],
    [keyOf(2), 'pending', 101],
    [keyOf(3), 'pending', 111],
  ])
  // Nobody else's.
  expect(desk.find('kota', id)).toBeUndefined()
  expect(desk.undo('kota', id, 'bapak')).toBeUndefined()

  const back = desk.undo('desa', id, 'bapak') ?? ''
  await Promise.all(works)
  expect(desk.find('desa', back)).toMatchObject({ state: 'done', changed: 21, undoes: true })
  expect((await standings()).map(([, standing]) => standing)).toEqual(Array(3).fill('pending'))
  // What was taken back, and what takes back, are not taken back again.
  for (const done of [id, back]) expect(desk.undo('desa', done, 'bapak')).toBeUndefined()
  const audit = await database.read({
    sql: 'select at, actor, action, note, sum(votes) from audit group by 2, 3, 4 order by min(id)',
  })
  expect(audit).toEqual([
    [7, 'ibu', 'exclude', 'Serbuan. [pending, burst]', 21],
    [7, 'bapak', 'suspend', 'Undone: Serbuan. [excluded, burst]', 21],
  ])
})

test('a decision that stops half-way says so to whoever looks, and to the operator', async () => {
  const { desk, decide, warnings } = await opened({
    readVotes: () => Promise.reject(new Error('the disk is full')),
  })
  const id = await decide([group(1)])
  expect(desk.find('desa', id)).toMatchObject({ state: 'failed', changed: 0 })
  expect(warnings).toEqual(['A decision about votes of desa stopped: Error: the disk is full'])
})

test('of too many votes the oldest decision is forgotten, and can’t be taken back any more', async () => {
  const { desk, decide, works } = await opened({}, 230)
  const ids = [await decide([group(1)]), await decide([group(2)])]
  const undoable = () => ids.map((id) => desk.find('desa', id)?.undoable)
  expect(undoable()).toEqual([true, true])
  ids.push(await decide([group(3)]))
  expect(undoable()).toEqual([false, true, true])
  expect(desk.undo('desa', ids[0] ?? '', 'ibu')).toBeUndefined()
  expect(desk.undo('desa', ids[1] ?? '', 'ibu')).toBeDefined()
  await Promise.all(works)
})

test('fifty decisions are remembered, the oldest that has ended goes first', async () => {
  const { desk, decide } = await opened()
  const ids: string[] = []
  for (let n = 0; n < 51; n++) ids.push(await decide([]))
  expect(desk.find('desa', ids[0] ?? '')).toBeUndefined()
  expect(ids.slice(1).every((id) => desk.find('desa', id) !== undefined)).toBe(true)
})

test('days of one article and reason are one group, from the first to the last; bursts lead', () => {
  const of = (article: string, reason: 'burst' | 'network', day: string, votes: number) => {
    return {
      article,
      title: null,
      verified: true,
      standing: 'pending' as const,
      reason,
      day,
      votes,
    }
  }
  const groups = mergedGroups([
    of('a', 'network', DAYS[1], 1),
    of('a', 'network', DAYS[0], 2),
    of('a', 'network', DAYS[2], 4),
    of('b', 'burst', DAYS[2], 8),
    of('b', 'network', DAYS[1], 16),
  ])
  expect(
    groups.map(({ article, reason, from, to, votes }) => [article, reason, from, to, votes]),
  ).toEqual([
    ['b', 'burst', DAYS[2], DAYS[2], 8],
    ['a', 'network', DAYS[0], DAYS[2], 7],
    ['b', 'network', DAYS[1], DAYS[1], 16],
  ])
})
