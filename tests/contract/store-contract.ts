import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type {
  ArticleId,
  AuditEntry,
  NewStanding,
  Site,
  Store,
  Turn,
} from '../../server/store/store.ts'
import { CHOICES, type Choice } from '../../shared/choice.ts'
import { COUNTED, STANDINGS, type Standing, type Verdict } from '../../shared/standing.ts'
import { describeHistory } from './history-contract.ts'
import { describeVerification } from './verification-contract.ts'
import { createVoteModel, type Operation } from './vote-model.ts'

/** A store on a fresh database, and a way past it to what is stored. */
export interface OpenedStore {
  readonly store: Store
  query(sql: string): Promise<readonly (readonly unknown[])[]>
  run(sql: string): Promise<void>
  close(): Promise<void>
}

const MOMENT = { at: 1, day: '2026-03-01' }
const SITE: Site = {
  key: 'desa',
  name: 'Desa Contoh',
  timeZone: 'Asia/Makassar',
  settings: { resultsFrom: 10, results: 'after-vote' },
  loopback: true,
  intranet: true,
  addedAt: 1_772_323_200,
  origins: [
    { origin: 'https://*.desa.go.id', role: 'additional' },
    { origin: 'https://cermin.example', role: 'mirror' },
    { origin: 'https://desa.go.id', role: 'primary' },
  ],
}
const ARTICLE: ArticleId = { site: 'desa', key: 'desa.go.id/berita' }
const OTHER: ArticleId = { site: 'desa', key: 'desa.go.id/lain' }
const DAY = '2026-03-01'
/** Hours since 1970 at the start of that day in UTC. */
const HOUR = 492_312
const NEXT_DAY = '2026-03-02'
const NONE = { 'sangat-puas': 0, puas: 0, 'cukup-puas': 0, 'tidak-puas': 0 }
const UNKNOWN = { closed: false, review: false, views: 0, votes: NONE, opening: null, own: null }
/** Views may be held back for a while; they are waited for, not slept for. */
const PATIENCE = { timeout: 4000 }

const COUNTS = 'sangat_puas, puas, cukup_puas, tidak_puas'
const TALLIES = `
  select key, day, views, ${COUNTS} from tallies join articles on id = article
  where views + sangat_puas + puas + cukup_puas + tidak_puas > 0 order by key, day`
const VOTE_TALLIES = `
  select key, day, ${COUNTS} from tallies join articles on id = article
  where sangat_puas + puas + cukup_puas + tidak_puas > 0 order by key, day`
const VOTE_TOTALS = `
  select key, ${COUNTS} from totals join articles on id = article
  where sangat_puas + puas + cukup_puas + tidak_puas > 0 order by key`
const TOTALS = `
  select key, views, ${COUNTS} from totals join articles on id = article
  where views + sangat_puas + puas + cukup_puas + tidak_puas > 0 order by key`
const UNCOUNTED = `
  select key, day, standing, reason, ${COUNTS} from uncounted join articles on id = article
  where sangat_puas + puas + cukup_puas + tidak_puas > 0 order by key, day, standing, reason`
const RECOUNT = `
  select key, day, sum(choice = 'sangat-puas'), sum(choice = 'puas'), sum(choice = 'cukup-puas'),
    sum(choice = 'tidak-puas')
  from votes join articles on id = article where standing = 'counted' and choice is not null
  group by key, day order by key, day`

const voterOf = (n: number) => n.toString(16).padStart(32, '0')

function turn(n: number, choice: Choice | null, more: Partial<Turn> = {}): Turn {
  return {
    article: ARTICLE,
    voter: voterOf(1),
    turn: n,
    choice,
    day: DAY,
    hour: HOUR,
    verdict: COUNTED,
    ...more,
  }
}

const PENDING: Verdict = { standing: 'pending', reason: 'network' }
const NEW_STANDING: Readonly<Record<Standing, NewStanding>> = {
  counted: { standing: 'counted' },
  pending: { standing: 'pending', reason: 'burst' },
  excluded: { standing: 'excluded', reason: null },
}
const AUDIT: AuditEntry = {
  at: 1_772_323_200,
  actor: 'moderator',
  action: 'decide',
  site: 'desa',
  article: null,
  note: 'asked for',
}
const VOTE = turn(1, 'puas')
const CHANGE = turn(2, 'tidak-puas')
const WITHDRAWAL = turn(3, null)
const ORDERS = [
  ['vote, change, withdrawal', [VOTE, CHANGE, WITHDRAWAL]],
  ['vote, withdrawal, change', [VOTE, WITHDRAWAL, CHANGE]],
  ['change, vote, withdrawal', [CHANGE, VOTE, WITHDRAWAL]],
  ['change, withdrawal, vote', [CHANGE, WITHDRAWAL, VOTE]],
  ['withdrawal, vote, change', [WITHDRAWAL, VOTE, CHANGE]],
  ['withdrawal, change, vote', [WITHDRAWAL, CHANGE, VOTE]],
] as const

