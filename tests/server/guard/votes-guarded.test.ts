import { expect, test } from 'vitest'
import { NO_VOTES } from '../../../shared/votes-by-choice.ts'
import { ARTICLE, Guarded } from '../../support/guarded.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Each from a neighbourhood of its own. */
const apart = (i: number) => `20.${i >> 8}.${i & 255}.1`

test.each([
  ['automated', { automated: true }],
  ['user-agent', { agent: 'tool' }],
  ['user-agent', { agent: 'bot' }],
  ['too-fast', { age: 1499 }],
  ['counted', { age: 1500 }],
] as const)('%s: %o', async (reason, voting) => {
  expect(await new Guarded().vote(voting)).toBe(reason)
})

test("a page token is its first voter's own, again and again, until it has run out", async () => {
  const guarded = new Guarded()
  expect(await guarded.vote({ voter: 1, nonce: 7 })).toBe('counted')
  expect(await guarded.vote({ voter: 2, nonce: 7, address: '192.0.2.2' })).toBe('token')
  expect(await guarded.vote({ voter: 1, nonce: 7 })).toBe('counted')
  guarded.now += 119 * MINUTE
  expect(await guarded.vote({ voter: 3, nonce: 7, address: '192.0.2.3' })).toBe('token')
})

test('of several reasons the one that lasts longest is kept', async () => {
  const guarded = new Guarded()
  const all = { automated: true, agent: 'tool', nonce: 1, age: 0 } as const
  expect(await guarded.vote(all)).toBe('automated')
  expect(await guarded.vote({ ...all, automated: false })).toBe('user-agent')
  const browser = { nonce: 1, age: 0 }
  expect(await guarded.vote(browser)).toBe('token')
  const many = await guarded.votes(30, () => ({ age: 0 }))
  expect(many).toEqual({ 'too-fast': 5, network: 12, rate: 13 })
})

test('what a voter sends later is judged as it was first, and takes nothing more', async () => {
  const guarded = new Guarded()
  for (let i = 0; i < 200; i++) expect(await guarded.vote({ voter: 1, nonce: 1 })).toBe('counted')
  expect(await guarded.vote({ voter: 2, age: 0 })).toBe('too-fast')
  expect(await guarded.vote({ voter: 2, age: 60 * SECOND })).toBe('too-fast')
  expect(await guarded.votes(3, () => ({}))).toEqual({ counted: 3 })
  expect(await guarded.vote()).toBe('network')
})

test('a vote that stands takes nothing, also where its voter is forgotten', async () => {
  const guarded = new Guarded()
  expect(await guarded.votes(10, () => ({ stands: true, age: 0 }))).toEqual({ counted: 10 })
  expect(await guarded.votes(5, () => ({}))).toEqual({ counted: 5 })
})

test('a network has five votes at an article of which nothing is known', async () => {
  const guarded = new Guarded()
  expect(await guarded.votes(8, () => ({}))).toEqual({ counted: 5, network: 3 })
  expect(await guarded.vote({ article: 'desa.go.id/lain' })).toBe('counted')
  expect(await guarded.vote({ address: '192.0.2.2' })).toBe('counted')
})

test('it has a hundred times as many as its views let expect, and never more than fifty', async () => {
  const guarded = new Guarded()
  // One reader in two hundred votes: (47 + 3) / (9,900 + 100).
  const measured = { votes: 47, views: 9900 }
  for (let i = 0; i < 30; i++) await guarded.view()
  const voting = () => {
    guarded.now += 4 * SECOND
    return { measured }
  }
  expect(await guarded.votes(18, voting)).toEqual({ counted: 15, network: 3 })

  const crowd = { measured: { votes: 900, views: 900 }, address: '192.0.2.9' }
  for (let i = 0; i < 100; i++) await guarded.view(crowd)
  const many = await guarded.votes(60, () => ({ ...voting(), ...crowd }))
  expect(many).toEqual({ counted: 50, network: 10 })
})

test('it never has more than its views, from the sixth on', async () => {
  const guarded = new Guarded()
  const measured = { votes: 900, views: 900 }
  for (let i = 0; i < 5; i++) await guarded.view()
  expect(await guarded.votes(6, () => ({ measured }))).toEqual({ counted: 5, network: 1 })
  for (let i = 0; i < 2; i++) await guarded.view()
  expect(await guarded.votes(3, () => ({ measured }))).toEqual({ counted: 2, network: 1 })
})

test('an IPv6 /48 has as many as ten of its /64', async () => {
  const guarded = new Guarded()
  const votes = await guarded.votes(100, (i) => {
    guarded.now += 4 * SECOND
    return { address: `2001:db8:7:${(i % 20).toString(16)}::1` }
  })
  expect(votes).toEqual({ counted: 50, network: 50 })
  expect(await guarded.vote({ address: '2001:db8:8::1' })).toBe('counted')
})

