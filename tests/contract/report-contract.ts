import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { refreshSums } from '../../server/domain/report/refresh-sums.ts'
import type { ArticleId, AuditEntry, Site, Store, Turn } from '../../server/store/store.ts'
import { CHOICES } from '../../shared/choice.ts'
import { COUNTED } from '../../shared/standing.ts'
import { reportGround } from '../support/report-ground.ts'
import {
  EXPECTED_PERIODS,
  EXPECTED_UNITS,
  KEPT_MONTHS,
  KEPT_PERIODS,
  KEPT_UNITS,
} from '../support/report-sums.ts'
import type { OpenedStore } from './store-contract.ts'

const SITE: Site = {
  key: 'desa',
  name: 'Desa',
  timeZone: 'Asia/Makassar',
  settings: {},
  loopback: false,
  intranet: false,
  addedAt: 0,
  origins: [{ origin: 'https://desa.go.id', role: 'primary' }],
}
const KEYS = ['desa.go.id/a/satu', 'desa.go.id/a/dua', 'desa.go.id/b/c/tiga', 'lain.desa.go.id/x']
/** Around the end of a quarter. */
const DAYS = ['2026-03-29', '2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02', '2026-06-30']
const PREFIXES = ['desa.go.id/a', 'desa.go.id/b/c', 'desa.go.id', 'lain.desa.go.id']
const OFFICES = ['kabupaten', 'dinkes', 'dinas', null] as const
const NO_NOTE = { at: 1, actor: 'operator', site: 'desa', article: null, note: '' }
const audit = (action: string): AuditEntry => ({ ...NO_NOTE, action })

const articleAt = (n: number): ArticleId => ({ site: 'desa', key: KEYS[n] ?? '' })
/** Noon in Makassar. */
const noonOf = (day: string) => Date.parse(`${day}T04:00:00Z`)

async function founded({ store }: OpenedStore): Promise<void> {
  await store.addSite(SITE)
  const offices = [
    { key: 'kabupaten', name: 'Kabupaten', parent: null },
    { key: 'dinkes', name: 'Dinas Kesehatan', parent: 'kabupaten' },
    { key: 'dinas', name: 'Dinas Lain', parent: 'kabupaten' },
  ]
  for (const office of offices) await store.addOffice(office, audit('add-office'))
}

type Operation =
  | {
      readonly kind: 'vote'
      readonly article: number
      readonly voter: number
      readonly choice: number
    }
  | { readonly kind: 'views'; readonly article: number; readonly views: number }
  | {
      readonly kind: 'standing'
      readonly article: number
      readonly from: number
      readonly to: number
    }
  | { readonly kind: 'assign'; readonly article: number; readonly office: number }
  | {
      readonly kind: 'section'
      readonly prefix: number
      readonly office: number
      readonly gone: boolean
    }
  | { readonly kind: 'alias'; readonly article: number; readonly target: number }
  | { readonly kind: 'verify'; readonly article: number }
  | { readonly kind: 'tomorrow' }
  | { readonly kind: 'seal' }
  | { readonly kind: 'refresh'; readonly steps: number }

const article = fc.nat(KEYS.length - 1)
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('vote' as const), article, voter: fc.nat(5), choice: fc.nat(4) }),
  fc.record({ kind: fc.constant('vote' as const), article, voter: fc.nat(5), choice: fc.nat(4) }),
  fc.record({
    kind: fc.constant('views' as const),
    article,
    views: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ kind: fc.constant('standing' as const), article, from: fc.nat(2), to: fc.nat(2) }),
  fc.record({ kind: fc.constant('assign' as const), article, office: fc.nat(3) }),
  fc.record({
    kind: fc.constant('section' as const),
    prefix: fc.nat(PREFIXES.length - 1),
    office: fc.nat(3),
    gone: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('alias' as const), article, target: article }),
  fc.record({ kind: fc.constant('verify' as const), article }),
  fc.record({ kind: fc.constant('tomorrow' as const) }),
  fc.record({ kind: fc.constant('seal' as const) }),
  fc.record({ kind: fc.constant('refresh' as const), steps: fc.nat(12) }),
)

