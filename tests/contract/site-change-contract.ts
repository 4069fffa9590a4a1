import { describe, expect, onTestFinished, test } from 'vitest'
import type { AuditEntry, Site } from '../../server/store/store.ts'
import type { OpenedStore } from './store-contract.ts'

const SITE: Site = {
  key: 'desa',
  name: 'Desa',
  timeZone: 'Asia/Jakarta',
  settings: { resultsFrom: 9 },
  loopback: false,
  intranet: false,
  addedAt: 0,
  origins: [{ origin: 'https://desa.go.id', role: 'primary' }],
}
const auditAt = (at: number): AuditEntry => {
  return { at, actor: 'ibu@desa.go.id', action: 'change', site: 'desa', article: null, note: '' }
}

/** Changes of a site, in every store. */
export function describeSiteChanges(name: string, open: () => Promise<OpenedStore>): void {
  describe(`changes of a site in ${name}`, () => {
    async function filled(): Promise<OpenedStore> {
      const opened = await open()
      onTestFinished(() => opened.close())
      await opened.store.addSite(SITE)
      return opened
    }

    test('origins come and go, the primary one stays; what changed nothing is not audited', async () => {
      const { store, query } = await filled()
      const cermin = 'https://cermin.example'
      expect(await store.addOrigin('desa', cermin, 'mirror', auditAt(1))).toBe(true)
      expect(await store.addOrigin('desa', cermin, 'additional', auditAt(2))).toBe(false)
      expect(await store.addOrigin('tiada', cermin, 'mirror', auditAt(3))).toBe(false)
      expect((await store.readSites())[0]?.origins).toMatchObject([
        { origin: cermin, role: 'mirror' },
        { origin: 'https://desa.go.id', role: 'primary' },
      ])
      expect(await store.removeOrigin('desa', 'https://desa.go.id', auditAt(4))).toBe(false)
      expect(await store.removeOrigin('desa', cermin, auditAt(5))).toBe(true)
      expect(await store.removeOrigin('desa', cermin, auditAt(6))).toBe(false)
      expect((await store.readSites())[0]?.origins).toMatchObject(SITE.origins)
      expect(await query('select at from audit order by id')).toEqual([[1], [5]])
    })

    test('name, zone and settings change together', async () => {
      const { store, query } = await filled()
      const change = { name: 'Desa Baru', timeZone: 'Asia/Jayapura', settings: {} }
      expect(await store.changeSite('desa', change, auditAt(1))).toBe(true)
      expect(await store.changeSite('tiada', change, auditAt(2))).toBe(false)
      expect(await store.readSites()).toMatchObject([change])
      expect(await query('select at, actor from audit')).toEqual([[1, 'ibu@desa.go.id']])
    })
  })
}
