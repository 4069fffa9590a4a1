import { expect, test } from 'vitest'
import { createBurstWatch } from '../../server/domain/burst/burst-watch.ts'
import { createRecentEvents } from '../../server/domain/burst/recent-events.ts'
import type { Usual } from '../../server/domain/burst/usual.ts'
import type { PendingReason } from '../../shared/standing.ts'
import { NO_VOTES } from '../../shared/votes-by-choice.ts'

const NOON = Date.UTC(2026, 2, 1, 5)
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const ARTICLE = { site: 'desa', key: 'desa.go.id/berita' }
const OTHER = { site: 'desa', key: 'desa.go.id/lain' }
const USUAL: Usual = { rate: 0.03, pace: 0, votes: { ...NO_VOTES, puas: 1000 } }

const voterOf = (n: number) => n.toString(16).padStart(8, '0').padEnd(32, 'e')

function watched(events = createRecentEvents()) {
  const watch = createBurstWatch(events)
  const view = (network: number, now: number, article = ARTICLE) =>
    watch.sawView(article, network, network >> 8, now)
  function vote(
    voter: number,
    network: number,
    now: number,
    suspicion: PendingReason | null = null,
  ) {
    const from = { network, neighbourhood: network >> 8 }
    const seen = { article: ARTICLE, voter: voterOf(voter), choice: 'puas', suspicion } as const
    return watch.sawVote({ ...seen, ...from }, now)
  }
  /** A network for each, far from one another, one view and one vote. @returns what was held at once */
  function flood(count: number, now: number, first = 1): number {
    let held = 0
    for (let i = first; i < first + count; i++) {
      view(i << 8, now)
      if (vote(i, i << 8, now)) held += 1
    }
    return held
  }
  const judge = (now: number) => watch.judge(ARTICLE, USUAL, now)
  return { watch, view, vote, flood, judge }
}

test('votes that fourteen networks bring along with their only view are held', () => {
  const { watch, flood, judge } = watched()
  expect(flood(14, NOON)).toBe(0)
  expect(watch.due(NOON)).toEqual([ARTICLE])
  const { voters, alert } = judge(NOON)
  expect([...voters].sort()).toEqual(Array.from({ length: 14 }, (_, i) => voterOf(i + 1)))
  expect(alert).toMatchObject({ article: ARTICLE, from: NOON, isNew: true })
  expect(alert?.evidence).toContain('14 votes on 14 views by 14 networks with one view each')
})

test('after that the like of them is held at once', () => {
  const { flood, judge } = watched()
  flood(14, NOON)
  judge(NOON)
  expect(flood(100, NOON + SECOND, 100)).toBe(100)
})

test('who shares a network with many is not held for it', () => {
  const { view, vote, flood, judge } = watched()
  for (let i = 0; i < 40; i++) view(5, NOON - 10 * SECOND)
  vote(9000, 5, NOON)
  flood(14, NOON)
  expect(judge(NOON).voters).not.toContain(voterOf(9000))
  expect(vote(9001, 5, NOON + SECOND)).toBe(false)
})

test('ten minutes after its latest sign a burst is over', () => {
  const { flood, judge, view, vote } = watched()
  flood(14, NOON)
  judge(NOON)
  const later = NOON + 25 * MINUTE
  view(77 << 8, later)
  expect(vote(77, 77 << 8, later)).toBe(false)
})

test('for a day what is pending at its article stays so', () => {
  const { watch, flood, judge } = watched()
  expect(watch.inBurst(ARTICLE, NOON)).toBe(false)
  flood(14, NOON)
  judge(NOON)
  expect(watch.inBurst(ARTICLE, NOON + 23 * HOUR)).toBe(true)
  expect(watch.inBurst(ARTICLE, NOON + 24 * HOUR)).toBe(false)
  expect(watch.inBurst(OTHER, NOON)).toBe(false)
})