test('an address is the same one however it is spelt', async () => {
  const guarded = new Guarded()
  const spelt = ['192.0.2.1', '::ffff:192.0.2.1', '::ffff:c000:201', '0:0:0:0:0:FFFF:192.0.2.1']
  expect(await guarded.votes(6, (i) => ({ address: spelt[i % 4] ?? null }))).toEqual({
    counted: 5,
    network: 1,
  })
})

test('whenever 24 hours begin, it has no more within them', async () => {
  const guarded = new Guarded()
  guarded.now = Date.UTC(2026, 2, 1, 23, 59)
  expect(await guarded.votes(6, () => ({}))).toEqual({ counted: 5, network: 1 })
  for (const later of [2 * MINUTE, 12 * HOUR, 24 * HOUR - MINUTE]) {
    guarded.now = Date.UTC(2026, 2, 1, 23, 59) + later
    expect(await guarded.vote()).toBe('network')
  }
  guarded.now += 6 * HOUR
  expect(await guarded.votes(6, () => ({}))).toEqual({ counted: 5, network: 1 })
})

test('nor is it given any of it again under the next salt', async () => {
  const guarded = new Guarded()
  const voting = { measured: { votes: 900, views: 900 } }
  guarded.now = Date.UTC(2026, 2, 1, 23, 59)
  expect(await guarded.votes(8, () => voting)).toEqual({ counted: 5, network: 3 })
  for (let i = 0; i < 10; i++) await guarded.view()
  guarded.now += 2 * MINUTE
  for (let i = 0; i < 5; i++) await guarded.view()
  expect(await guarded.votes(12, () => voting)).toEqual({ counted: 10, network: 2 })
  expect(await guarded.rejudge()).toEqual({})
})

test('a clock that was set back gives nothing again', async () => {
  const guarded = new Guarded()
  expect(await guarded.votes(6, () => ({}))).toEqual({ counted: 5, network: 1 })
  guarded.now -= 4 * HOUR
  expect(await guarded.vote()).toBe('network')
  guarded.now += 5 * HOUR
  expect(await guarded.vote()).toBe('network')
})

test('twenty votes at once and twenty a minute come from one address; many more are refused', async () => {
  const guarded = new Guarded()
  const elsewhere = (i: number) => ({ article: `desa.go.id/${i}` })
  expect(await guarded.votes(70, elsewhere)).toEqual({ counted: 20, rate: 40, wait: 10 })
  expect(await guarded.vote(elsewhere(70))).toBe('wait 120')
  guarded.now += 120 * SECOND
  expect(await guarded.votes(1, elsewhere)).toEqual({ rate: 1 })
  guarded.now += 63 * SECOND
  expect(await guarded.votes(20, elsewhere)).toEqual({ counted: 20 })
})

test.each([
  ['a /24', (i: number) => `20.1.1.${i % 256}`],
  ['an IPv6 /48', (i: number) => `2001:db8:1:${i.toString(16)}::1`],
])('%s has six times as many', async (_, address) => {
  const guarded = new Guarded()
  const voting = (i: number) => ({ address: address(i), article: `desa.go.id/${i}` })
  expect(await guarded.votes(370, voting)).toEqual({ counted: 120, rate: 240, wait: 10 })
  expect(await guarded.vote({ address: '20.1.2.1', article: 'desa.go.id/x' })).toBe('counted')
})

test('an article takes 600 votes more an hour than it has views', async () => {
  const guarded = new Guarded()
  for (let i = 0; i < 100; i++) await guarded.view({ address: apart(i) })
  expect(await guarded.votes(2200, (i) => ({ address: apart(i) }))).toEqual({
    counted: 700,
    rate: 1400,
    wait: 100,
  })
  expect(await guarded.vote({ address: apart(0), article: 'desa.go.id/lain' })).toBe('counted')
  guarded.now += 2 * 60 * MINUTE
  expect(await guarded.vote({ address: apart(0) })).toBe('counted')
})

test.each([
  ['with one page token', (i: number) => ({ address: apart(i), nonce: 1 })],
  ['with tools', (i: number) => ({ address: apart(i), agent: 'tool' as const })],
  ['beyond their networks', (i: number) => ({ address: apart(i % 40), age: 2000 })],
])('%s nobody closes an article to others', async (_, voting) => {
  const guarded = new Guarded()
  await guarded.votes(2400, voting)
  const honest = (i: number) => ({ address: `30.0.${i}.1` })
  expect(await guarded.votes(50, honest)).toEqual({ counted: 50 })
})