const THE_ARTICLE = "(select id from articles where key = 'desa.go.id/berita')"
const SIXTEEN_BYTES = `x'${'ab'.repeat(16)}'`
const REFUSED = [
  [
    'a fifth choice',
    `insert into votes (article, voter, turn, choice, day)
    values (${THE_ARTICLE}, ${SIXTEEN_BYTES}, 1, 'kurang-puas', '${DAY}')`,
  ],
  [
    'a voter of 15 bytes',
    `insert into votes (article, voter, turn, choice, day)
    values (${THE_ARTICLE}, x'${'ab'.repeat(15)}', 1, 'puas', '${DAY}')`,
  ],
  [
    'turn 0',
    `insert into votes (article, voter, turn, choice, day)
    values (${THE_ARTICLE}, ${SIXTEEN_BYTES}, 0, 'puas', '${DAY}')`,
  ],
  [
    'an unknown standing',
    `insert into votes (article, voter, turn, choice, day, standing)
    values (${THE_ARTICLE}, ${SIXTEEN_BYTES}, 1, 'puas', '${DAY}', 'ragu')`,
  ],
  ['a pending vote without a reason', `update votes set standing = 'pending'`],
  ['a counted vote with a reason', `update votes set reason = 'burst'`],
  ['a reason of its own', `update votes set standing = 'excluded', reason = 'fishy'`],
  [
    'a day in words',
    `insert into votes (article, voter, turn, choice, day)
    values (${THE_ARTICLE}, ${SIXTEEN_BYTES}, 1, 'puas', '1 Maret 2026')`,
  ],
  [
    'a vote at no article',
    `insert into votes (article, voter, turn, choice, day)
    values (987654, ${SIXTEEN_BYTES}, 1, 'puas', '${DAY}')`,
  ],
  [
    'a negative count',
    `insert into tallies (article, day, puas)
    values (${THE_ARTICLE}, '2026-04-01', -1)`,
  ],
  ['negative views', `update totals set views = -1 where article = ${THE_ARTICLE}`],
  ['an article of an unknown site', "insert into articles (site, key) values ('tiada', 'tiada/x')"],
  ['an article without a key', "insert into articles (site, key) values ('desa', '')"],
] as const

