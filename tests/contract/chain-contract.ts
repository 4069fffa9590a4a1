import { describe, expect, onTestFinished, test } from 'vitest'
import { exportChain } from '../../server/domain/chain/export-chain.ts'
import { type SigningGround, signDays } from '../../server/domain/chain/sign-days.ts'
import { verifyChain } from '../../server/domain/chain/verify-chain.ts'
import { nodeChecks } from '../../server/entry/node-notary.ts'
import { signingOf } from '../../server/entry/signing.ts'
import type { Site, Store, Turn } from '../../server/store/store.ts'
import type { Choice } from '../../shared/choice.ts'
import type { SiteSettings } from '../../shared/site-settings.ts'
import { COUNTED, type Verdict } from '../../shared/standing.ts'
import type { OpenedStore } from './store-contract.ts'

const DAY = 24 * 60 * 60 * 1000
/** Two in the morning in Jakarta: 1 March has closed. */
const AFTER_1_MARCH = Date.UTC(2026, 2, 1, 19)
const SIGNING = signingOf(
  new TextEncoder().encode('a secret for tests only, 32 characters or more'),
)
const PENDING: Verdict = { standing: 'pending', reason: 'burst' }
const AUDIT = { at: 0, actor: 'm', action: 'x', site: 'desa', article: null, note: '' }

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

/** A first vote on 1 March; the voter is of this number. */
function vote(voter: number, choice: Choice | null, more: Partial<Turn> = {}): Turn {
  const article = { site: 'desa', key: 'desa.go.id/berita' }
  const digits = voter.toString(16).padStart(32, '0')
  const cast = { turn: 1, day: '2026-03-01', hour: 0, verdict: COUNTED }
  return { article, voter: digits, choice, ...cast, ...more }
}

const votesOf = (a: number, b: number, c: number, d: number) => {
  return { 'sangat-puas': a, puas: b, 'cukup-puas': c, 'tidak-puas': d }
}

