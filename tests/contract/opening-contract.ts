import { describe, expect, onTestFinished, test } from 'vitest'
import type { AuditEntry, Import, KeptOpening, Opening, Site } from '../../server/store/store.ts'
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

    async function begun({ store }: OpenedStore, more: Partial<Import> = {}): Promise<Import> {
      const counts = { planned: 9, added: 0, removed: 0 }
      const given = {
        site: 'desa',
        ...OLD,
        estimate: false,
        kind: 'table',
        file: 'lama.csv',
        at: 5,
      }
      const whole = { ...given, ...counts, ...more } as Import
      return { ...whole, id: await store.addImport(whole) }
    }
    const kept = (n: number, more: Partial<KeptOpening> = {}): KeptOpening => {
      return { ...opening(n), broughtBy: null, ...more }
    }

    test('are given to many articles at once, which are known from then on', async () => {
      const opened = await filled()
      const { store } = opened
      const brought = await begun(opened)
      expect(await store.addOpenings(brought, [opening(1), opening(2)], AUDIT)).toBe(2)
      const [first, other] = await store.readArticles([
        { site: 'desa', key: keyOf(1) },
        { site: 'kota', key: keyOf(1) },
      ])
      const { key: _, ...told } = opening(1)
      expect(first).toMatchObject({ views: 0, votes: NO_VOTES, opening: told })
      expect(other?.opening).toBeNull()
      expect(await store.readOpened('desa', [keyOf(2), keyOf(3)])).toEqual(new Set([keyOf(2)]))
      expect(await actions(opened)).toEqual(['add-openings'])
      expect(await store.readImport('desa', brought.id)).toEqual({ ...brought, added: 2 })
      expect(await store.readImport('kota', brought.id)).toBeNull()
    })

    test('stay as they are where an article has one, and then there is nothing to log', async () => {
      const opened = await filled()
      const { store } = opened
      await store.addOpenings(await begun(opened), [opening(1)], AUDIT)
      const again = opening(1, { views: 7, source: 'lain' })
      const second = await begun(opened)
      expect(await store.addOpenings(second, [again], AUDIT)).toBe(0)
      const state = await store.readArticle({ site: 'desa', key: keyOf(1) }, null)
      expect(state.opening).toMatchObject({ views: 101, source: OLD.source })
      expect(await actions(opened)).toEqual(['add-openings'])
      expect((await store.readImport('desa', second.id))?.added).toBe(0)
    })

    test('are shown at once where an article was seen before', async () => {
      const opened = await filled()
      const { store } = opened
      const article = { site: 'desa', key: keyOf(1) }
      const [turn, day, voter] = [1, '2026-03-01', 'ab'.repeat(16)]
      await store.takeTurn({
        ...{ article, voter, turn, choice: 'puas', day, hour: 492_000, verdict: COUNTED },
      })
      expect((await store.readArticle(article, null)).opening).toBeNull()
      const brought = await begun(opened)
      await store.addOpenings(brought, [opening(1)], AUDIT)
      const votes = { ...NO_VOTES, puas: 1 }
      expect(await store.readArticle(article, null)).toMatchObject({
        votes,
        opening: { views: 101 },
      })
      await store.removeOpenings(brought, 10, AUDIT)
      expect(await store.readArticle(article, null)).toMatchObject({ votes, opening: null })
      expect(await store.changeOpening(article, null, kept(1, { views: 5 }), AUDIT)).toBe(true)
      expect(await store.readArticle(article, null)).toMatchObject({ votes, opening: { views: 5 } })
    })

    test('of one import are taken back in pieces, and no others', async () => {
      const opened = await filled()
      const { store } = opened
      const brought = await begun(opened)
      const other = await begun(opened, { source: 'lain' })
      await store.addOpenings(brought, [opening(1), opening(2), opening(3)], AUDIT)
      await store.addOpenings(other, [opening(4), opening(5)], AUDIT)
      const town = await begun(opened, { site: 'kota' })
      await store.addOpenings(town, [opening(1)], { ...AUDIT, site: 'kota' })
      const undo = { ...AUDIT, action: 'remove-openings' }
      expect(await store.removeOpenings(brought, 2, undo)).toBe(2)
      expect(await store.removeOpenings(brought, 2, undo)).toBe(1)
      expect(await store.removeOpenings(brought, 2, undo)).toBe(0)
      const keys = [1, 2, 3, 4, 5].map(keyOf)
      expect(await store.readOpened('desa', keys)).toEqual(new Set([keyOf(4), keyOf(5)]))
      expect(await store.readOpened('kota', keys)).toEqual(new Set([keyOf(1)]))
      expect(await actions(opened)).toEqual([
        ...['add-openings', 'add-openings', undo.action, undo.action],
      ])
      expect(await store.readImport('desa', brought.id)).toMatchObject({ added: 3, removed: 3 })
      const { entries } = await store.readImports('desa', { after: null, most: 5 })
      expect(entries.map(({ id }) => id)).toEqual([other.id, brought.id])
    })

    test('that were changed by hand are no longer of their import', async () => {
      const opened = await filled()
      const { store } = opened
      const article = { site: 'desa', key: keyOf(1) }
      const brought = await begun(opened)
      await store.addOpenings(brought, [opening(1), opening(2)], AUDIT)
      const before = await store.readOpening(article)
      expect(before).toEqual({ ...opening(1), broughtBy: brought.id })
      const corrected = kept(1, { views: 99 })
      expect(await store.changeOpening(article, before, corrected, AUDIT)).toBe(true)
      expect(await store.removeOpenings(brought, 10, AUDIT)).toBe(1)
      expect(await store.readOpening(article)).toEqual(corrected)
      // Put back as it was, it is the import's own again.
      expect(await store.changeOpening(article, corrected, before, AUDIT)).toBe(true)
      expect(await store.removeOpenings(brought, 10, AUDIT)).toBe(1)
    })

    test('change only from what they were thought to be, and say so in the log', async () => {
      const opened = await filled()
      const { store } = opened
      const article = { site: 'desa', key: keyOf(1) }
      const change = (from: KeptOpening | null, to: KeptOpening | null) =>
        store.changeOpening(article, from, to, { ...AUDIT, action: 'opening' })
      expect(await change(kept(1), kept(1, { views: 2 }))).toBe(false)
      expect(await change(null, null)).toBe(false)
      expect(await change(null, kept(1))).toBe(true)
      expect(await change(null, kept(1, { views: 2 }))).toBe(false)
      expect(await change(kept(1, { estimate: true }), null)).toBe(false)
      expect(await store.readOpening(article)).toEqual(kept(1))
      expect(await store.readOpening({ site: 'kota', key: keyOf(1) })).toBeNull()
      expect(await change(kept(1), null)).toBe(true)
      expect(await store.readOpening(article)).toBeNull()
      expect(await actions(opened)).toEqual(['opening', 'opening'])
    })

    test('are listed by site, the latest article first, a page at a time', async () => {
      const opened = await filled()
      const { store } = opened
      const brought = await begun(opened)
      await store.addOpenings(
        brought,
        [1, 2, 3].map((n) => opening(n)),
        AUDIT,
      )
      await store.addOpenings(await begun(opened, { site: 'kota' }), [opening(9)], AUDIT)
      const first = await store.readOpenings('desa', { after: null, most: 2 })
      expect(first.entries.map(({ key }) => key)).toEqual([keyOf(3), keyOf(2)])
      const second = await store.readOpenings('desa', { after: first.next, most: 2 })
      expect(second).toEqual({
        entries: [{ ...opening(1), broughtBy: brought.id }],
        next: null,
      })
    })
  })
}
