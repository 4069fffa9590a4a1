import { expect, test } from 'vitest'
import { createAlertMessages } from '../../../server/domain/alerts/alert-messages.ts'
import { watchRules } from '../../../server/domain/alerts/watch-rules.ts'
import { alertLetter } from '../../../server/letters/alert-letter.ts'
import { purgeSite } from '../../../server/store/purge-site.ts'
import { AUDIT, alertGround } from '../../support/alert-ground.ts'

const STOPPING = new AbortController().signal

/** The ground with a watch over it, and what it sent of a rule so far, the first first. */
async function watched(begun: string) {
  const ground = await alertGround(begun)
  const { store, clock, readUnitResults } = ground
  const backup: { time?: string } = {}
  let ids = 0
  const messagesOf = createAlertMessages({
    ...{ clock, letterOf: alertLetter, publicUrl: () => 'https://tanggapan.go.id' },
    newId: () => `m${ids++}`,
  })
  async function watch() {
    await ground.refresh()
    await watchRules({
      ...{ store, clock, readUnitResults, messagesOf, stopping: STOPPING },
      readBackup: async () => (backup.time ? { good: { time: backup.time } } : {}),
    })
  }
  async function sent(rule: string) {
    const all = await store.readDeliveries({ rule }, 50)
    return [...all].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))
  }
  return {
    ...{ ...ground, watch, sent, backup },
    occasions: async (rule: string) => (await sent(rule)).map(({ occasion }) => occasion),
    bodies: async (rule: string) => (await sent(rule)).map(({ body }) => JSON.parse(body)),
  }
}

const LOW = { bound: 7661, least: 30, span: 30 }

test('a low index fires once, says it once more when it ends, and not again for a day', async () => {
  const ground = await watched('2026-03-10T03:00Z')
  await ground.addRule({ key: 'r', about: { site: 'desa' }, kind: 'index', ...LOW })
  await ground.gather('a', '2026-03-08', [1, 2, 10, 20])
  await ground.watch()
  await ground.watch()
  expect(await ground.occasions('r')).toEqual(['began'])
  expect((await ground.store.readAlertRule('r'))?.state).toBe('firing')

  await ground.gather('b', '2026-03-10', [400, 50, 0, 0])
  ground.pass(600)
  await ground.watch()
  ground.pass(300)
  await ground.watch()
  expect(await ground.occasions('r')).toEqual(['began', 'ended'])
  expect((await ground.store.readAlertRule('r'))?.state).toBe('resolved')

  // At its bound it comes and goes; one letter a day is enough.
  await ground.gather('c', '2026-03-09', [0, 0, 0, 3000])
  ground.pass(3600)
  await ground.watch()
  expect(await ground.occasions('r')).toEqual(['began', 'ended'])
  ground.pass(23 * 3600)
  await ground.watch()
  expect(await ground.occasions('r')).toEqual(['began', 'ended', 'began'])
})

test('an index fires by the upper end of its interval and from enough votes on alone', async () => {
  const ground = await watched('2026-03-10T03:00Z')
  const about = { site: 'desa' }
  await ground.addRule({ key: 'few', about, kind: 'index', ...LOW, least: 34 })
  await ground.addRule({ key: 'enough', about, kind: 'index', ...LOW, least: 33 })
  await ground.addRule({ key: 'unsure', about, kind: 'index', bound: 4500, least: 33, span: 30 })
  await ground.addRule({ key: 'old', about, kind: 'index', ...LOW, span: 2 })
  await ground.gather('a', '2026-03-08', [1, 2, 10, 20])
  await ground.watch()
  expect(await ground.occasions('few')).toEqual([])
  // 33 votes of 50 points in all: (4 + 6 + 20 + 20) / 33 × 25 = 37.88.
  expect(await ground.bodies('enough')).toEqual([
    {
      type: 'alert.began',
      timestamp: '2026-03-10T03:00:00Z',
      data: {
        ...{ rule: 'enough', kind: 'index', about: { site: 'desa', name: 'Desa' }, n: 33 },
        ...{ from: '2026-02-09', to: '2026-03-10', index: 37.88 },
        interval: { low: expect.any(Number), high: expect.any(Number) },
        ...{ bound: 76.61, least: 33, days: 30 },
        link: 'https://tanggapan.go.id/admin/alerts/enough',
      },
    },
  ])
  const [{ data }] = await ground.bodies('enough')
  expect(data.interval.low).toBeLessThan(37.88)
  expect(data.interval.high).toBeGreaterThan(45)
  // The index is below 45, its upper end is not.
  expect(await ground.occasions('unsure')).toEqual([])
  expect(await ground.occasions('old')).toEqual([])
  expect(JSON.stringify(data)).not.toMatch(/puas|choice|voter|ballot/)
})

test('an office has what is below it, and only that', async () => {
  const ground = await watched('2026-03-10T03:00Z')
  for (const office of ['dinkes', 'rsud']) {
    await ground.addRule({ key: office, about: { office }, kind: 'index', ...LOW })
  }
  await ground.gather('b', '2026-03-08', [0, 0, 0, 40])
  await ground.watch()
  expect(await ground.occasions('rsud')).toEqual([])
  expect(await ground.occasions('dinkes')).toEqual(['began'])
  await ground.gather('rs/a', '2026-03-08', [0, 0, 0, 40])
  await ground.watch()
  expect(await ground.bodies('rsud')).toMatchObject([
    { data: { n: 40, index: 25, about: { office: 'rsud', name: 'RSUD' } } },
  ])
})

