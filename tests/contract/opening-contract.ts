import { describe, expect, onTestFinished, test } from 'vitest'
import type { AuditEntry, Opening, Site } from '../../server/store/store.ts'
import { COUNTED } from '../../shared/standing.ts'
import { NO_VOTES } from '../../shared/votes-by-choice.ts'
import type { OpenedStore } from './store-contract.ts'

const SITE: Site = {
  key: 'desa',
  name: 'Desa',
  timeZone: 'Asia/Jakarta',
  settings: {},
  loopback: false,
  intranet: false,
  addedAt: 0,
  origins: [{ origin: 'https://desa.go.id', role: 'primary' }],
}
const AUDIT: AuditEntry = {
  ...{ at: 1, actor: 'operator', action: 'add-openings', site: 'desa', article: null, note: 'x' },
}
const OLD = { source: 'Penghitung lama', date: '2026-01-31' }
const keyOf = (n: number) => `desa.go.id/${n}`

function opening(n: number, more: Partial<Opening> = {}): Opening {
  const votes = { ...NO_VOTES, puas: n }
  return { key: keyOf(n), views: 100 + n, votes, ...OLD, estimate: false, ...more }
}

/** Opening balances of many articles, in every store. */
export function describeOpenings(name: string, open: () => Promise<OpenedStore>): void {
  describe(`opening balances in ${name}`, () => {
    async function filled(): Promise<OpenedStore> {
      const opened = await open()
      onTestFinished(() => opened.close())
      await opened.store.addSite(SITE)
      await opened.store.addSite({ ...SITE, key: 'kota', origins: [] })
      return opened
    }
    const actions = async ({ query }: OpenedStore) =>
      (await query(`select action from audit where site = 'desa' order by id`)).flat()

    test('are given to many articles at once, which are known from then on', async () => {
      const opened = await filled()
      const { store } = opened
      expect(await store.addOpenings('desa', [opening(1), opening(2)], AUDIT)).toBe(2)
      const [first, other] = await store.readArticles([
        { site: 'desa', key: keyOf(1) },
        { site: 'kota', key: keyOf(1) },
      ])
      const { key: _, ...told } = opening(1)
      expect(first).toMatchObject({ views: 0, votes: NO_VOTES, opening: told })
      expect(other?.opening).toBeNull()
      expect(await store.readOpened('desa', [keyOf(2), keyOf(3)])).toEqual(new Set([keyOf(2)]))
      expect(await actions(opened)).toEqual(['add-openings'])
    })

    test('stay as they are where an article has one, and then there is nothing to log', async () => {
      const opened = await filled()
      const { store } = opened
      await store.addOpenings('desa', [opening(1)], AUDIT)
      const again = opening(1, { views: 7, source: 'lain' })
      expect(await store.addOpenings('desa', [again], AUDIT)).toBe(0)
      const state = await store.readArticle({ site: 'desa', key: keyOf(1) }, null)
      expect(state.opening).toMatchObject({ views: 101, source: OLD.source })
      expect(await actions(opened)).toEqual(['add-openings'])
    })

    test('are shown at once where an article was seen before', async () => {
      const { store } = await filled()
      const article = { site: 'desa', key: keyOf(1) }
      const [turn, day, voter] = [1, '2026-03-01', 'ab'.repeat(16)]
      await store.takeTurn({
        ...{ article, voter, turn, choice: 'puas', day, hour: 492_000, verdict: COUNTED },
      })
      expect((await store.readArticle(article, null)).opening).toBeNull()
      await store.addOpenings('desa', [opening(1)], AUDIT)
      const votes = { ...NO_VOTES, puas: 1 }
      expect(await store.readArticle(article, null)).toMatchObject({
        votes,
        opening: { views: 101 },
      })
      await store.removeOpenings('desa', OLD, 10, AUDIT)
      expect(await store.readArticle(article, null)).toMatchObject({ votes, opening: null })
    })

    test('of one source and date are taken back in pieces, and no others', async () => {
      const opened = await filled()
      const { store } = opened
      const kept = [opening(4, { source: 'lain' }), opening(5, { date: '2025-12-31' })]
      await store.addOpenings('desa', [opening(1), opening(2), opening(3), ...kept], AUDIT)
      await store.addOpenings('kota', [opening(1)], { ...AUDIT, site: 'kota' })
      const undo = { ...AUDIT, action: 'remove-openings' }
      expect(await store.removeOpenings('desa', OLD, 2, undo)).toBe(2)
      expect(await store.removeOpenings('desa', OLD, 2, undo)).toBe(1)
      expect(await store.removeOpenings('desa', OLD, 2, undo)).toBe(0)
      const keys = [1, 2, 3, 4, 5].map(keyOf)
      expect(await store.readOpened('desa', keys)).toEqual(new Set([keyOf(4), keyOf(5)]))
      expect(await store.readOpened('kota', keys)).toEqual(new Set([keyOf(1)]))
      expect(await actions(opened)).toEqual(['add-openings', ...Array(2).fill(undo.action)])
    })
  })
}
