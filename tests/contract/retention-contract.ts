import { describe, expect, onTestFinished, test } from 'vitest'
import type { RetentionTerms, Site, Store, Swept, Turn } from '../../server/store/store.ts'
import { COUNTED, type Verdict } from '../../shared/standing.ts'
import { SUMS_AMISS } from '../support/sums-amiss.ts'
import type { OpenedStore } from './store-contract.ts'

const SITE: Site = {
  key: 'desa',
  name: 'Desa Contoh',
  timeZone: 'Asia/Makassar',
  settings: {},
  loopback: false,
  intranet: false,
  addedAt: 0,
  origins: [{ origin: 'https://desa.go.id', role: 'primary' }],
}
const DAY = '2026-03-01'
const NEXT_DAY = '2026-03-02'
/** Hours since 1970 at noon of that day in UTC. */
const NOON = 492_324
const AT = 1_788_000_000
const PENDING: Verdict = { standing: 'pending', reason: 'network' }
const KEEP_ALL: RetentionTerms = { hoursBefore: 0, sealedThrough: null, at: AT }
const SEAL: RetentionTerms = { ...KEEP_ALL, sealedThrough: DAY }

const voterOf = (n: number) => n.toString(16).padStart(32, '0')

function turn(n: number, more: Partial<Turn> = {}): Turn {
  return {
    article: { site: 'desa', key: 'desa.go.id/berita' },
    voter: voterOf(1),
    turn: n,
    choice: 'puas',
    day: DAY,
    hour: NOON,
    verdict: COUNTED,
    ...more,
  }
}

/** Walks over all votes. */
async function sweep(store: Store, terms: RetentionTerms): Promise<Omit<Swept, 'next'>> {
  const sum = { hours: 0, withdrawn: 0, expired: 0, sealed: 0 }
  for (let next: Swept['next'] | undefined; next !== null; ) {
    const { next: place, ...done } = await store.sweepVotes(next ?? null, terms)
    for (const name of ['hours', 'withdrawn', 'expired', 'sealed'] as const) sum[name] += done[name]
    next = place
  }
  return sum
}

const NOTHING = { hours: 0, withdrawn: 0, expired: 0, sealed: 0 }