test('what was one too many for its article takes its part of the network once', async () => {
  const guarded = new Guarded()
  await guarded.votes(600, (i) => ({ address: apart(i) }))
  expect(await guarded.votes(6, () => ({}))).toEqual({ rate: 5, network: 1 })
  expect(await guarded.rejudge()).toEqual({ rate: 5 })
  expect(await guarded.rejudge()).toEqual({})
})

test('a crowd that reads before it votes is never too large', { timeout: 30_000 }, async () => {
  const guarded = new Guarded()
  for (let i = 0; i < 3000; i++) {
    await guarded.view({ address: apart(i) })
    expect(await guarded.vote({ address: apart(i) })).toBe('counted')
    guarded.now += 20
  }
})

test('where the address is unknown only its guards stand down', async () => {
  const guarded = new Guarded()
  expect(await guarded.votes(300, () => ({ address: null }))).toEqual({ counted: 300 })
  expect(await guarded.vote({ address: null, age: 0 })).toBe('too-fast')
  expect(await guarded.vote({ address: null, nonce: 1 })).toBe('token')
})

test('another look counts what was too fast, and what its network may by then', async () => {
  const guarded = new Guarded()
  expect(await guarded.vote({ age: 0, address: '192.0.2.2' })).toBe('too-fast')
  const measured = { votes: 97, views: 900 }
  expect(await guarded.votes(8, () => ({ measured }))).toEqual({ counted: 5, network: 3 })
  expect(await guarded.rejudge()).toEqual({ 'too-fast': 1 })
  for (let i = 0; i < 7; i++) await guarded.view()
  expect(await guarded.rejudge()).toEqual({ network: 2 })
  expect(await guarded.rejudge()).toEqual({})
})

test('what could not be stored is answered again, and takes nothing more of its network', async () => {
  const guarded = new Guarded()
  const measured = { votes: 97, views: 900 }
  expect(await guarded.vote({ age: 0, address: '192.0.2.2' })).toBe('too-fast')
  expect(await guarded.votes(9, () => ({ measured }))).toEqual({ counted: 5, network: 4 })
  for (let i = 0; i < 7; i++) await guarded.view()
  // Seven, of which five are gone.
  const found = { 'too-fast': 1, network: 2 }
  expect(await guarded.rejudge(false)).toEqual(found)
  expect(await guarded.rejudge(false)).toEqual(found)
  expect(await guarded.rejudge()).toEqual(found)
  expect(await guarded.rejudge()).toEqual({})
  for (let i = 0; i < 1; i++) await guarded.view()
  expect(await guarded.rejudge()).toEqual({ network: 1 })
})

test('a voter whose vote another look counted is counted when it votes again', async () => {
  const guarded = new Guarded()
  expect(await guarded.vote({ voter: 7, age: 0 })).toBe('too-fast')
  expect(await guarded.rejudge()).toEqual({ 'too-fast': 1 })
  expect(await guarded.vote({ voter: 7, age: 0 })).toBe('counted')
})

test('another look counts what came too quickly, as far as its network may', async () => {
  const guarded = new Guarded()
  const classroom = await guarded.votes(40, () => ({ article: 'desa.go.id/kelas' }))
  expect(classroom).toEqual({ counted: 5, network: 15, rate: 20 })
  const measured = { votes: 97, views: 900 }
  const article = 'desa.go.id/kelas'
  await guarded.vote({ address: '192.0.2.200', article, measured })
  for (let i = 0; i < 30; i++) await guarded.view({ article })
  // Thirty, of which five are gone; the oldest go first.
  expect(await guarded.rejudge()).toEqual({ network: 15, rate: 10 })
})

test('three hours later what was over its allowance is for a person', async () => {
  const guarded = new Guarded()
  const measured = { votes: 97, views: 900 }
  expect(await guarded.votes(6, () => ({ measured }))).toEqual({ counted: 5, network: 1 })
  expect(await guarded.vote({ address: '192.0.2.2', age: 0 })).toBe('too-fast')
  for (let i = 0; i < 50; i++) await guarded.view()
  guarded.now += 3 * HOUR
  expect(await guarded.rejudge()).toEqual({ 'too-fast': 1 })
  guarded.now += 30 * HOUR
  expect(await guarded.rejudge()).toEqual({})
})