/** What every store signs, whichever engine is under it. */
export function describeChain(name: string, open: () => Promise<OpenedStore>): void {
  async function fresh(settings: SiteSettings = {}) {
    const opened = await open()
    onTestFinished(() => opened.close())
    await opened.store.addSite({ ...SITE, settings })
    const stopping = new AbortController().signal
    const rest = () => Promise.resolve()
    const ground: SigningGround = { store: opened.store, ...SIGNING, rest, stopping }
    return { ...opened, ground }
  }

  async function published(store: Store, forPublic = false) {
    const site = (await store.readSites()).find(({ key }) => key === 'desa')
    if (!site) throw new Error('there is no site')
    const { nonceOf, notary } = SIGNING
    return exportChain(store, { publicKey: notary.publicKey, nonceOf }, site, forPublic)
  }

  const countsIn = ({ openings }: Awaited<ReturnType<typeof published>>) =>
    openings.map(({ number, day, counts }) => [number, day, JSON.parse(counts)])

  describe(`the chain on ${name}`, () => {
    test('has an entry for each closed day, whose counts are those of the day', async () => {
      const { store, ground } = await fresh()
      await store.takeTurn(vote(1, 'puas'))
      await store.takeTurn(vote(2, 'tidak-puas'))
      await store.takeTurn(vote(3, 'puas', { verdict: PENDING }))
      await store.takeTurn(vote(4, 'puas', { day: '2026-03-02' }))
      expect(await signDays(ground, AFTER_1_MARCH)).toBe(1)
      expect(await signDays(ground, AFTER_1_MARCH)).toBe(0)
      expect(await signDays(ground, AFTER_1_MARCH + DAY)).toBe(1)
      expect(await signDays(ground, AFTER_1_MARCH + 2 * DAY)).toBe(1)

      const chain = await published(store)
      expect(verifyChain(nodeChecks, JSON.parse(JSON.stringify(chain)))).toEqual({
        holds: true,
        entries: 3,
        firstDay: '2026-03-01',
        lastDay: '2026-03-03',
        head: chain.entries[2]?.hash,
        opened: 3,
      })
      const none = { pending: {}, excluded: {} }
      expect(countsIn(chain)).toEqual([
        [
          1,
          '2026-03-01',
          { ...none, counted: votesOf(0, 1, 0, 1), pending: { burst: votesOf(0, 1, 0, 0) } },
        ],
        [2, '2026-03-02', { ...none, counted: votesOf(0, 1, 0, 0) }],
        [3, '2026-03-03', { ...none, counted: votesOf(0, 0, 0, 0) }],
      ])
    })

    test('signs days anew that have changed since, and only those', async () => {
      const { store, ground } = await fresh()
      for (const day of ['2026-02-20', '2026-02-28', '2026-03-01']) {
        await store.takeTurn(vote(1, 'puas', { day, article: { site: 'desa', key: `x/${day}` } }))
      }
      await store.takeTurn(vote(2, 'puas', { verdict: PENDING }))
      await signDays(ground, AFTER_1_MARCH)
      const entry = async (n: number) =>
        JSON.parse((await published(store)).entries[n]?.entry ?? '')
      // A chain that begins late has the days before it as well.
      expect((await entry(0)).corrections.map(({ day }: { day: string }) => day)).toEqual([
        '2026-02-20',
        '2026-02-28',
      ])
      await store.takeTurn(
        vote(1, null, { turn: 2, article: { site: 'desa', key: 'x/2026-02-28' } }),
      )
      const pending = { site: 'desa', standing: 'pending' } as const
      await store.changeStanding(pending, { standing: 'counted' }, AUDIT)
      await signDays(ground, AFTER_1_MARCH + DAY)
      await signDays(ground, AFTER_1_MARCH + 2 * DAY)
      expect((await entry(1)).corrections.map(({ day }: { day: string }) => day)).toEqual([
        '2026-02-28',
        '2026-03-01',
      ])
      expect((await entry(2)).corrections).toEqual([])
      const chain = await published(store)
      expect(verifyChain(nodeChecks, chain)).toMatchObject({ holds: true, opened: 7 })
      expect(countsIn(chain).slice(3, 6)).toEqual([
        [2, '2026-02-28', { counted: votesOf(0, 0, 0, 0), pending: {}, excluded: {} }],
        [2, '2026-03-01', { counted: votesOf(0, 2, 0, 0), pending: {}, excluded: {} }],
        [2, '2026-03-02', { counted: votesOf(0, 0, 0, 0), pending: {}, excluded: {} }],
      ])
    })

    test('signs what sealing changed', async () => {
      const { store, ground, query } = await fresh()
      await store.takeTurn(vote(1, 'puas', { verdict: PENDING }))
      await signDays(ground, AFTER_1_MARCH)
      const terms = { hoursBefore: 0, sealedThrough: '2026-03-01', at: 0 }
      await store.sweepVotes(null, terms)
      // So late that the day is out of the window.
      expect(await signDays(ground, AFTER_1_MARCH + 250 * DAY)).toBe(250)
      const more = await signDays(ground, AFTER_1_MARCH + 251 * DAY)
      expect(more).toBe(1)
      const chain = await published(store)
      expect(verifyChain(nodeChecks, chain)).toMatchObject({ holds: true, entries: 252 })
      const excluded = { expired: votesOf(0, 1, 0, 0) }
      expect(countsIn(chain)).toContainEqual([
        2,
        '2026-03-01',
        { counted: votesOf(0, 0, 0, 0), pending: {}, excluded },
      ])
      expect(await query('select * from changed_days')).toEqual([])
    }, 60_000)

    test('a day out of the window is signed anew where it is marked', async () => {
      const { store, ground } = await fresh()
      await store.takeTurn(vote(1, 'puas', { verdict: PENDING }))
      await signDays(ground, AFTER_1_MARCH)
      await signDays(ground, AFTER_1_MARCH + 200 * DAY)
      await store.sweepVotes(null, { hoursBefore: 0, sealedThrough: '2026-03-01', at: 0 })
      await signDays(ground, AFTER_1_MARCH + 201 * DAY)
      const last = (await published(store)).entries.at(-1)?.entry ?? ''
      expect(JSON.parse(last).corrections).toMatchObject([{ day: '2026-03-01' }])
    }, 60_000)

    test('one that is told to stop ends after an entry, and the next run goes on', async () => {
      const { store, ground } = await fresh()
      await store.addSite({ ...SITE, key: 'kota' })
      await signDays(ground, AFTER_1_MARCH)
      await store.takeTurn(vote(1, 'puas', { day: '2026-03-02' }))
      const ending = new AbortController()
      const cut: SigningGround = {
        ...ground,
        stopping: ending.signal,
        store: {
          ...store,
          addLink(...link) {
            ending.abort()
            return store.addLink(...link)
          },
        },
      }
      expect(await signDays(cut, AFTER_1_MARCH + 3 * DAY)).toBe(1)
      expect(await signDays(ground, AFTER_1_MARCH + 3 * DAY)).toBe(5)
      const chain = await published(store)
      expect(verifyChain(nodeChecks, chain)).toMatchObject({ holds: true, entries: 4 })
      expect(countsIn(chain)[1]).toMatchObject([2, '2026-03-02', { counted: { puas: 1 } }])
    })

    test('one that another process is ahead of adds nothing, and the next run goes on', async () => {
      const { store, ground } = await fresh()
      await store.takeTurn(vote(1, 'puas'))
      const overtaken: SigningGround = {
        ...ground,
        store: {
          ...store,
          async addLink(...link) {
            await store.takeTurn(vote(2, 'puas'))
            expect(await signDays(ground, AFTER_1_MARCH)).toBe(1)
            return store.addLink(...link)
          },
        },
      }
      expect(await signDays(overtaken, AFTER_1_MARCH)).toBe(0)
      expect(await signDays(ground, AFTER_1_MARCH + DAY)).toBe(1)
      expect(verifyChain(nodeChecks, await published(store))).toMatchObject({
        holds: true,
        entries: 2,
      })
    })

    test('a run makes four hundred entries of a site, and the next goes on', async () => {
      const { store, ground } = await fresh()
      await signDays(ground, AFTER_1_MARCH)
      expect(await signDays(ground, AFTER_1_MARCH + 405 * DAY)).toBe(400)
      expect(await signDays(ground, AFTER_1_MARCH + 405 * DAY)).toBe(5)
      expect(verifyChain(nodeChecks, await published(store))).toMatchObject({
        holds: true,
        entries: 406,
        lastDay: '2027-04-10',
      })
    }, 60_000)

    test('two processes at once add one entry', async () => {
      const { store, ground } = await fresh()
      await store.takeTurn(vote(1, 'puas'))
      const made = await Promise.all([1, 2, 3].map(() => signDays(ground, AFTER_1_MARCH)))
      expect(made).toContain(1)
      await Promise.all([1, 2, 3].map(() => signDays(ground, AFTER_1_MARCH + 3 * DAY)))
      expect(verifyChain(nodeChecks, await published(store))).toMatchObject({
        holds: true,
        entries: 4,
      })
    })

    test('each site has a chain of its own, by its own days', async () => {
      const { store, ground } = await fresh()
      await store.addSite({ ...SITE, key: 'kota', timeZone: 'Pacific/Honolulu' })
      await store.takeTurn(vote(1, 'puas'))
      expect(await signDays(ground, AFTER_1_MARCH)).toBe(2)
      const heads = (await store.readChainHeads()).map(({ site, number, day }) => [
        site,
        number,
        day,
      ])
      expect(heads).toEqual([
        ['desa', 1, '2026-03-01'],
        ['kota', 1, '2026-02-28'],
      ])
    })

    describe('to the public', () => {
      test('opens no counts where the site shows none before a vote', async () => {
        for (const results of ['never', 'after-vote'] as const) {
          const { store, ground } = await fresh({ results })
          for (let n = 0; n < 9; n++) await store.takeTurn(vote(n, 'puas'))
          await signDays(ground, AFTER_1_MARCH)
          const chain = await published(store, true)
          expect(chain.openings).toEqual([])
          expect(verifyChain(nodeChecks, chain)).toMatchObject({ holds: true, opened: 0 })
        }
      })

      test.each([
        ['fewer votes than are shown', 4, 0, 0, false],
        ['as many as are shown', 5, 0, 0, true],
        ['a few set aside among many', 9, 4, 0, false],
        ['many set aside', 9, 5, 0, true],
        ['a few at an article that shows none', 9, 0, 4, false],
      ])('a day with %s', async (_, counted, aside, elsewhere, opened) => {
        const { store, ground } = await fresh()
        const other = { site: 'desa', key: 'desa.go.id/lain' }
        for (let n = 0; n < counted; n++) await store.takeTurn(vote(n, 'puas'))
        for (let n = 0; n < aside; n++) {
          await store.takeTurn(vote(100 + n, 'puas', { verdict: PENDING }))
        }
        for (let n = 0; n < elsewhere; n++) {
          await store.takeTurn(vote(200 + n, 'puas', { article: other }))
        }
        await signDays(ground, AFTER_1_MARCH)
        const chain = await published(store, true)
        expect(chain.openings.length).toBe(opened ? 1 : 0)
        expect((await published(store)).openings.length).toBe(1)
      })
    })
  })
}