/** What every store forgets, and what it keeps, whichever engine is under it. */
export function describeRetention(name: string, open: () => Promise<OpenedStore>): void {
  async function fresh(): Promise<OpenedStore> {
    const opened = await open()
    onTestFinished(() => opened.close())
    await opened.store.addSite(SITE)
    return opened
  }

  describe(`retention on ${name}`, () => {
    test('a vote’s hour is forgotten once it is before the given one', async () => {
      const { store, query } = await fresh()
      await store.takeTurn(turn(1))
      await store.takeTurn(turn(1, { voter: voterOf(2), hour: NOON + 1 }))
      const terms = { ...KEEP_ALL, hoursBefore: NOON + 1 }
      expect(await sweep(store, terms)).toEqual({ ...NOTHING, hours: 1 })
      expect(await query('select choice, hour from votes order by voter')).toEqual([
        ['puas', null],
        ['puas', NOON + 1],
      ])
      expect(await sweep(store, terms)).toEqual(NOTHING)
    })

    test('a later turn has an hour anew', async () => {
      const { store, query } = await fresh()
      await store.takeTurn(turn(1))
      await sweep(store, { ...KEEP_ALL, hoursBefore: NOON + 1 })
      await store.takeTurn(turn(2, { hour: NOON + 50, day: NEXT_DAY }))
      expect(await query('select hour, day from votes')).toEqual([[NOON + 50, DAY]])
    })

    test('a counted vote that was withdrawn goes, a pending or excluded one stays', async () => {
      const { store, query } = await fresh()
      for (const [n, verdict] of [COUNTED, PENDING, COUNTED].entries()) {
        await store.takeTurn(turn(1, { voter: voterOf(n), verdict }))
        await store.takeTurn(turn(2, { voter: voterOf(n), choice: null, hour: NOON + n }))
      }
      const terms = { ...KEEP_ALL, hoursBefore: NOON + 2 }
      expect(await sweep(store, terms)).toEqual({ ...NOTHING, withdrawn: 1, hours: 1 })
      expect(await query('select standing, turn, hour from votes order by voter')).toEqual([
        ['pending', 2, null],
        ['counted', 2, NOON + 2],
      ])
      expect(await query(SUMS_AMISS)).toEqual([])
    })

    test('withdrawing a pending vote and casting it again launders nothing', async () => {
      const { store } = await fresh()
      await store.takeTurn(turn(1, { verdict: PENDING }))
      await store.takeTurn(turn(2, { choice: null }))
      await sweep(store, { ...KEEP_ALL, hoursBefore: NOON + 100 })
      const { votes, own } = await store.takeTurn(turn(3, { hour: NOON + 100 }))
      expect(own).toEqual({ choice: 'puas', standing: 'pending' })
      expect(votes.puas).toBe(0)
    })

    test('sealed votes are sums without voters, and every figure stays', async () => {
      const { store, query } = await fresh()
      for (let n = 1; n <= 5; n++) {
        const choice = n % 2 ? 'puas' : 'tidak-puas'
        await store.takeTurn(turn(1, { voter: voterOf(n), choice }))
      }
      await store.takeTurn(turn(2, { voter: voterOf(5), choice: null }))
      await store.takeTurn(turn(1, { voter: voterOf(6), day: NEXT_DAY }))
      const exclude = { standing: 'excluded', reason: null } as const
      const chosen = { site: 'desa', standing: 'counted', voters: [voterOf(4)] } as const
      const audit = { at: AT, actor: 'm', action: 'exclude', site: 'desa', article: null, note: '' }
      await store.changeStanding(chosen, exclude, audit)
      const article = turn(1).article
      const before = await store.readArticle(article, null)
      const tallies = await query('select * from tallies order by day')

      expect(await sweep(store, SEAL)).toEqual({ ...NOTHING, sealed: 5 })
      expect(await store.readArticle(article, null)).toEqual(before)
      expect(before.votes).toEqual({
        'sangat-puas': 0,
        puas: 3,
        'cukup-puas': 0,
        'tidak-puas': 1,
      })
      expect(await query('select * from tallies order by day')).toEqual(tallies)
      expect(await query('select hex(voter), day from votes')).toEqual([[voterOf(6), NEXT_DAY]])
      const counts = 'sangat_puas, puas, cukup_puas, tidak_puas'
      expect(await query(`select day, standing, reason, ${counts} from folded`)).toEqual([
        [DAY, 'counted', '', 0, 2, 0, 1],
        [DAY, 'excluded', 'moderation', 0, 0, 0, 1],
      ])
      expect(await query(SUMS_AMISS)).toEqual([])
      expect(await query('select site, day from changed_days')).toEqual([['desa', DAY]])
    })

    test('votes still pending are excluded as expired, with a line in the audit log', async () => {
      const { store, query } = await fresh()
      for (let n = 1; n <= 3; n++) {
        await store.takeTurn(turn(1, { voter: voterOf(n), verdict: n < 3 ? PENDING : COUNTED }))
      }
      expect(await sweep(store, SEAL)).toEqual({ ...NOTHING, expired: 2, sealed: 3 })
      const sums = 'select day, standing, reason, puas from'
      const expired = [DAY, 'excluded', 'expired', 2]
      expect(await query(`${sums} folded`)).toEqual([[DAY, 'counted', '', 1], expired])
      expect(await query(`${sums} uncounted where puas > 0`)).toEqual([expired])
      expect(await query('select at, actor, action, site, votes from audit')).toEqual([
        [AT, 'system', 'expire', 'desa', 2],
      ])
      expect(await query(SUMS_AMISS)).toEqual([])
    })

    test('votes that come for a sealed day are sealed with the next walk', async () => {
      const { store, query } = await fresh()
      await store.takeTurn(turn(1))
      await sweep(store, SEAL)
      await store.takeTurn(turn(1, { voter: voterOf(2) }))
      expect(await sweep(store, SEAL)).toEqual({ ...NOTHING, sealed: 1 })
      expect(await query('select puas from folded')).toEqual([[2]])
      expect(await query(SUMS_AMISS)).toEqual([])
    })

    test('withdrawing works until sealing; after it the answer is alike and nothing changes', async () => {
      const { store, query } = await fresh()
      await store.takeTurn(turn(1))
      await store.takeTurn(turn(1, { voter: voterOf(2) }))
      const withdrawn = await store.takeTurn(turn(2, { voter: voterOf(2), choice: null }))
      expect(withdrawn).toMatchObject({ own: null, votes: { puas: 1 } })
      await sweep(store, SEAL)
      const late = await store.takeTurn(turn(2, { choice: null, day: '2026-08-30' }))
      expect(late).toEqual(withdrawn)
      expect((await store.readArticle(turn(1).article, voterOf(1))).own).toBeNull()
      expect(await query(SUMS_AMISS)).toEqual([])
    })

    test('a walk passes every vote of every article once, in many steps', async () => {
      const { store, query, run } = await fresh()
      // One article with most of the votes between many with one.
      const numbers =
        'with recursive n (i) as (values (0) union all select i + 1 from n limit 2500)'
      await run(
        `${numbers} insert into articles (id, site, key) select i + 1, 'desa', 'x/' || i from n`,
      )
      await run(`${numbers} insert into votes (article, voter, turn, choice, day)
        select case i % 5 when 0 then i + 1 else 777 end,
          unhex(printf('%032x', i * 7919)), 1, 'puas', '${DAY}' from n`)
      expect(await sweep(store, SEAL)).toEqual({ ...NOTHING, sealed: 2500 })
      expect(await query('select count(*) from votes')).toEqual([[0]])
      expect(await query('select count(*), sum(puas), max(puas) from folded')).toEqual([
        [501, 2500, 2000],
      ])
      expect(await query(SUMS_AMISS)).toEqual([])
    }, 60_000)

    test('the audit log’s lines go when they are old enough, whatever their order', async () => {
      const { store, query } = await fresh()
      const line = { actor: 'm', action: 'note', site: null, article: null, note: '' }
      for (const at of [10, 99, 20, 30, 98]) await store.addAudit({ ...line, at })
      expect(await store.dropAudit(31)).toBe(3)
      expect(await store.dropAudit(31)).toBe(0)
      expect(await query('select at from audit order by id')).toEqual([[99], [98]])
    })

    test('how far the upkeep has come is kept, the latest word alone', async () => {
      const { store } = await fresh()
      expect(await store.readUpkeep()).toBeNull()
      await store.keepUpkeep('satu')
      await store.keepUpkeep('dua')
      expect(await store.readUpkeep()).toBe('dua')
    })
  })
}
