import { describe, expect, onTestFinished, test } from 'vitest'
import type {
  AuditEntry,
  Digest,
  NewAlertRule,
  NewDelivery,
  Site,
} from '../../server/store/store.ts'
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
const auditAt = (at: number): AuditEntry => ({
  ...{ at, actor: 'ibu@desa.go.id', action: 'alert', site: null, article: null, note: '' },
})
const RULE: NewAlertRule = {
  ...{ key: 'a1', about: { site: 'desa' }, kind: 'index' },
  ...{ bound: 7661, least: 30, span: 30 },
  ...{ webhook: 'https://pesan.go.id/x', intranet: false, mails: ['ibu@desa.go.id'] },
  ...{ language: 'id', tellsEnd: true },
}
const FRESH = { secretTurn: 0, renewedAt: null, state: 'ok', firedAt: null, endedAt: null }
const message = (id: string, occasion = 'began'): NewDelivery => ({
  ...{ id, occasion, means: 'webhook', destination: 'https://pesan.go.id/x', body: `{"${id}":1}` },
})
const DIGEST: Digest = {
  ...{ office: 'dinkes', active: true, weekday: 5, hour: 6, timeZone: 'Asia/Jakarta' },
  ...{ mails: ['kepala@dinkes.go.id', 'sekretaris@dinkes.go.id'], language: 'en' },
}