test('votes of a class behind one address, which its quota holds, are no burst', () => {
  const { view, vote, judge } = watched()
  for (let pupil = 0; pupil < 70; pupil++) {
    view(5, NOON + pupil * SECOND)
    vote(pupil, 5, NOON + pupil * SECOND + 30 * SECOND, pupil < 6 ? null : 'network')
  }
  expect(judge(NOON + 2 * MINUTE)).toEqual({ voters: [], alert: null })
})

test('one voter is one vote, however often it changes', () => {
  const { view, vote, judge } = watched()
  view(1, NOON)
  for (let i = 0; i < 100; i++) vote(1, 1, NOON + i * SECOND)
  expect(judge(NOON + 100 * SECOND).alert).toBe(null)
})

test('votes that wait for another look are part of the picture', () => {
  const { view, vote, judge } = watched()
  for (let i = 1; i <= 14; i++) {
    view(i << 8, NOON)
    vote(i, i << 8, NOON, 'too-fast')
  }
  expect(judge(NOON).voters).toHaveLength(14)
})

test('a drip shows in a longer window', () => {
  const { view, vote, judge } = watched()
  const held = new Set<string>()
  for (let i = 1; i <= 40; i++) {
    const now = NOON + i * 5 * MINUTE
    view(i << 8, now)
    vote(i, i << 8, now)
    for (const voter of judge(now + SECOND).voters) held.add(voter)
  }
  expect(held.size).toBeGreaterThan(30)
})

test('votes are held again until they had time to reach the disk', () => {
  const { watch, flood, judge } = watched()
  flood(14, NOON)
  expect(judge(NOON).voters).toHaveLength(14)
  watch.settle(ARTICLE, 3, NOON)
  expect(watch.due(NOON + SECOND)).toEqual([ARTICLE])
  expect(judge(NOON + SECOND).voters).toHaveLength(14)
  watch.settle(ARTICLE, 11, NOON + 10 * SECOND)
  expect(judge(NOON + 11 * SECOND).voters).toEqual([])
  expect(watch.due(NOON + 12 * SECOND)).toEqual([])
  expect(watch.alerts()).toMatchObject([{ article: ARTICLE, held: 14 }])
})

test('an alert is raised once for a burst, and again for another', () => {
  const { watch, flood, judge } = watched()
  flood(14, NOON)
  expect(judge(NOON).alert?.isNew).toBe(true)
  flood(14, NOON + MINUTE, 100)
  expect(judge(NOON + MINUTE).alert?.isNew).toBe(false)
  flood(14, NOON + 30 * HOUR, 200)
  expect(judge(NOON + 30 * HOUR).alert?.isNew).toBe(true)
  expect(watch.alerts()).toHaveLength(2)
})

test('an article is judged after four votes, or a minute with one', () => {
  const { watch, flood, judge } = watched()
  flood(4, NOON)
  judge(NOON)
  flood(3, NOON + SECOND, 10)
  expect(watch.due(NOON + SECOND)).toEqual([])
  expect(watch.due(NOON + MINUTE)).toEqual([ARTICLE])
})

test('what is forgotten of an article is forgotten of its views and votes alike', () => {
  const { watch, view, vote, judge } = watched(createRecentEvents(1024))
  for (let i = 0; i < 100; i++) {
    for (let reader = 0; reader < 33; reader++) view((i * 33 + reader) << 8, NOON + i * SECOND)
    vote(i, (i * 33) << 8, NOON + i * SECOND)
  }
  for (let i = 0; i < 900; i++) view(i << 8, NOON + 100 * SECOND, OTHER)
  expect(watch.due(NOON + 100 * SECOND)).toEqual([ARTICLE])
  expect(judge(NOON + 100 * SECOND).alert).toBe(null)
})

