import { expect, onTestFinished, test } from 'vitest'
import type { GatheredOpening } from '../../server/domain/opening/gather-openings.ts'
import {
  alreadyOpened,
  importsFrom,
  moveIn,
  moveOut,
  piecesOf,
} from '../../server/domain/opening/move-in.ts'
import { createOpeningBook } from '../../server/domain/opening/opening-book.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import type { Import } from '../../server/store/store.ts'
import { NO_VOTES } from '../../shared/votes-by-choice.ts'
import { openMigrated } from '../support/opened-database.ts'

const FROM = { site: 'desa', source: 'Penghitung lama', date: '2026-01-31' }
const keyOf = (n: number) => `desa.go.id/${n}`
const many = (howMany: number): GatheredOpening[] =>
  Array.from({ length: howMany }, (_, n) => {
    return { key: keyOf(n), views: n, votes: { ...NO_VOTES, puas: 1 } }
  })

async function opened() {
  const database = await openMigrated(':memory:')
  const store = createSharedStore(database)
  onTestFinished(() => store.close())
  await store.addSite({
    ...{ key: 'desa', name: 'Desa', timeZone: 'Asia/Jakarta', settings: {} },
    ...{ loopback: false, intranet: false, addedAt: 0 },
    origins: [{ origin: 'https://desa.go.id', role: 'primary' }],
  })
  const begin = async (more: Partial<Import> = {}): Promise<Import> => {
    const given = { ...FROM, estimate: true, kind: 'table', file: 'lama.csv', at: 5, planned: 450 }
    const whole = { ...given, added: 0, removed: 0, ...more } as Import
    return { ...whole, id: await store.addImport(whole) }
  }
  const ending = new AbortController()
  const told: number[] = []
  const moving = {
    ...{ actor: 'ibu', clock: () => 9000, signal: ending.signal },
    told: (done: number) => void told.push(done),
  }
  const audit = () =>
    database.read({ sql: 'select at, actor, action, note from audit order by id' })
  return { database, store, begin, ending, told, moving, audit }
}

test('an import comes in piece by piece, again where it was stopped, and goes whole', async () => {
  const { store, begin, ending, told, moving, audit } = await opened()
  const brought = await begin()
  const pieces = [...piecesOf(many(450))]
  expect(pieces.map((some) => some.length)).toEqual([200, 200, 50])
  const cut = {
    ...moving,
    told(done: number) {
      told.push(done)
      ending.abort()
    },
  }
  await expect(moveIn(store, brought, pieces, cut)).rejects.toThrow('aborted')
  expect(told).toEqual([200])
  expect(await alreadyOpened(store, 'desa', many(450))).toEqual(
    new Set(Array.from({ length: 200 }, (_, n) => keyOf(n))),
  )

  const on = { ...moving, signal: new AbortController().signal }
  expect(await moveIn(store, brought, pieces, on)).toBe(250)
  expect(told.slice(1)).toEqual([200, 400, 450])
  expect((await store.readArticle({ site: 'desa', key: keyOf(449) }, null)).opening).toEqual({
    ...{ views: 449, votes: { ...NO_VOTES, puas: 1 }, source: FROM.source, date: FROM.date },
    estimate: true,
  })

  await expect(moveOut(store, brought, { ...moving })).rejects.toThrow('aborted')
  expect(await moveOut(store, brought, on)).toBe(450)
  expect(told.slice(4)).toEqual([200, 400, 450])
  expect((await alreadyOpened(store, 'desa', many(450))).size).toBe(0)
  const notes = (await audit()).map((line) => line.join(' | '))
  expect(notes[0]).toBe(
    `9 | ibu | add-openings | import ${brought.id}: Penghitung lama, 2026-01-31: 200 articles`,
  )
  expect(notes.at(-1)).toMatch(
    /^9 \| ibu \| remove-openings \| import \d+: Penghitung lama, 2026-01-31/,
  )
})

test('a site’s imports from one source and day are found among all others', async () => {
  const { store, begin } = await opened()
  const first = await begin()
  await begin({ date: '2026-02-01' })
  await begin({ source: 'Plugin' })
  const last = await begin()
  const found = await importsFrom(store, FROM)
  expect(found.map(({ id }) => id).sort()).toEqual([first.id, last.id].sort())
  expect(await importsFrom(store, { ...FROM, site: 'kota' })).toEqual([])
})

test('a balance that somebody else changed first is left alone, and 200 changes are remembered', async () => {
  const { store } = await opened()
  await store.verifyArticles('desa', [{ key: keyOf(1), title: null }], true)
  const book = createOpeningBook(store, nodeRandom)
  const by = { at: 1, actor: 'ibu' }
  const balance = (views: number) => {
    return { views, votes: NO_VOTES, source: 'Lama', date: '2026-01-31', estimate: false }
  }
  const kept = (views: number) => ({ ...balance(views), key: keyOf(1), broughtBy: null })
  const change = (from: number, to: number) =>
    book.change('desa', keyOf(1), from ? kept(from) : null, to ? balance(to) : null, by)

  const ids = [await change(0, 1)]
  expect(await change(0, 2)).toBeUndefined()
  expect(await change(7, 2)).toBeUndefined()
  expect(await change(1, 1)).toBeUndefined()
  for (let n = 1; n <= 200; n++) ids.push(await change(n, n + 1))
  expect(book.find('desa', ids[0] ?? '')).toBeUndefined()
  expect(book.find('desa', ids[1] ?? '')).toMatchObject({ before: kept(1), after: kept(2) })
  expect(book.find('kota', ids[1] ?? '')).toBeUndefined()
  // Only the latest is still as it was left.
  expect(await book.undo('desa', ids[1] ?? '', by)).toBe(false)
  expect(await book.undo('desa', ids[200] ?? '', by)).toBe(true)
  expect(await book.undo('desa', ids[200] ?? '', by)).toBe(false)
  const { opening } = await store.readArticle({ site: 'desa', key: keyOf(1) }, null)
  expect(opening).toMatchObject({ views: 200 })
})