const STANDINGS = ['counted', 'pending', 'excluded'] as const
const TO = {
  counted: COUNTED,
  pending: { standing: 'pending', reason: 'burst' },
  excluded: { standing: 'excluded', reason: null },
} as const

/** Does one of the things that move sums. @returns the day that it is afterwards, as a place in DAYS */
async function act(
  opened: OpenedStore,
  step: Operation,
  today: number,
  turn: number,
): Promise<number> {
  const { store, run } = opened
  const day = DAYS[today] ?? ''
  if (step.kind === 'tomorrow') return Math.min(today + 1, DAYS.length - 1)
  if (step.kind === 'refresh') {
    // A run that may take few steps is one that was cut off.
    let left = step.steps
    await refreshSums(
      reportGround(store, () => left-- > 0),
      noonOf(day),
      true,
    )
  }
  if (step.kind === 'vote') {
    const cast: Turn = {
      article: articleAt(step.article),
      voter: step.voter.toString(16).padStart(32, '0'),
      turn,
      choice: CHOICES[step.choice] ?? null,
      day,
      hour: noonOf(day) / 3_600_000,
      verdict: step.voter === 5 ? TO.pending : COUNTED,
    }
    await store.takeTurn(cast)
  }
  if (step.kind === 'views') {
    await run(`insert or ignore into articles (site, key) values ('desa', '${KEYS[step.article]}')`)
    await run(`insert into tallies (article, day, views)
      select id, '${day}', ${step.views} from articles where key = '${KEYS[step.article]}'
      on conflict (article, day) do update set views = views + excluded.views`)
  }
  if (step.kind === 'standing') {
    const [from, to] = [STANDINGS[step.from] ?? 'counted', STANDINGS[step.to] ?? 'counted']
    const votes = { site: 'desa', standing: from, article: KEYS[step.article] }
    await store.changeStanding(votes, TO[to], audit('decide'))
  }
  if (step.kind === 'seal') {
    const terms = { hoursBefore: 0, sealedThrough: DAYS[today - 2] ?? null, at: 1 }
    await store.sweepVotes(null, terms)
  }
  await arrange(store, step)
  return today
}

async function arrange(store: Store, step: Operation): Promise<void> {
  if (step.kind === 'assign') {
    const office = OFFICES[step.office] ?? null
    await store.assignArticle(articleAt(step.article), office, audit('assign-article'))
  }
  if (step.kind === 'section') {
    const prefix = PREFIXES[step.prefix] ?? ''
    const office = OFFICES[step.office] ?? null
    if (step.gone) await store.removeSection('desa', prefix, audit('remove-section'))
    else
      await store.setSection({ site: 'desa', prefix, name: 'Bagian', office }, audit('set-section'))
  }
  if (step.kind === 'alias') {
    const { key } = articleAt(step.target)
    if (step.article === step.target)
      await store.removeAlias(articleAt(step.article), audit('unmerge'))
    else await store.setAlias(articleAt(step.article), key, audit('merge'))
  }
  if (step.kind === 'verify') {
    await store.verifyArticles('desa', [{ key: articleAt(step.article).key, title: null }], false)
  }
}