test('votes of one neighbourhood are held, and those that come from it later', () => {
  const { view, vote, flood, judge } = watched()
  // Ten of its networks with six votes each, on views that pass for a usual rate elsewhere.
  let voter = 5000
  for (let network = 0; network < 10; network++) {
    for (let i = 0; i < 6; i++) view(0x700 + network, NOON - 30 * SECOND)
    for (let i = 0; i < 6; i++) vote(voter++, 0x700 + network, NOON)
  }
  flood(3, NOON)
  const { voters, alert } = judge(NOON)
  expect(voters).toHaveLength(60)
  expect(voters).not.toContain(voterOf(1))
  expect(alert?.evidence).toContain("95 % of the article's votes came from one neighbourhood")
  // Few views more, so in another band; it is the neighbourhood that tells.
  view(0x7ff, NOON + SECOND)
  expect(vote(voter, 0x7ff, NOON + SECOND)).toBe(true)
  expect(flood(1, NOON + SECOND, 99)).toBe(0)
})

test('where an article has two hundred times its usual votes, each vote is held', () => {
  const { view, vote, judge } = watched()
  // Twelve views a vote, so no rate is beyond four times the usual, and spread as by chance.
  for (let network = 0; network < 250; network++) {
    for (let i = 0; i < 12; i++) view(network << 8, NOON - 30 * SECOND)
    if (network % 5 > 1) vote(network, network << 8, NOON)
    if (network % 5 > 2) vote(1000 + network, network << 8, NOON)
  }
  const { voters, alert } = judge(NOON)
  expect(voters).toHaveLength(250)
  expect(alert?.evidence).toContain('far more than the article usually has')
  expect(vote(9000, 0xffff00, NOON + SECOND)).toBe(true)
})

test('what only looks like a burst is told, and nothing is held', () => {
  const { watch, view, vote, judge } = watched()
  for (let network = 0; network < 600; network++) {
    view(network << 8, NOON - 30 * SECOND)
    if (network % 10 === 0) vote(network, network << 8, NOON)
  }
  const { voters, alert } = judge(NOON)
  expect(voters).toEqual([])
  expect(alert?.evidence).toMatch(
    /^in 2 min 60 votes on 600 views by 600 networks; usually 3\.0 % of views vote; 1\.7 % of/,
  )
  expect(watch.inBurst(ARTICLE, NOON)).toBe(false)
  expect(vote(9000, 0xffff00, NOON + SECOND)).toBe(false)
})

test('of very many events the latest are looked at, and the evidence says how long that was', () => {
  const { view, vote, judge } = watched()
  for (let i = 0; i < 4096; i++) {
    view(i << 8, NOON - 9 * MINUTE)
    vote(i, i << 8, NOON - 9 * MINUTE)
  }
  for (let i = 0; i < 2048; i++) {
    view(i << 8, NOON)
    vote(10_000 + i, i << 8, NOON)
  }
  const { voters, alert } = judge(NOON)
  expect(voters).toHaveLength(2048)
  expect(alert?.evidence).toMatch(/^in 1 min 2048 votes on 2048 views/)
})

test('eight articles are judged at once, the others the next time', () => {
  const { watch } = watched()
  const articles = Array.from({ length: 11 }, (_, n) => ({ ...ARTICLE, key: `desa.go.id/${n}` }))
  for (const article of articles) {
    const seen = { article, voter: voterOf(1), choice: 'puas', suspicion: null } as const
    watch.sawVote({ ...seen, network: 1, neighbourhood: 0 }, NOON)
  }
  const first = watch.due(NOON)
  expect(first).toHaveLength(8)
  for (const article of first) watch.judge(article, USUAL, NOON)
  expect([...first, ...watch.due(NOON)]).toEqual(articles)
})

test('views without end from one neighbourhood hide no burst of others', () => {
  const { view, flood, judge } = watched()
  flood(14, NOON)
  // Of an IPv6 /48, a hundred of each of its networks.
  for (let i = 0; i < 6000; i++) view((900 << 8) + (i % 60), NOON + SECOND)
  expect(judge(NOON + 2 * SECOND).voters).toHaveLength(14)
})