/** Alert rules, digests and what is on its way, in every store. */
export function describeAlerts(name: string, open: () => Promise<OpenedStore>): void {
  describe(`alerts in ${name}`, () => {
    async function filled(): Promise<OpenedStore> {
      const opened = await open()
      onTestFinished(() => opened.close())
      await opened.store.addSite(SITE)
      const office = { key: 'dinkes', name: 'Dinkes', parent: null }
      await opened.store.addOffice(office, auditAt(1))
      return opened
    }

    test('a rule is kept as it was set, about a site, an office or the server', async () => {
      const { store, query } = await filled()
      const office: NewAlertRule = {
        ...{ ...RULE, key: 'a2', about: { office: 'dinkes' }, kind: 'burst', webhook: null },
        ...{ bound: null, least: null, span: null, language: 'en', tellsEnd: false },
      }
      const server: NewAlertRule = {
        ...{ ...RULE, key: 'a3', about: 'server', kind: 'backup', mails: [], intranet: true },
        ...{ bound: null, least: null, span: 36 },
      }
      for (const rule of [RULE, office, server]) {
        expect(await store.addAlertRule(rule, auditAt(7))).toBe(true)
      }
      expect(await store.readAlertRules()).toEqual(
        [RULE, office, server].map((rule) => ({ ...rule, ...FRESH })),
      )
      expect(await store.readAlertRule('a2')).toEqual({ ...office, ...FRESH })
      expect(await store.readAlertRule('a4')).toBeNull()
      expect(await query('select count(*) from audit where at = 7')).toEqual([[3]])
    })

    test('there is no rule about a place that there is not', async () => {
      const { store, query } = await filled()
      const tiada = [{ site: 'tiada' }, { office: 'tiada' }]
      for (const about of tiada) {
        expect(await store.addAlertRule({ ...RULE, about }, auditAt(7))).toBe(false)
      }
      expect(await store.readAlertRules()).toEqual([])
      expect(await query('select count(*) from audit where at = 7')).toEqual([[0]])
    })

    test('a rule fires once and ends once, each with its messages', async () => {
      const { store } = await filled()
      await store.addAlertRule(RULE, auditAt(7))
      const seen = async () => {
        const rule = await store.readAlertRule('a1')
        return [rule?.state, rule?.firedAt, rule?.endedAt]
      }
      expect(await store.moveAlert('a1', 'resolved', 99, [message('m0')])).toBe(false)
      const both = await Promise.all([
        store.moveAlert('a1', 'firing', 100, [message('m1'), message('m2')]),
        store.moveAlert('a1', 'firing', 100, [message('m3'), message('m4')]),
      ])
      expect(both.filter(Boolean)).toHaveLength(1)
      expect(await seen()).toEqual(['firing', 100, null])
      expect(await store.readDeliveries({ rule: 'a1' }, 50)).toHaveLength(2)
      expect(await store.moveAlert('a1', 'resolved', 200, [message('m5', 'ended')])).toBe(true)
      expect(await store.moveAlert('a1', 'resolved', 201, [message('m6', 'ended')])).toBe(false)
      expect(await seen()).toEqual(['resolved', 100, 200])
      expect(await store.moveAlert('a1', 'firing', 300, [])).toBe(true)
      expect(await seen()).toEqual(['firing', 300, 200])
      const [latest, ...older] = await store.readDeliveries({ rule: 'a1' }, 50)
      expect([latest?.id, older.length]).toEqual(['m5', 2])
    })

    test('other figures begin anew, another destination does not', async () => {
      const { store } = await filled()
      await store.addAlertRule(RULE, auditAt(7))
      await store.moveAlert('a1', 'firing', 100, [])
      const elsewhere = { ...RULE, mails: [], tellsEnd: false }
      expect(await store.changeAlertRule('a1', elsewhere, auditAt(8))).toBe(true)
      expect(await store.readAlertRule('a1')).toMatchObject({
        ...{ mails: [], tellsEnd: false, state: 'firing', firedAt: 100 },
      })
      expect(await store.changeAlertRule('a1', { ...RULE, least: 31 }, auditAt(9))).toBe(true)
      expect(await store.readAlertRule('a1')).toEqual({ ...RULE, ...FRESH, least: 31 })
      expect(await store.changeAlertRule('tiada', RULE, auditAt(9))).toBe(false)
    })

    test('a secret is renewed, and a rule goes with its messages', async () => {
      const { store, query } = await filled()
      await store.addAlertRule(RULE, auditAt(7))
      expect(await store.renewAlertSecret('a1', auditAt(8))).toBe(true)
      expect(await store.renewAlertSecret('tiada', auditAt(8))).toBe(false)
      expect(await store.readAlertRule('a1')).toMatchObject({ secretTurn: 1, renewedAt: 8 })
      await store.addDeliveries({ rule: 'a1' }, 9, [message('m1', 'test')])
      expect(await store.removeAlertRule('a1', auditAt(10))).toBe(true)
      expect(await store.removeAlertRule('a1', auditAt(10))).toBe(false)
      expect(await query('select count(*) from deliveries')).toEqual([[0]])
      expect(await query('select count(*) from audit where at = 10')).toEqual([[1]])
    })

    test('what is due is taken by one, and its outcome is theirs to keep', async () => {
      const { store } = await filled()
      await store.addAlertRule(RULE, auditAt(7))
      await store.addDeliveries({ rule: 'a1' }, 100, [message('m1'), message('m2')])
      expect(await store.claimDeliveries(99, 199, 10)).toEqual([])
      const taken = await Promise.all([
        store.claimDeliveries(100, 220, 10),
        store.claimDeliveries(100, 220, 10),
      ])
      expect(taken.flat().map(({ id }) => id)).toEqual(['m1', 'm2'])
      expect(taken.flat()[0]).toEqual({
        ...{ ...message('m1'), of: { rule: 'a1' }, createdAt: 100, attempts: 1, triedAt: null },
        ...{ nextAttempt: 220, outcome: 'waiting', answer: null },
      })
      const failed = { at: 101, answer: '500', next: 106, outcome: 'waiting' } as const
      await store.settleDelivery('m1', 220, failed)
      const done = { at: 102, answer: '200', next: null, outcome: 'delivered' } as const
      await store.settleDelivery('m2', 220, done)
      // Who took it long ago has no say any more.
      await store.settleDelivery('m1', 220, done)
      const [again, ...others] = await store.claimDeliveries(106, 226, 10)
      expect(others).toEqual([])
      expect(again).toMatchObject({ id: 'm1', attempts: 2, triedAt: 101, answer: '500' })
      const [first, second] = await store.readDeliveries({ rule: 'a1' }, 50)
      expect(first).toMatchObject({ id: 'm1', body: '{"m1":1}', nextAttempt: 226 })
      expect(second).toMatchObject({ id: 'm2', body: '', nextAttempt: null, answer: '200' })
      await store.dropDeliveries(101)
      expect((await store.readDeliveries({ rule: 'a1' }, 50)).map(({ id }) => id)).toEqual(['m1'])
    })

    test('a digest is kept, and handed over once for each day', async () => {
      const { store } = await filled()
      expect(await store.setDigest({ ...DIGEST, office: 'tiada' }, auditAt(7))).toBe(false)
      expect(await store.setDigest({ ...DIGEST, active: false }, auditAt(7))).toBe(true)
      expect(await store.setDigest(DIGEST, auditAt(8))).toBe(true)
      expect(await store.readDigests()).toEqual([DIGEST])
      const letter = (id: string, day: string) => ({ ...message(id, day), means: 'mail' as const })
      expect(await store.wasDigestSent('dinkes', '2026-03-06')).toBe(false)
      const both = await Promise.all(
        ['d1', 'd2'].map((id) =>
          store.sendDigest('dinkes', '2026-03-06', 5, [
            letter(`${id}a`, '2026-03-06'),
            letter(`${id}b`, '2026-03-06'),
          ]),
        ),
      )
      expect(both.filter(Boolean)).toHaveLength(1)
      expect(await store.wasDigestSent('dinkes', '2026-03-06')).toBe(true)
      expect(await store.readDeliveries({ office: 'dinkes' }, 50)).toHaveLength(2)
      const next = [letter('d3', '2026-03-13')]
      expect(await store.sendDigest('dinkes', '2026-03-13', 6, next)).toBe(true)
      expect(await store.readDeliveries({ office: 'dinkes' }, 1)).toMatchObject([
        { id: 'd3', of: { office: 'dinkes' }, occasion: '2026-03-13', means: 'mail' },
      ])
    })

    test('held bursts are told by unit and day, and nothing else that waits', async () => {
      const { store, run: write } = await filled()
      const keys = ['desa.go.id/a', 'desa.go.id/b', 'desa.go.id/c']
      await store.verifyArticles(
        'desa',
        keys.map((key) => ({ key, title: null })),
        true,
      )
      await write(`update articles set unit = 4 where key = 'desa.go.id/c'`)
      const insert = `insert into uncounted (article, day, standing, reason, puas, tidak_puas)
        select id, '2026-03-05', `
      await write(`${insert} 'pending', 'burst', 3, 4 from articles`)
      await write(`${insert} 'pending', 'network', 50, 0 from articles`)
      await write(`${insert} 'excluded', 'burst', 0, 60 from articles`)
      expect(await store.readHeldBursts('2026-03-04')).toEqual([])
      expect(await store.readHeldBursts('2026-03-05')).toEqual([
        { site: 'desa', unit: 0, articles: 2, votes: 14 },
        { site: 'desa', unit: 4, articles: 1, votes: 7 },
      ])
    })
  })
}
