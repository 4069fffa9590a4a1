import { expect, test } from 'vitest'
import { Guarded } from '../../support/guarded.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

test('a browser that cannot tell is counted once in half an hour', async () => {
  const guarded = new Guarded()
  expect(await guarded.view({ unknown: true })).toBe('counted')
  guarded.now += 29 * MINUTE
  expect(await guarded.view({ unknown: true })).toBe('seen')
  // The window began with the view that counted.
  guarded.now += MINUTE
  expect(await guarded.view({ unknown: true })).toBe('counted')
})

test.each([
  ['another article', { article: 'desa.go.id/lain' }],
  ['another address', { address: '192.0.2.2' }],
  ['another browser', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }],
])('by %s it is another reader', async (_, other) => {
  const guarded = new Guarded()
  expect(await guarded.view({ unknown: true })).toBe('counted')
  expect(await guarded.view({ unknown: true, ...other })).toBe('counted')
})

test('a browser that can tell is believed', async () => {
  const guarded = new Guarded()
  expect(await guarded.view()).toBe('counted')
  expect(await guarded.view()).toBe('counted')
})

test('beyond a hundred in half an hour an article has no more views from one address', async () => {
  const guarded = new Guarded()
  for (let i = 0; i < 100; i++) expect(await guarded.view()).toBe('counted')
  expect(await guarded.view()).toBe('rate')
  expect(await guarded.view({ article: 'desa.go.id/lain' })).toBe('counted')
  expect(await guarded.view({ address: '192.0.2.2' })).toBe('counted')
  guarded.now += 30 * MINUTE
  expect(await guarded.view()).toBe('counted')
})

test('an IPv6 /64 is one address, however many of its own it uses', async () => {
  const guarded = new Guarded()
  for (let i = 0; i < 100; i++) {
    expect(await guarded.view({ address: `2001:db8::${i.toString(16)}` })).toBe('counted')
  }
  expect(await guarded.view({ address: '2001:0DB8:0:0::ffff' })).toBe('rate')
  expect(await guarded.view({ address: '2001:db8:0:1::1' })).toBe('counted')
})

test('where the address is unknown nobody is taken for somebody else', async () => {
  const guarded = new Guarded()
  for (let i = 0; i < 300; i++) {
    expect(await guarded.view({ address: null, unknown: true })).toBe('counted')
  }
})

test('midnight is no clean slate', async () => {
  const guarded = new Guarded()
  guarded.now = Date.UTC(2026, 2, 1, 23, 50)
  for (let i = 0; i < 100; i++) await guarded.view()
  expect(await guarded.view({ address: '192.0.2.2', unknown: true })).toBe('counted')
  guarded.now += 15 * MINUTE
  expect(await guarded.view()).toBe('rate')
  expect(await guarded.view({ address: '192.0.2.2', unknown: true })).toBe('seen')
  expect(guarded.salts).toBe(2)
})

test('salts are made once a day, a month ahead and a day back too, and nothing is lost', async () => {
  const guarded = new Guarded()
  expect(await guarded.view({ unknown: true })).toBe('counted')
  expect(await guarded.vote()).toBe('counted')
  expect(guarded.salts).toBe(1)

  guarded.now += 30 * DAY
  expect(await guarded.view({ unknown: true })).toBe('counted')
  expect(await guarded.vote()).toBe('counted')
  expect(guarded.salts).toBe(2)

  guarded.now -= DAY
  expect(await guarded.view({ unknown: true })).toBe('counted')
  expect(await guarded.vote()).toBe('counted')
  guarded.now += 12 * 60 * MINUTE
  expect(await guarded.vote()).toBe('counted')
  expect(guarded.salts).toBe(2)
})

test('a salt is of no use two days later, though nobody asked meanwhile', async () => {
  const guarded = new Guarded(1600)
  await guarded.view({ unknown: true })
  for (let quarter = 0; quarter < 2 * 24 * 4; quarter++) {
    guarded.now += 15 * MINUTE
    await guarded.guard.rejudge(guarded.now)
  }
  expect(guarded.salts).toBe(3)
  expect(guarded.guard.sizes().reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(1)
})

test('what is remembered of readers goes within its time: tokens and paces in two hours, all in two days', async () => {
  const guarded = new Guarded(1600)
  await guarded.view({ unknown: true })
  await guarded.view()
  await guarded.vote()
  await guarded.vote({ age: 0 })
  await guarded.newArticle()
  const names = [
    'seen',
    'views',
    'quota',
    'paces',
    'articles',
    'tokens',
    'judged',
    'told',
    'pace',
    'pending',
  ]
  const kept = () => {
    const sizes = guarded.guard.sizes()
    expect(sizes).toHaveLength(names.length)
    return names.filter((_, i) => (sizes[i] ?? 0) > 0)
  }
  expect(kept()).toEqual(names)
  const wait = async (minutes: number) => {
    for (let passed = 0; passed < minutes; passed += 15) {
      guarded.now += 15 * MINUTE
      // Each quarter of an hour, whether or not anybody asks.
      await guarded.rejudge()
    }
  }
  await wait(2 * 60)
  expect(kept()).not.toEqual(expect.arrayContaining(['tokens']))
  expect(kept()).not.toEqual(expect.arrayContaining(['paces']))
  // A verdict of another look is of a quarter of an hour later.
  await wait(46 * 60 + 15)
  // How many votes an article had of late knows no reader.
  expect(kept().filter((name) => name !== 'pace')).toEqual([])
})

test('a /24 makes sixty articles in an hour, and others as many', async () => {
  const guarded = new Guarded()
  const inTurn = (i: number) => ({ address: `192.0.2.${i}`, article: `desa.go.id/${i}` })
  for (let i = 0; i < 60; i++) expect(await guarded.newArticle(inTurn(i))).toBe(true)
  guarded.now += 10 * MINUTE
  expect(await guarded.newArticle(inTurn(60))).toBe(50 * 60)
  // One of the sixty: another request for it was let in before it was stored.
  expect(await guarded.newArticle({ ...inTurn(7), address: '192.0.2.250' })).toBe(true)
  expect(await guarded.newArticle({ address: '192.0.3.1' })).toBe(true)
  expect(await guarded.newArticle({ address: null })).toBe(true)
  guarded.now += 50 * MINUTE - 1
  expect(await guarded.newArticle(inTurn(61))).toBe(1)
  guarded.now += 1
  expect(await guarded.newArticle(inTurn(62))).toBe(true)
})

test('an hour of new articles goes on past midnight', async () => {
  const guarded = new Guarded()
  guarded.now = Date.UTC(2026, 2, 1, 23, 50)
  for (let i = 0; i < 60; i++) await guarded.newArticle({ article: `desa.go.id/${i}` })
  guarded.now += 20 * MINUTE
  expect(await guarded.newArticle()).toBe(40 * 60)
})