/** How every store keeps the sums that reports are read from. */
export function describeReports(name: string, open: () => Promise<OpenedStore>): void {
  async function fresh(): Promise<OpenedStore> {
    const opened = await open()
    onTestFinished(() => opened.close())
    return opened
  }

  describe(`reports in ${name}`, () => {
    test('sums equal a recount, whatever was cast, decided, sealed, moved or merged', async () => {
      const property = fc.asyncProperty(
        fc.array(operation, { minLength: 10, maxLength: 45 }),
        async (steps) => {
          const opened = await open()
          try {
            await founded(opened)
            let today = 0
            let turn = 0
            for (const step of steps) today = await act(opened, step, today, ++turn)
            // Nothing is left to be done after a run that nobody cuts off.
            await refreshSums(reportGround(opened.store), noonOf(DAYS[today] ?? ''), false)
            await refreshSums(reportGround(opened.store), noonOf(DAYS[today] ?? ''), false)
            expect(await opened.query('select * from stale_articles')).toEqual([])
            expect(await opened.query(KEPT_UNITS)).toEqual(await opened.query(EXPECTED_UNITS))
            expect(await opened.query(KEPT_MONTHS)).toEqual(
              await opened.query(
                EXPECTED_UNITS.replaceAll('t.day as step', 'substr(t.day, 1, 7) as step'),
              ),
            )
            expect(await opened.query(KEPT_PERIODS)).toEqual(await opened.query(EXPECTED_PERIODS))
          } finally {
            await opened.close()
          }
        },
      )
      await fc.assert(property, { numRuns: name === 'memory' ? 60 : 12 })
    }, 120_000)

    test('an alias undone leaves every figure as it was', async () => {
      const { store, query } = await founding(fresh)
      await castSome(store)
      await refreshSums(reportGround(store), noonOf('2026-04-01'), false)
      const before = [await query(KEPT_UNITS), await query(KEPT_PERIODS)]
      expect(await store.setAlias(articleAt(0), KEYS[2] ?? '', audit('merge'))).toBe('done')
      expect(await store.readAliases(articleAt(2))).toEqual([KEYS[0]])
      await refreshSums(reportGround(store), noonOf('2026-04-01'), false)
      expect(await query(KEPT_PERIODS)).not.toEqual(before[1])
      expect(await store.removeAlias(articleAt(0), audit('unmerge'))).toBe('done')
      await refreshSums(reportGround(store), noonOf('2026-04-01'), false)
      expect([await query(KEPT_UNITS), await query(KEPT_PERIODS)]).toEqual(before)
    })

    test.each([
      ['a mind changed on a later day', false],
      ['a view that came to a closed day late', true],
    ])('%s is in the sums of its day', async (_, late) => {
      const { store, query, run } = await founding(fresh)
      await castSome(store)
      await refreshSums(reportGround(store), noonOf('2026-04-01'), false)
      if (late) await run(`update tallies set views = 7 where day = '${DAYS[2]}'`)
      else {
        const voter = '0'.padStart(32, '0')
        const hour = noonOf('2026-04-01') / 3_600_000
        const change = { article: articleAt(0), voter, turn: 2, choice: null, day: '2026-04-01' }
        await store.takeTurn({ ...change, hour, verdict: COUNTED })
      }
      expect(await query(KEPT_UNITS)).not.toEqual(await query(EXPECTED_UNITS))
      await refreshSums(reportGround(store), noonOf('2026-04-01'), late)
      expect(await query(KEPT_UNITS)).toEqual(await query(EXPECTED_UNITS))
      expect(await query(KEPT_PERIODS)).toEqual(await query(EXPECTED_PERIODS))
    })

    test('no alias leads to an alias, to another site or to itself', async () => {
      const { store, run } = await founding(fresh)
      await castSome(store)
      expect(await store.setAlias(articleAt(0), KEYS[1] ?? '', audit('merge'))).toBe('done')
      expect(await store.setAlias(articleAt(2), KEYS[0] ?? '', audit('merge'))).toBe('chain')
      expect(await store.setAlias(articleAt(1), KEYS[2] ?? '', audit('merge'))).toBe('chain')
      expect(await store.setAlias(articleAt(0), KEYS[2] ?? '', audit('merge'))).toBe('chain')
      expect(await store.setAlias(articleAt(2), KEYS[2] ?? '', audit('merge'))).toBe('unknown')
      expect(await store.setAlias(articleAt(2), 'desa.go.id/tiada', audit('merge'))).toBe('unknown')
      const id = (n: number) => `(select id from articles where key = '${KEYS[n]}')`
      const insert = `insert into aliases (article, target) select ${id(2)}, ${id(0)}`
      await expect(run(insert)).rejects.toThrow(/no alias/)
    })

    test('what is under an address is told part by part, and counted up to a bound', async () => {
      const { store } = await founding(fresh)
      const keys = ['a', 'a/satu', 'a/b/dua', 'a?p=1', 'ab', 'a-b/x', 'A/x'].map(
        (path) => `desa.go.id/${path}`,
      )
      await store.verifyArticles(
        'desa',
        [...keys.map((key) => ({ key, title: null })), { key: 'lain.go.id/a/x', title: null }],
        true,
      )
      const under = async (prefix: string, most = 100) => {
        const { articles, some } = await store.readUnderPrefix('desa', prefix, most)
        return [articles, ...some.map(({ key }) => key.slice('desa.go.id/'.length)).sort()]
      }
      expect(await under('desa.go.id/a')).toEqual([4, 'a', 'a/b/dua', 'a/satu', 'a?p=1'])
      expect(await under('desa.go.id/a/b')).toEqual([1, 'a/b/dua'])
      expect(await under('desa.go.id/tiada')).toEqual([0])
      // One more than was asked for says that there are more; five are named at most.
      expect((await under('desa.go.id', 3))[0]).toBe(4)
      expect(await under('desa.go.id', 100)).toHaveLength(6)
    })

    test('offices make no circle, and none goes that something belongs to', async () => {
      const { store, query } = await founding(fresh)
      const move = (key: string, to: string | null) =>
        store.moveOffice(key, to, audit('move-office'))
      expect(await move('kabupaten', 'dinkes')).toBe('circle')
      expect(await move('dinkes', 'dinkes')).toBe('circle')
      expect(await move('dinkes', 'tiada')).toBe('unknown')
      expect(await move('tiada', 'dinkes')).toBe('unknown')
      expect(await move('dinkes', 'dinas')).toBe('done')
      expect(await move('dinas', 'dinkes')).toBe('circle')
      const again = { key: 'dinas', name: 'Lain', parent: null }
      expect(await store.addOffice(again, audit('add-office'))).toBe('taken')
      expect(await store.addOffice({ ...again, key: 'x', parent: 'y' }, audit('add-office'))).toBe(
        'unknown',
      )
      expect(await store.removeOffice('dinas', audit('remove-office'))).toBe('in-use')
      expect(await store.assignSite('desa', 'dinkes', audit('assign-site'))).toBe('done')
      expect(await store.removeOffice('dinkes', audit('remove-office'))).toBe('in-use')
      expect(await store.assignSite('desa', null, audit('assign-site'))).toBe('done')
      await query(`insert into people (id, email, name, created_at, updated_at)
        values ('p', 'ibu@desa.go.id', 'Ibu', 0, 0)`)
      await query(`insert into roles (person, role, office) values ('p', 'admin', 'dinkes')`)
      expect(await store.readOfficeTies('dinkes')).toEqual({
        ...{ articles: 0, followUps: 0, roles: 1, alerts: 0 },
      })
      // Nobody is to lose a role because a place went away.
      expect(await store.removeOffice('dinkes', audit('remove-office'))).toBe('in-use')
      await query('delete from roles')
      expect(await store.removeOffice('dinkes', audit('remove-office'))).toBe('done')
      expect(await store.assignSite('desa', 'dinkes', audit('assign-site'))).toBe('unknown')
      expect(await store.renameOffice('dinas', 'Dinas Pendidikan', audit('rename-office'))).toBe(
        'done',
      )
      expect(await store.readOffices()).toEqual([
        { key: 'dinas', name: 'Dinas Pendidikan', parent: 'kabupaten' },
        { key: 'kabupaten', name: 'Kabupaten', parent: null },
      ])
      // What changed nothing is not in the book.
      const book = await query('select action, count(*) from audit group by action order by action')
      expect(book).toEqual([
        ['add-office', 3],
        ['assign-site', 2],
        ['move-office', 1],
        ['remove-office', 1],
        ['rename-office', 1],
      ])
    })
  })
}

async function founding(fresh: () => Promise<OpenedStore>): Promise<OpenedStore> {
  const opened = await fresh()
  await founded(opened)
  return opened
}

/** Forty votes at each of three articles, on two days. */
async function castSome(store: Store): Promise<void> {
  const turns = [0, 1, 2].flatMap((n) =>
    Array.from(
      { length: 40 },
      (_, i): Turn => ({
        article: articleAt(n),
        voter: i.toString(16).padStart(32, String(n)),
        turn: 1,
        choice: CHOICES[(i + n) % 4] ?? null,
        day: DAYS[1 + (i % 2)] ?? '',
        hour: noonOf(DAYS[2] ?? '') / 3_600_000,
        verdict: COUNTED,
      }),
    ),
  )
  await Promise.all(turns.map((turn) => store.takeTurn(turn)))
}