test('held votes fire for whoever has their article, until somebody decides', async () => {
  const ground = await watched('2026-03-10T03:00Z')
  for (const about of [{ site: 'desa' }, { office: 'dinkes' }, { office: 'rsud' }]) {
    await ground.addRule({ key: Object.values(about)[0] ?? '', about, kind: 'burst' })
  }
  await ground.gather('b', '2026-03-10', [1, 0, 0, 0])
  await ground.watch()
  await ground.database.write([
    {
      sql: `insert into uncounted (article, day, standing, reason, puas, tidak_puas)
        select id, '2026-03-10', 'pending', 'burst', 12, 3 from articles`,
    },
  ])
  await ground.watch()
  await ground.watch()
  expect(await ground.occasions('rsud')).toEqual([])
  expect(await ground.occasions('dinkes')).toEqual(['began'])
  expect((await ground.bodies('desa'))[0].data).toEqual({
    ...{ rule: 'desa', kind: 'burst', about: { site: 'desa', name: 'Desa' } },
    ...{ votes: 15, articles: 1, link: 'https://tanggapan.go.id/admin/alerts/desa' },
  })
  await ground.database.write([{ sql: `update uncounted set standing = 'excluded'` }])
  await ground.watch()
  expect(await ground.occasions('desa')).toEqual(['began', 'ended'])
})

test('silence fires where there were votes before, and ends with the first new one', async () => {
  const ground = await watched('2026-03-10T03:00Z')
  await ground.addRule({ key: 'r', about: { site: 'desa' }, kind: 'silence', span: 7 })
  await ground.watch()
  expect(await ground.occasions('r')).toEqual([])
  await ground.gather('a', '2026-03-04', [2, 1, 0, 0])
  await ground.watch()
  expect(await ground.occasions('r')).toEqual([])
  // 5 March in Jakarta to 11 March: seven days without any.
  ground.set('2026-03-10T17:01Z')
  await ground.watch()
  expect(await ground.bodies('r')).toMatchObject([{ data: { votes: 0, before: 3, days: 7 } }])
  await ground.gather('a', '2026-03-11', [0, 0, 0, 1])
  ground.pass(60)
  await ground.watch()
  expect(await ground.occasions('r')).toEqual(['began', 'ended'])
})

test('a backup that is too old, or that never was, fires for the server', async () => {
  const ground = await watched('2026-03-10T03:00Z')
  await ground.addRule({ key: 'r', about: 'server', kind: 'backup', span: 36, tellsEnd: false })
  ground.backup.time = '2026-03-08T15:00:00Z'
  await ground.watch()
  expect(await ground.occasions('r')).toEqual([])
  ground.pass(1)
  await ground.watch()
  expect((await ground.bodies('r'))[0].data).toEqual({
    ...{ rule: 'r', kind: 'backup', about: { server: true }, last: '2026-03-08T15:00:00Z' },
    ...{ hours: 36, link: 'https://tanggapan.go.id/admin/alerts/r' },
  })
  ground.backup.time = '2026-03-10T02:00:00Z'
  await ground.watch()
  expect((await ground.store.readAlertRule('r'))?.state).toBe('resolved')
  expect(await ground.occasions('r')).toEqual(['began'])

  await ground.addRule({ key: 'never', about: 'server', kind: 'backup', span: 36 })
  delete ground.backup.time
  await ground.watch()
  expect((await ground.bodies('never'))[0].data.last).toBeNull()
})

test('a server that starts anew, and another beside it, say nothing twice', async () => {
  const ground = await watched('2026-03-10T03:00Z')
  await ground.addRule({
    ...{ key: 'r', about: { site: 'desa' }, kind: 'index', ...LOW },
    ...{ mails: ['ibu@desa.go.id', 'pak@desa.go.id'], language: 'en' },
  })
  await ground.gather('a', '2026-03-08', [1, 2, 10, 20])
  await ground.refresh()
  await Promise.all([ground.watch(), ground.watch(), ground.watch()])
  const sent = await ground.sent('r')
  expect(sent.map(({ means, destination }) => [means, destination])).toEqual([
    ['webhook', 'https://pesan.go.id/x'],
    ['mail', 'ibu@desa.go.id'],
    ['mail', 'pak@desa.go.id'],
  ])
  const letter = JSON.parse(sent[1]?.body ?? '')
  expect(letter.subject).toBe('Alert: index below its bound (Desa)')
  expect(letter.text).toContain('Counted votes: 33')
  expect(letter.text).toContain('https://tanggapan.go.id/admin/alerts/r')
  expect(letter.text).toContain('To stop it, ask its administrator')
  expect(letter.html).toContain('<td>37.88</td>')
  expect(letter.html).not.toMatch(/<script|<img|\son\w+=/i)
})

test('an office stays while a rule is about it, and a rule goes with its site', async () => {
  const ground = await watched('2026-03-10T03:00Z')
  const { store, database } = ground
  await ground.addRule({ key: 'r', about: { office: 'rsud' }, kind: 'burst' })
  await store.removeSection('desa', 'desa.go.id/rs', AUDIT)
  expect(await store.removeOffice('rsud', AUDIT)).toBe('in-use')
  await store.removeAlertRule('r', AUDIT)
  expect(await store.removeOffice('rsud', AUDIT)).toBe('done')

  await ground.addRule({ key: 's', about: { site: 'desa' }, kind: 'burst' })
  expect(await purgeSite(database, 'desa', 'demo', 1)).toMatchObject({ alert_rules: 1, sites: 1 })
  await ground.watch()
  expect(await store.readAlertRules()).toEqual([])
})