test('where an article has a burst nothing of it is counted by another look', async () => {
  const guarded = new Guarded()
  expect(await guarded.vote({ age: 0 })).toBe('too-fast')
  expect(await guarded.vote({ age: 0, article: 'desa.go.id/lain' })).toBe('too-fast')
  guarded.watch.restore(ARTICLE, guarded.now)
  guarded.now += 23 * 60 * MINUTE
  expect(await guarded.rejudge()).toEqual({ 'too-fast': 1 })
  guarded.now += 60 * MINUTE
  expect(await guarded.rejudge()).toEqual({ 'too-fast': 1 })
})

test('another look counts of an IPv6 /48 as many as its ten /64 may have', async () => {
  const guarded = new Guarded()
  const from = (n: number) => ({ address: `2001:db8:7:${n.toString(16)}::1` })
  // Nine of its networks take all of theirs, and of another one waits a vote too many.
  for (let n = 0; n < 10; n++) {
    guarded.now += 20 * SECOND
    expect(await guarded.votes(n < 9 ? 5 : 4, () => from(n))).toEqual({ counted: n < 9 ? 5 : 4 })
  }
  expect(await guarded.votes(2, () => from(0))).toEqual({ network: 2 })
  const measured = { votes: 97, views: 900 }
  expect(await guarded.vote({ ...from(9), measured })).toBe('counted')
  // By now the first network may have more, and the /48 twice as many.
  for (let i = 0; i < 24; i++) await guarded.view(from(0))
  expect(await guarded.rejudge()).toEqual({ network: 2 })
})

test('a vote too many for its /48 takes nothing of what its network may have', async () => {
  const guarded = new Guarded()
  const from = (n: number) => ({ address: `2001:db8:7:${n.toString(16)}::1` })
  const votes = await guarded.votes(55, (i) => {
    guarded.now += 4 * SECOND
    return from(i % 11)
  })
  expect(votes).toEqual({ counted: 50, network: 5 })
  // One of those with four and a refused fifth may have ten by now.
  for (let i = 0; i < 10; i++) await guarded.view(from(10))
  guarded.now += MINUTE
  const measured = { votes: 97, views: 900 }
  const more = await guarded.votes(8, () => ({ ...from(10), measured }))
  expect(more).toEqual({ counted: 6, network: 2 })
})

test('what came too quickly without an address is counted by another look', async () => {
  const guarded = new Guarded()
  const many = await guarded.votes(700, () => ({ address: null }))
  expect(many).toEqual({ counted: 600, rate: 100 })
  expect(await guarded.rejudge()).toEqual({ rate: 100 })
})

test('an article that is forgotten by another look is taken for a usual one', async () => {
  const guarded = new Guarded(160)
  // One reader in ten thousand votes there.
  const measured = { votes: 0, views: 29_900 }
  for (let i = 0; i < 20; i++) await guarded.view()
  expect(await guarded.votes(8, () => ({ measured }))).toEqual({ counted: 5, network: 3 })
  expect(await guarded.rejudge()).toEqual({})
  // 32 articles are remembered.
  for (let i = 0; i < 32; i++) {
    await guarded.vote({ address: apart(i), article: `desa.go.id/${i}` })
  }
  expect(await guarded.rejudge()).toEqual({ network: 3 })
})

test('copies of one vote do not hide a burst behind them', async () => {
  const guarded = new Guarded()
  const copies = { voter: 10_000, address: '192.0.2.9' }
  for (let i = 0; i < 14; i++) {
    await guarded.view({ address: apart(i) })
    await guarded.vote({ address: apart(i), voter: i })
    guarded.now += SECOND
  }
  for (let copy = 0; copy < 4200; copy++) await guarded.vote(copies)
  const article = { site: 'desa', key: 'desa.go.id/berita' }
  const usual = { rate: 0.03, pace: 0, votes: { ...NO_VOTES, puas: 1000 } }
  const { voters } = guarded.watch.judge(article, usual, guarded.now)
  const burst = Array.from({ length: 14 }, (_, i) => guarded.voterOf(i))
  expect(voters).toEqual(expect.arrayContaining(burst))
})

test('ballots that nobody voted with are withdrawn no faster than votes are sent', async () => {
  const guarded = new Guarded()
  for (let n = 0; n < 60; n++) expect(await guarded.withdraw(1000 + n)).toBe(true)
  expect(await guarded.withdraw(2000)).toBe(120)
  expect(await guarded.withdraw(2000, { address: '192.0.2.2' })).toBe(true)
  expect(await guarded.withdraw(2001, { address: null })).toBe(true)
  guarded.now += 120 * SECOND
  expect(await guarded.withdraw(2000)).toBe(true)
})

test('whoever voted withdraws at any pace', async () => {
  const guarded = new Guarded()
  expect(await guarded.vote({ voter: 1 })).toBe('counted')
  for (let n = 0; n < 200; n++) expect(await guarded.withdraw(1)).toBe(true)
})