/** What every store keeps to, whichever engine is under it. */
export function describeStore(name: string, open: () => Promise<OpenedStore>): void {
  /** A store that knows one site; let go of after the test. */
  async function fresh(): Promise<OpenedStore> {
    const opened = await open()
    onTestFinished(() => opened.close())
    await opened.store.addSite(SITE)
    return opened
  }

  describe(`the store on ${name}`, () => {
    describe('turns', () => {
      test.each(ORDERS)('%s ends withdrawn', async (_, order) => {
        const { store, query } = await fresh()
        await store.recordView(ARTICLE, DAY, null)
        for (const entry of order) await store.takeTurn(entry)
        const { own, votes } = await store.readArticle(ARTICLE, voterOf(1))
        expect({ own, votes }).toEqual({ own: null, votes: NONE })
        expect(await query('select turn, choice from votes')).toEqual([[3, null]])
        expect(await query(VOTE_TALLIES)).toEqual([])
      })

      test.each(ORDERS)('%s ends withdrawn when sent at once', async (_, order) => {
        const { store, query } = await fresh()
        await store.setClosed(ARTICLE, false)
        await Promise.all(order.map((entry) => store.takeTurn(entry)))
        expect(await query('select turn, choice from votes')).toEqual([[3, null]])
        expect(await query(VOTE_TALLIES)).toEqual([])
      })

      test('a vote is counted and is the voter’s own', async () => {
        const { store, query } = await fresh()
        const answer = await store.takeTurn(VOTE)
        expect(answer).toEqual({
          ...UNKNOWN,
          votes: { ...NONE, puas: 1 },
          own: { choice: 'puas', standing: 'counted' },
        })
        expect(await store.readArticle(ARTICLE, voterOf(1))).toEqual(answer)
        expect(await store.readArticle(ARTICLE, voterOf(2))).toEqual({ ...answer, own: null })
        expect(await query('select hex(voter), turn, choice, standing, day from votes')).toEqual([
          [voterOf(1), 1, 'puas', 'counted', DAY],
        ])
      })

      test('a change moves the vote', async () => {
        const { store } = await fresh()
        await store.takeTurn(VOTE)
        const { votes, own } = await store.takeTurn(CHANGE)
        expect(votes).toEqual({ ...NONE, 'tidak-puas': 1 })
        expect(own?.choice).toBe('tidak-puas')
      })

      test('the same turn again changes nothing, even with another choice', async () => {
        const { store, query } = await fresh()
        await store.takeTurn(turn(4, 'puas'))
        for (const choice of ['puas', 'sangat-puas', null] as const) {
          const { votes, own } = await store.takeTurn(turn(4, choice))
          expect(votes).toEqual({ ...NONE, puas: 1 })
          expect(own?.choice).toBe('puas')
        }
        expect(await query('select turn, choice from votes')).toEqual([[4, 'puas']])
      })

      test('a lower turn changes nothing and is answered with the present state', async () => {
        const { store, query } = await fresh()
        await store.takeTurn(turn(7, 'cukup-puas'))
        for (const choice of ['sangat-puas', null] as const) {
          const { votes, own } = await store.takeTurn(turn(6, choice))
          expect(votes).toEqual({ ...NONE, 'cukup-puas': 1 })
          expect(own).toEqual({ choice: 'cukup-puas', standing: 'counted' })
        }
        expect(await query('select turn, choice from votes')).toEqual([[7, 'cukup-puas']])
      })

      test('a withdrawal by an unknown ballot makes no vote', async () => {
        const { store, query } = await fresh()
        await store.takeTurn(VOTE)
        const { votes, own } = await store.takeTurn(turn(5, null, { voter: voterOf(2) }))
        expect(votes).toEqual({ ...NONE, puas: 1 })
        expect(own).toBeNull()
        expect(await query(VOTE_TALLIES)).toEqual([[ARTICLE.key, DAY, 0, 1, 0, 0]])
      })

      test('a withdrawal at an unknown article makes nothing at all', async () => {
        const { store, query } = await fresh()
        expect(await store.takeTurn(WITHDRAWAL)).toEqual(UNKNOWN)
        for (const table of ['articles', 'votes', 'tallies', 'totals']) {
          expect(await query(`select count(*) from ${table}`)).toEqual([[0]])
        }
      })

      test('a late vote does not revive a withdrawn row', async () => {
        const { store } = await fresh()
        await store.takeTurn(VOTE)
        await store.takeTurn(WITHDRAWAL)
        const { votes, own } = await store.takeTurn(CHANGE)
        expect({ votes, own }).toEqual({ votes: NONE, own: null })
      })

      test('a higher turn after a withdrawal votes again', async () => {
        const { store } = await fresh()
        await store.takeTurn(VOTE)
        await store.takeTurn(WITHDRAWAL)
        const { votes, own } = await store.takeTurn(turn(4, 'sangat-puas'))
        expect(votes).toEqual({ ...NONE, 'sangat-puas': 1 })
        expect(own?.choice).toBe('sangat-puas')
      })

      test('the day stays that of the first cast', async () => {
        const { store, query } = await fresh()
        await store.takeTurn(VOTE)
        await store.takeTurn(turn(2, 'sangat-puas', { day: NEXT_DAY }))
        expect(await query('select day from votes')).toEqual([[DAY]])
        expect(await query(VOTE_TALLIES)).toEqual([[ARTICLE.key, DAY, 1, 0, 0, 0]])
      })

      test('a vote at a site that does not exist makes nothing', async () => {
        const { store, query } = await fresh()
        const article = { site: 'tiada', key: 'tiada.go.id/x' }
        expect(await store.takeTurn(turn(1, 'puas', { article }))).toEqual(UNKNOWN)
        expect(await query('select count(*) from articles')).toEqual([[0]])
      })

      test('one voter has a vote of their own at each article', async () => {
        const { store, query } = await fresh()
        await store.takeTurn(VOTE)
        await store.takeTurn(turn(1, 'tidak-puas', { article: OTHER }))
        expect((await store.readArticle(ARTICLE, voterOf(1))).own?.choice).toBe('puas')
        expect((await store.readArticle(OTHER, voterOf(1))).own?.choice).toBe('tidak-puas')
        expect(await query('select count(*) from votes')).toEqual([[2]])
      })
    })

    describe('many at once', () => {
      test('200 first votes at a new article make one article and 200 votes', async () => {
        const { store, query } = await fresh()
        const choices: Choice[] = ['sangat-puas', 'puas', 'puas', 'tidak-puas']
        await Promise.all(
          Array.from({ length: 200 }, (_, i) =>
            store.takeTurn(turn(1, choices[i % 4] ?? 'puas', { voter: voterOf(i + 1) })),
          ),
        )
        expect(await query('select count(*) from articles')).toEqual([[1]])
        expect(await query('select count(*) from votes')).toEqual([[200]])
        expect(await query(VOTE_TALLIES)).toEqual([[ARTICLE.key, DAY, 50, 100, 0, 50]])
        expect((await store.readArticle(ARTICLE, null)).votes).toEqual({
          'sangat-puas': 50,
          puas: 100,
          'cukup-puas': 0,
          'tidak-puas': 50,
        })
      })

      test('the same ballot 200 times is one vote', async () => {
        const { store, query } = await fresh()
        const answers = await Promise.all(Array.from({ length: 200 }, () => store.takeTurn(VOTE)))
        for (const { votes } of answers) expect(votes).toEqual({ ...NONE, puas: 1 })
        expect(await query('select count(*) from votes')).toEqual([[1]])
        expect(await query(VOTE_TALLIES)).toEqual([[ARTICLE.key, DAY, 0, 1, 0, 0]])
      })

      test('whoever is told their own choice is told counts that have it', async () => {
        const { store } = await fresh()
        for (let n = 1; n <= 50; n++) {
          const article = { site: 'desa', key: `desa.go.id/${n}` }
          const voter = voterOf(n)
          await store.recordView(article, DAY, null)
          const taken = store.takeTurn(turn(1, 'puas', { article, voter }))
          const told = await Promise.all([
            store.recordView(article, DAY, voter),
            store.readArticle(article, voter),
            taken,
          ])
          for (const { own, votes } of told) {
            expect(votes.puas).toBe(own === null ? 0 : 1)
          }
        }
      })

      test('200 views at a new article are 200 views', async () => {
        const { store, query } = await fresh()
        await Promise.all(Array.from({ length: 200 }, () => store.recordView(ARTICLE, DAY, null)))
        expect((await store.readArticle(ARTICLE, null)).views).toBe(200)
        await expect
          .poll(() => query(TALLIES), PATIENCE)
          .toEqual([[ARTICLE.key, DAY, 200, 0, 0, 0, 0]])
        expect(await query('select count(*) from articles')).toEqual([[1]])
      })
    })

    describe('views', () => {
      test('add up for each local day', async () => {
        const { store, query } = await fresh()
        const answers = []
        for (const day of [DAY, DAY, NEXT_DAY, DAY]) {
          answers.push((await store.recordView(ARTICLE, day, null)).views)
        }
        expect(answers).toEqual([1, 2, 3, 4])
        await expect
          .poll(() => query(TALLIES), PATIENCE)
          .toEqual([
            [ARTICLE.key, DAY, 3, 0, 0, 0, 0],
            [ARTICLE.key, NEXT_DAY, 1, 0, 0, 0, 0],
          ])
        await store.recordView(ARTICLE, NEXT_DAY, null)
        await expect
          .poll(() => query(TALLIES), PATIENCE)
          .toEqual([
            [ARTICLE.key, DAY, 3, 0, 0, 0, 0],
            [ARTICLE.key, NEXT_DAY, 2, 0, 0, 0, 0],
          ])
        expect(await query(TOTALS)).toEqual([[ARTICLE.key, 5, 0, 0, 0, 0]])
      })

      test('a view is answered with the voter’s own vote', async () => {
        const { store } = await fresh()
        await store.takeTurn(VOTE)
        const seen = await store.recordView(ARTICLE, DAY, voterOf(1))
        expect(seen.own).toEqual({ choice: 'puas', standing: 'counted' })
        expect((await store.recordView(ARTICLE, DAY, voterOf(2))).own).toBeNull()
      })

      test('a vote right after the first view finds its article', async () => {
        const { store, query } = await fresh()
        await store.recordView(ARTICLE, DAY, null)
        const { views, votes } = await store.takeTurn(VOTE)
        expect({ views, votes }).toEqual({ views: 1, votes: { ...NONE, puas: 1 } })
        await expect
          .poll(() => query(TALLIES), PATIENCE)
          .toEqual([[ARTICLE.key, DAY, 1, 0, 1, 0, 0]])
      })
    })

    describe('articles', () => {
      test('a closed one takes no vote, no change and no withdrawal, and says so', async () => {
        const { store, query } = await fresh()
        await store.takeTurn(VOTE)
        await store.setClosed(ARTICLE, true)
        for (const entry of [turn(1, 'puas', { voter: voterOf(2) }), CHANGE, WITHDRAWAL]) {
          const { closed, votes } = await store.takeTurn(entry)
          expect({ closed, votes }).toEqual({ closed: true, votes: { ...NONE, puas: 1 } })
        }
        expect((await store.readArticle(ARTICLE, null)).closed).toBe(true)
        expect(await query('select turn, choice from votes')).toEqual([[1, 'puas']])
      })

      test('a reopened one takes votes again', async () => {
        const { store } = await fresh()
        await store.setClosed(ARTICLE, true)
        expect((await store.takeTurn(VOTE)).closed).toBe(true)
        await store.setClosed(ARTICLE, false)
        const { closed, votes } = await store.takeTurn(VOTE)
        expect({ closed, votes }).toEqual({ closed: false, votes: { ...NONE, puas: 1 } })
      })

      test('an opening balance is apart from what was measured', async () => {
        const { store, query } = await fresh()
        await store.recordView(ARTICLE, DAY, null)
        const balance = {
          views: 646,
          votes: { 'sangat-puas': 14, puas: 2, 'cukup-puas': 1, 'tidak-puas': 3 },
          source: 'penghitung lama',
          date: '2016-07-01',
          estimate: true,
        }
        await store.setOpeningBalance(ARTICLE, balance)
        const state = { ...UNKNOWN, views: 1, opening: balance }
        expect(await store.readArticle(ARTICLE, null)).toEqual(state)
        await expect
          .poll(() => query(TALLIES), PATIENCE)
          .toEqual([[ARTICLE.key, DAY, 1, 0, 0, 0, 0]])
        expect(await query(TOTALS)).toEqual([[ARTICLE.key, 1, 0, 0, 0, 0]])

        const corrected = { ...balance, views: 650, estimate: false }
        await store.setOpeningBalance(ARTICLE, corrected)
        expect((await store.takeTurn(VOTE)).opening).toEqual(corrected)
      })

      test('are read in the asked order, unknown ones as zeros', async () => {
        const { store } = await fresh()
        await store.takeTurn(VOTE)
        await store.takeTurn(turn(1, 'sangat-puas', { article: OTHER }))
        const unknown = { site: 'desa', key: 'desa.go.id/tiada' }
        const elsewhere = { site: 'tiada', key: ARTICLE.key }
        const states = await store.readArticles([OTHER, unknown, ARTICLE, elsewhere, OTHER])
        const other = { ...UNKNOWN, votes: { ...NONE, 'sangat-puas': 1 } }
        const article = { ...UNKNOWN, votes: { ...NONE, puas: 1 } }
        expect(states).toEqual([other, UNKNOWN, article, UNKNOWN, other])
        expect(await store.readArticle(unknown, voterOf(1))).toEqual(UNKNOWN)
        expect(await store.readArticles([])).toEqual([])
      })

      test('reading makes none', async () => {
        const { store, query } = await fresh()
        await store.readArticle(ARTICLE, voterOf(1))
        await store.readArticles([ARTICLE, OTHER])
        expect(await query('select count(*) from articles')).toEqual([[0]])
      })
    })

    describe('standings', () => {
      test.each([
        ['pending', { standing: 'pending', reason: 'burst' }],
        ['excluded', { standing: 'excluded', reason: null }],
      ] as const)('%s votes leave the tallies and come back', async (word, to) => {
        const { store, query } = await fresh()
        await store.takeTurn(VOTE)
        await store.takeTurn(turn(1, 'puas', { voter: voterOf(2) }))
        const only = { site: 'desa', standing: 'counted', voters: [voterOf(1)] } as const
        expect(await store.changeStanding(only, to, AUDIT)).toBe(1)
        expect(await query(VOTE_TALLIES)).toEqual([[ARTICLE.key, DAY, 0, 1, 0, 0]])
        expect(await query(VOTE_TOTALS)).toEqual([[ARTICLE.key, 0, 1, 0, 0]])

        const { votes, own } = await store.takeTurn(CHANGE)
        expect(votes).toEqual({ ...NONE, puas: 1 })
        expect(own).toEqual({ choice: 'tidak-puas', standing: word })

        const all = { site: 'desa', standing: word } as const
        expect(await store.changeStanding(all, { standing: 'counted' }, AUDIT)).toBe(1)
        expect(await query(VOTE_TALLIES)).toEqual([[ARTICLE.key, DAY, 0, 1, 0, 1]])
        expect(await query(VOTE_TOTALS)).toEqual([[ARTICLE.key, 0, 1, 0, 1]])
      })

      test('a vote that is cast pending is an own vote and in no tally', async () => {
        const { store, query } = await fresh()
        const { votes, own } = await store.takeTurn(turn(1, 'puas', { verdict: PENDING }))
        expect(votes).toEqual(NONE)
        expect(own).toEqual({ choice: 'puas', standing: 'pending' })
        const other = turn(1, 'puas', { voter: voterOf(2) })
        expect((await store.takeTurn(other)).votes).toEqual({ ...NONE, puas: 1 })
        expect(await query(VOTE_TOTALS)).toEqual([[ARTICLE.key, 0, 1, 0, 0]])
        expect(await query(UNCOUNTED)).toEqual([
          [ARTICLE.key, DAY, 'pending', 'network', 0, 1, 0, 0],
        ])
      })

      test('what is set aside follows changes, withdrawals and reasons', async () => {
        const { store, query } = await fresh()
        for (const [n, verdict] of [PENDING, COUNTED, PENDING].entries()) {
          await store.takeTurn(turn(1, 'puas', { voter: voterOf(n), verdict }))
        }
        await store.takeTurn(turn(2, 'tidak-puas', { voter: voterOf(0) }))
        await store.takeTurn(turn(2, null, { voter: voterOf(2) }))
        expect(await query(UNCOUNTED)).toEqual([
          [ARTICLE.key, DAY, 'pending', 'network', 0, 0, 0, 1],
        ])
        const exclude = { standing: 'excluded', reason: null } as const
        await store.changeStanding({ site: 'desa', standing: 'pending' }, exclude, AUDIT)
        await store.changeStanding({ site: 'desa', standing: 'counted' }, exclude, AUDIT)
        expect(await query(UNCOUNTED)).toEqual([
          [ARTICLE.key, DAY, 'excluded', 'moderation', 0, 1, 0, 0],
          [ARTICLE.key, DAY, 'excluded', 'network', 0, 0, 0, 1],
        ])
        await store.takeTurn(turn(3, 'cukup-puas', { voter: voterOf(2) }))
        expect(await query(UNCOUNTED)).toEqual([
          [ARTICLE.key, DAY, 'excluded', 'moderation', 0, 1, 0, 0],
          [ARTICLE.key, DAY, 'excluded', 'network', 0, 0, 1, 1],
        ])
      })

      test('every change of standing is in the audit log, and what changes none is not', async () => {
        const { store, query } = await fresh()
        await store.takeTurn(VOTE)
        await store.takeTurn(turn(1, 'puas', { article: OTHER, verdict: PENDING }))
        const votes = { site: 'desa', standing: 'pending' } as const
        const to = { standing: 'counted' } as const
        expect(await store.changeStanding({ ...votes, article: ARTICLE.key }, to, AUDIT)).toBe(0)
        expect(await store.changeStanding({ ...votes, reason: 'burst' }, to, AUDIT)).toBe(0)
        expect(await store.changeStanding({ ...votes, from: NEXT_DAY }, to, AUDIT)).toBe(0)
        expect(await store.changeStanding({ ...votes, site: 'lain' }, to, AUDIT)).toBe(0)
        expect(await query('select count(*) from audit')).toEqual([[0]])
        const chosen = { ...votes, article: OTHER.key, reason: 'network', to: DAY } as const
        expect(await store.changeStanding(chosen, to, AUDIT)).toBe(1)
        await store.addAudit({ ...AUDIT, action: 'note', site: null })
        expect(await query('select at, actor, action, site, votes, note from audit')).toEqual([
          [AUDIT.at, 'moderator', 'decide', 'desa', 1, 'asked for'],
          [AUDIT.at, 'moderator', 'note', null, 0, 'asked for'],
        ])
      })

      test('a vote after a counted one’s withdrawal takes its verdict, which the audit log has', async () => {
        const { store, query } = await fresh()
        const [first, second, third, fourth] = [1, 2, 3, 4].map((n) => ({ voter: voterOf(n) }))
        const pending = { day: NEXT_DAY, verdict: PENDING }
        for (const own of [first, second, third]) await store.takeTurn(turn(1, 'puas', own))
        await store.takeTurn(turn(1, 'puas', { ...fourth, verdict: PENDING }))
        await store.takeTurn(turn(2, null, first))
        // Neither a change of what stands nor of what is pending is a change of standing.
        await store.takeTurn(turn(2, 'cukup-puas', { ...third, ...pending }))
        await store.takeTurn(turn(2, null, { ...fourth }))
        await store.takeTurn(turn(3, 'puas', { ...fourth, ...pending }))
        expect(await query('select count(*) from audit')).toEqual([[0]])

        // At once, so that the withdrawal may go to the disk with the vote that comes after it.
        await Promise.all([
          store.takeTurn(turn(3, 'tidak-puas', { ...first, ...pending })),
          store.takeTurn(turn(2, null, second)),
          store.takeTurn(turn(3, 'puas', { ...second, ...pending })),
          store.takeTurn(turn(4, 'sangat-puas', { ...second, ...pending })),
          store.takeTurn(turn(2, 'puas', { ...first, ...pending })),
        ])
        expect(
          await query('select turn, choice, standing, reason from votes order by voter'),
        ).toEqual([
          [3, 'tidak-puas', 'pending', 'network'],
          [4, 'sangat-puas', 'pending', 'network'],
          [2, 'cukup-puas', 'counted', null],
          [3, 'puas', 'pending', 'network'],
        ])
        const lines = await query(
          'select distinct at, actor, action, site, article, note from audit',
        )
        const note = 'voted again after a withdrawal: network'
        expect(lines).toEqual([
          [Date.parse(NEXT_DAY) / 1000, 'system', 'suspend', 'desa', ARTICLE.key, note],
        ])
        expect(await query('select sum(votes) from audit')).toEqual([[2]])
      })

      test('many votes change in several transactions, none left out', async () => {
        const { store, query } = await fresh()
        const voters = Array.from({ length: 2100 }, (_, n) => voterOf(n))
        await Promise.all(
          voters.map((voter) => store.takeTurn(turn(1, 'puas', { voter, verdict: PENDING }))),
        )
        const votes = { site: 'desa', standing: 'pending' } as const
        const told: number[] = []
        const tell = (changed: number) => told.push(changed)
        expect(await store.changeStanding(votes, { standing: 'counted' }, AUDIT, tell)).toBe(2100)
        expect(told).toEqual([1000, 1000, 100])
        expect(await query(VOTE_TOTALS)).toEqual([[ARTICLE.key, 0, 2100, 0, 0]])
        expect(await query('select sum(votes) from audit')).toEqual([[2100]])
        expect((await store.readArticle(ARTICLE, null)).votes.puas).toBe(2100)
      }, 60_000)

      const moves = CHOICES.flatMap((from) => CHOICES.map((to) => [from, to] as const))
      test.each(moves)('a vote that is not counted moves nothing, %s to %s', async (from, to) => {
        const { store, query } = await fresh()
        await store.takeTurn(turn(1, from, { verdict: PENDING }))
        await store.takeTurn(turn(2, to))
        expect(await query(VOTE_TALLIES)).toEqual([])
        const pending = { site: 'desa', standing: 'pending' } as const
        await store.changeStanding(pending, { standing: 'counted' }, AUDIT)
        const one = CHOICES.map((choice) => Number(choice === to))
        expect(await query(VOTE_TALLIES)).toEqual([[ARTICLE.key, DAY, ...one]])
        expect(await query(VOTE_TOTALS)).toEqual([[ARTICLE.key, ...one]])
      })
    })

    test('tallies, totals and a recount agree with a plain count after any operations', async () => {
      const { store, query } = await fresh()
      const models: ReturnType<typeof createVoteModel>[] = []

      await fc.assert(
        fc.asyncProperty(fc.array(OPERATION, { maxLength: 40 }), async (operations) => {
          const prefix = `desa.go.id/${String(models.length).padStart(3, '0')}`
          const model = createVoteModel(prefix)
          models.push(model)
          for (const operation of operations) {
            const answer = await perform(store, prefix, operation)
            const expected = model.apply(operation)
            if (answer) expect(answer).toEqual(expected)
          }
          const ours = (rows: readonly (readonly unknown[])[]) =>
            rows.filter(([key]) => String(key).startsWith(`${prefix}/`))
          expect(ours(await query(VOTE_TALLIES))).toEqual(model.voteTallies())
          expect(ours(await query(RECOUNT))).toEqual(model.voteTallies())
          expect(ours(await query(VOTE_TOTALS))).toEqual(model.voteTotals())
        }),
        { numRuns: 25 },
      )

      await expect
        .poll(() => query(TALLIES), PATIENCE)
        .toEqual(models.flatMap((model) => model.tallies()))
      expect(await query(TOTALS)).toEqual(models.flatMap((model) => model.totals()))
    }, 60_000)

    describeVerification(fresh)

    describe('the schema refuses', () => {
      test.each(REFUSED)('%s', async (_, sql) => {
        const { store, run, query } = await fresh()
        await store.takeTurn(VOTE)
        await expect(run(sql)).rejects.toThrow(/constraint/i)
        expect(await query('select turn, choice from votes')).toEqual([[1, 'puas']])
        expect(await query(TOTALS)).toEqual([[ARTICLE.key, 0, 0, 1, 0, 0]])
        // The store goes on after a statement that was refused.
        expect((await store.takeTurn(CHANGE)).own?.choice).toBe('tidak-puas')
      })

      test('nothing of a proper vote', async () => {
        const { store, run, query } = await fresh()
        await store.takeTurn(VOTE)
        await run(`insert into votes (article, voter, turn, choice, day)
          values (${THE_ARTICLE}, ${SIXTEEN_BYTES}, 1, 'puas', '${DAY}')`)
        expect(await query(VOTE_TOTALS)).toEqual([[ARTICLE.key, 0, 2, 0, 0]])
      })
    })

    describeHistory(fresh)

    describe('what is kept', () => {
      test('a value keeps what it was first', async () => {
        const { store } = await fresh()
        expect(await store.keepValue('sidik', 'satu')).toBe('satu')
        expect(await store.keepValue('sidik', 'dua')).toBe('satu')
        expect(await store.keepValue('lain', 'dua')).toBe('dua')
      })

      test('sites read back as they were added', async () => {
        const { store } = await fresh()
        const plain: Site = {
          key: 'balai',
          name: 'Balai ‘Kota’',
          timeZone: 'Asia/Jakarta',
          settings: {},
          loopback: false,
          intranet: false,
          addedAt: 0,
          origins: [{ origin: 'https://balai.example', role: 'primary' }],
        }
        await store.addSite(plain)
        expect(await store.readSites()).toMatchObject([plain, SITE])
        expect((await store.readSites())[0]?.settings).toEqual({})
      })

      test('adding a site again changes nothing, nor does adding it otherwise', async () => {
        const { store, query } = await fresh()
        const before = await store.readSites()
        await store.addSite(SITE)
        expect(await store.readSites()).toEqual(before)
        await store.addSite({
          ...SITE,
          name: 'Nama lain',
          origins: [{ origin: 'https://lain.example', role: 'primary' }],
        })
        expect(await store.readSites()).toEqual(before)
        expect(await query('select count(*) from origins')).toEqual([[3]])
      })

      test('settings take the place of those before, of one site alone', async () => {
        const { store } = await fresh()
        const other = { ...SITE, key: 'lain', origins: [] }
        await store.addSite(other)
        const settings = {
          language: 'su',
          wording: { id: { question: "Apa “kata” 'Anda'?" } },
        } as const
        await store.setSettings('desa', settings, MOMENT)
        expect(await store.readSites()).toMatchObject([
          { key: 'desa', name: SITE.name, timeZone: SITE.timeZone },
          { key: 'lain', settings: SITE.settings },
        ])
        expect((await store.readSites())[0]?.settings).toEqual(settings)
        await store.setSettings('desa', {}, MOMENT)
        expect((await store.readSites())[0]?.settings).toEqual({})
      })

      test('settings of a site that does not exist make none', async () => {
        const { store } = await fresh()
        const before = await store.readSites()
        await store.setSettings('tiada', { results: 'never' }, MOMENT)
        expect(await store.readSites()).toEqual(before)
      })

      test('the database answers a check', async () => {
        const { store } = await fresh()
        await expect(store.check()).resolves.toBeUndefined()
      })
    })
  })
}

