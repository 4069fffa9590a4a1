import { describe, expect, onTestFinished, test } from 'vitest'
import { refreshSums } from '../../server/domain/report/refresh-sums.ts'
import type {
  AuditEntry,
  FollowUpFilter,
  FollowUpText,
  NewFollowUp,
  Site,
} from '../../server/store/store.ts'
import { reportGround } from '../support/report-ground.ts'
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
const auditAt = (at: number, actor = 'ibu@desa.go.id'): AuditEntry => ({
  ...{ at, actor, action: 'add-follow-up', site: 'desa', article: null, note: 'x' },
})
const TEXT: FollowUpText = {
  issue: 'Waktu tunggu terlalu lama',
  action: 'Tambah loket',
  owner: 'Kepala Puskesmas',
  due: '2026-04-30',
  status: 'open',
}
const WHOLE_SITE: NewFollowUp = {
  ...TEXT,
  about: { site: 'desa', article: null },
  opened: '2026-04-02',
}
const ALL = { after: null, most: 100 }

/** Follow-ups, in every store. */
export function describeFollowUps(name: string, open: () => Promise<OpenedStore>): void {
  describe(`follow-ups in ${name}`, () => {
    /** The site of `dinkes`, whose section `/rs` is the hospital's; an article in each. */
    async function filled(): Promise<OpenedStore> {
      const opened = await open()
      onTestFinished(() => opened.close())
      const { store } = opened
      await store.addSite(SITE)
      await store.addSite({ ...SITE, key: 'kota', origins: [] })
      for (const key of ['dinkes', 'rsud', 'bkd']) {
        await store.addOffice({ key, name: `Kantor ${key}`, parent: null }, auditAt(1))
      }
      await store.assignSite('desa', 'dinkes', auditAt(1))
      const keys = ['desa.go.id/rs/a', 'desa.go.id/b/c', 'desa.go.id/b/d']
      await store.verifyArticles(
        'desa',
        keys.map((key) => ({ key, title: `Judul ${key}` })),
        true,
      )
      const rsud = { site: 'desa', prefix: 'desa.go.id/rs', name: 'RSUD', office: 'rsud' }
      await store.setSection(rsud, auditAt(1))
      await store.assignArticle({ site: 'desa', key: keys[2] ?? '' }, 'bkd', auditAt(1))
      await refreshSums(reportGround(store), Date.parse('2026-04-10T05:00Z'), false)
      return opened
    }

    const issues = async ({ store }: OpenedStore, filter: FollowUpFilter) =>
      (await store.readFollowUps(filter, ALL)).entries.map(({ issue }) => issue)

    async function addAll({ store }: OpenedStore, ...all: readonly Partial<NewFollowUp>[]) {
      for (const each of all) {
        expect(await store.addFollowUp({ ...WHOLE_SITE, ...each }, auditAt(5))).toEqual(
          expect.any(Number),
        )
      }
    }

    test('one is kept as it was written, with its line in the audit log', async () => {
      const { store, query } = await filled()
      const about = { site: 'desa', article: 'desa.go.id/b/c' }
      const id = await store.addFollowUp({ ...WHOLE_SITE, about }, auditAt(7))
      const expected = {
        ...{ ...TEXT, id, about, opened: '2026-04-02', ended: null },
        ...{ title: 'Judul desa.go.id/b/c', answering: 'dinkes' },
        ...{ createdBy: 'ibu@desa.go.id', changedBy: 'ibu@desa.go.id', changedAt: 7 },
      }
      expect(await store.readFollowUp(id ?? 0)).toEqual(expected)
      expect((await store.readFollowUps({ sites: ['desa'] }, ALL)).entries).toEqual([expected])
      expect(await query('select actor, action from audit where at = 7')).toEqual([
        ['ibu@desa.go.id', 'add-follow-up'],
      ])
      expect(await store.readFollowUp(9999)).toBeNull()
    })

    test('nothing is kept about a site, article or office that there is not', async () => {
      const { store, query } = await filled()
      for (const about of [
        { site: 'tiada', article: null },
        { site: 'desa', article: 'desa.go.id/tiada' },
        { site: 'kota', article: 'desa.go.id/b/c' },
        { office: 'tiada' },
      ]) {
        expect(await store.addFollowUp({ ...WHOLE_SITE, about }, auditAt(7))).toBeNull()
      }
      expect(await query('select count(*) from follow_ups')).toEqual([[0]])
      expect(await query('select count(*) from audit where at = 7')).toEqual([[0]])
    })

    test('a change is audited; the day it ended stays until it goes on', async () => {
      const { store, query } = await filled()
      const id = Number(await store.addFollowUp(WHOLE_SITE, auditAt(7)))
      const change = (status: FollowUpText['status'], today: string, at: number) =>
        store.changeFollowUp(id, { ...TEXT, status }, today, auditAt(at, 'pak@desa.go.id'))
      const seen = async () => {
        const found = await store.readFollowUp(id)
        return [found?.status, found?.ended, found?.changedBy, found?.createdBy]
      }
      expect(await change('done', '2026-04-10', 8)).toBe(true)
      expect(await seen()).toEqual(['done', '2026-04-10', 'pak@desa.go.id', 'ibu@desa.go.id'])
      await change('dropped', '2026-04-20', 9)
      expect((await seen()).slice(0, 2)).toEqual(['dropped', '2026-04-10'])
      await change('under-way', '2026-04-21', 10)
      expect((await seen()).slice(0, 2)).toEqual(['under-way', null])
      expect(await query('select count(*) from audit where at between 8 and 10')).toEqual([[3]])
      expect(await store.changeFollowUp(9999, TEXT, '2026-04-10', auditAt(11))).toBe(false)
      expect(await query('select count(*) from audit where at = 11')).toEqual([[0]])
    })

    test('an office finds what it answers for: its own, its section’s, its site’s', async () => {
      const opened = await filled()
      await addAll(
        opened,
        { issue: 'situs' },
        { issue: 'bagian', about: { site: 'desa', article: 'desa.go.id/rs/a' } },
        { issue: 'artikel', about: { site: 'desa', article: 'desa.go.id/b/d' } },
        { issue: 'kantor', about: { office: 'rsud' } },
        { issue: 'lain', about: { site: 'kota', article: null } },
      )
      expect(await issues(opened, { answering: ['dinkes'] })).toEqual(['situs'])
      expect(await issues(opened, { answering: ['rsud'] })).toEqual(['bagian', 'kantor'])
      expect(await issues(opened, { answering: ['bkd', 'dinkes'] })).toEqual(['situs', 'artikel'])
      expect(await issues(opened, { sites: ['kota'], offices: ['rsud'] })).toEqual([
        'kantor',
        'lain',
      ])
      expect(await issues(opened, { article: 'desa.go.id/b/d' })).toEqual(['artikel'])
      expect(await issues(opened, { sites: [], offices: [] })).toEqual([])
    })

    test('a period has what was written down, due or open in it', async () => {
      const opened = await filled()
      await addAll(
        opened,
        { issue: 'before', opened: '2026-01-05', due: '2026-02-01' },
        { issue: 'long open', opened: '2026-01-06', due: '2026-02-02' },
        { issue: 'in it', opened: '2026-04-05', due: '2026-09-01' },
        { issue: 'due in it', opened: '2026-08-01', due: '2026-06-30' },
        { issue: 'later', opened: '2026-07-01', due: '2026-09-02' },
      )
      const [[before]] = (await opened.query(
        `select id from follow_ups where issue = 'before'`,
      )) as [[number]]
      await opened.store.changeFollowUp(
        before,
        { ...TEXT, issue: 'before', due: '2026-02-01', status: 'done' },
        '2026-03-31',
        auditAt(8),
      )
      const within = (from: string, to: string) => issues(opened, { within: { from, to } })
      expect(await within('2026-04-01', '2026-06-30')).toEqual(['long open', 'due in it', 'in it'])
      expect(await within('2026-01-01', '2026-03-31')).toEqual(['before', 'long open'])
    })

    test('pages follow each other by the due day, within their filter', async () => {
      const opened = await filled()
      const dues = ['2026-05-01', '2026-04-01', '2026-06-01', '2026-04-01', '2026-05-15']
      await addAll(
        opened,
        ...dues.map(
          (due, i) => ({ due, issue: `nomor ${i}`, status: i === 4 ? 'done' : 'open' }) as const,
        ),
      )
      const seen: string[] = []
      let after: readonly (string | number)[] | null = null
      for (let pages = 0; pages < 5; pages++) {
        const filter: FollowUpFilter = { statuses: ['open'], dueBy: '2026-05-31' }
        const page = await opened.store.readFollowUps(filter, { after, most: 2 })
        seen.push(...page.entries.map(({ issue }) => issue))
        after = page.next
        if (after === null) break
      }
      expect(seen).toEqual(['nomor 1', 'nomor 3', 'nomor 0'])
    })

    test('an office stays while a follow-up is about it', async () => {
      const { store } = await filled()
      await store.addFollowUp({ ...WHOLE_SITE, about: { office: 'bkd' } }, auditAt(7))
      expect(await store.removeOffice('bkd', auditAt(8))).toBe('in-use')
    })
  })
}
