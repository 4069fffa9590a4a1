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
      const change = {
        name: 'Desa Baru',
        timeZone: 'Asia/Jayapura',
        settings: {},
        day: '2026-03-01',
      }
      expect(await store.changeSite('desa', change, auditAt(1))).toBe(true)
      expect(await store.changeSite('tiada', change, auditAt(2))).toBe(false)
      expect(await store.readSites()).toMatchObject([
        { name: 'Desa Baru', timeZone: 'Asia/Jayapura', settings: {} },
      ])
      expect(await query('select at, actor from audit')).toEqual([[1, 'ibu@desa.go.id']])
    })

    const ASKED = { question: 'Apakah ini jelas?', labels: { puas: 'Jelas' } }
    const SHIPPED = {
      question: 'Bagaimana Tanggapan Anda?',
      labels: {
        'sangat-puas': 'Sangat Puas',
        puas: 'Puas',
        'cukup-puas': 'Cukup Puas',
        'tidak-puas': 'Tidak Puas',
      },
    }
    const CLEAR = { question: 'Apakah ini jelas?', labels: { ...SHIPPED.labels, puas: 'Jelas' } }

    test('another wording is kept with the one before it, whoever changes the settings', async () => {
      const { store } = await filled()
      const settings = { wording: { id: ASKED } }
      await store.setSettings('desa', settings, { at: 11, day: '2026-03-01' })
      const change = { name: 'Desa', timeZone: 'Asia/Jakarta', settings: {}, day: '2026-03-02' }
      await store.changeSite('desa', change, auditAt(12))
      expect(await store.readWordings('desa')).toEqual([
        {
          ...{ site: 'desa', language: 'id', at: 11, day: '2026-03-01' },
          ...{ former: SHIPPED, wording: CLEAR },
        },
        {
          ...{ site: 'desa', language: 'id', at: 12, day: '2026-03-02' },
          ...{ former: CLEAR, wording: SHIPPED },
        },
      ])
    })

    test('what readers are asked as before is no change; each language has its own', async () => {
      const { store } = await filled()
      const moment = { at: 1, day: '2026-03-01' }
      const same = { id: { question: 'Bagaimana Tanggapan Anda?', labels: { puas: 'Puas' } } }
      await store.setSettings('desa', { wording: same, results: 'never' }, moment)
      expect(await store.readWordings('desa')).toEqual([])
      const su = { labels: { 'tidak-puas': `"Henteu" & 'teu'` } }
      const both = { ...same, su, en: { question: 'Is this clear?' } }
      await store.setSettings('desa', { wording: both }, { at: 2, day: '2026-03-01' })
      await store.setSettings('desa', { wording: both }, { at: 3, day: '2026-03-02' })
      await store.setSettings('tiada', { wording: both }, { at: 4, day: '2026-03-02' })
      const kept = await store.readWordings('desa')
      expect(kept.map(({ language, at }) => [language, at])).toEqual([
        ['en', 2],
        ['su', 2],
      ])
      expect(kept[1]?.former.labels['tidak-puas']).toBe('Teu sugema')
      expect(kept[1]?.wording).toEqual({
        question: 'Kumaha pamanggih Anjeun?',
        labels: {
          ...{ 'sangat-puas': 'Sugema pisan', puas: 'Sugema', 'cukup-puas': 'Cekap sugema' },
          'tidak-puas': `"Henteu" & 'teu'`,
        },
      })
      expect(await store.readWordings('tiada')).toEqual([])
    })
  })
}