const day = fc.constantFrom('2026-03-01', '2026-03-02', '2026-12-31')
const article = fc.nat({ max: 2 })
const voter = fc.nat({ max: 3 })
const OPERATION: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('turn' as const),
      article,
      voter,
      turn: fc.integer({ min: 1, max: 6 }),
      choice: fc.constantFrom(...CHOICES, null),
      day,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('view' as const), article, day }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('close' as const), article, closed: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('standing' as const),
      article,
      voter,
      standing: fc.constantFrom<Standing[]>('counted', 'pending', 'excluded'),
    }),
  },
)

/** Does an operation; a turn's answer comes back, as far as it is the same on every store. */
async function perform(store: Store, prefix: string, operation: Operation): Promise<unknown> {
  const id = { site: 'desa', key: `${prefix}/${operation.article}` }
  switch (operation.kind) {
    case 'turn': {
      const { turn: n, choice, day: on } = operation
      const taken = { article: id, voter: voterOf(operation.voter), day: on }
      const { closed, votes, own } = await store.takeTurn(turn(n, choice, taken))
      return { closed, votes, own }
    }
    case 'view':
      await store.recordView(id, operation.day, null)
      return undefined
    case 'close':
      await store.setClosed(id, operation.closed)
      return undefined
    case 'standing':
      for (const standing of STANDINGS) {
        if (standing === operation.standing) continue
        const voters = [voterOf(operation.voter)]
        const votes = { site: 'desa', article: id.key, standing, voters }
        await store.changeStanding(votes, NEW_STANDING[operation.standing], AUDIT)
      }
      return undefined
  }
}
