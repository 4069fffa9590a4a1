import { describe, expect, test } from 'vitest'
import { createDraw } from '../../server/domain/sample/draw.ts'
import { sampleArticles } from '../../server/domain/sample/sample-articles.ts'
import { sampleDays } from '../../server/domain/sample/sample-days.ts'
import { pourDays, type SampleVoteDrawn } from '../../server/domain/sample/sample-fill.ts'
import { SAMPLE_TREE } from '../../server/domain/sample/sample-offices.ts'

const TODAY = '2026-03-01'
const SIZE = { articles: 400, votes: 20_000 }
const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0)

describe('a draw', () => {
  test('gives the same from the same seed, and other things from another', () => {
    const drawn = (seed: number) => {
      const draw = createDraw(seed)
      return [draw.number(), draw.below(1000), draw.pick(['a', 'b', 'c', 'd']), draw.digits(32)]
    }
    expect(drawn(1)).toEqual(drawn(1))
    expect(drawn(2)).not.toEqual(drawn(1))
    // Mulberry32 as it is published, from the seed 1.
    expect(createDraw(1).number()).toBe(0.6270739405881613)
  })

  test('is even', () => {
    const draw = createDraw(7)
    const counts = [0, 0, 0, 0, 0]
    for (let n = 0; n < 50_000; n++) counts[draw.below(5)] = (counts[draw.below(5)] ?? 0) + 1
    const numbers = Array.from({ length: 50_000 }, draw.number)
    expect(Math.abs(sum(numbers) / 50_000 - 0.5)).toBeLessThan(0.01)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    expect(draw.digits(7)).toMatch(/^[0-9a-f]{7}$/)
  })
})

test('forty offices stand below one regency, each with a place of its own', () => {
  const [top, ...below] = SAMPLE_TREE
  expect(SAMPLE_TREE).toHaveLength(40)
  expect(top).toMatchObject({ key: 'contoh-kabupaten', parent: null, prefix: 'contoh.example' })
  expect(below.every(({ parent }) => parent === 'contoh-kabupaten')).toBe(true)
  for (const of of ['key', 'name', 'prefix'] as const) {
    expect(new Set(SAMPLE_TREE.map((office) => office[of])).size).toBe(40)
  }
  expect(below.every(({ key }) => /^contoh-[a-z-]+$/.test(key))).toBe(true)
  expect(below.map(({ prefix }) => prefix)).toEqual(
    expect.arrayContaining(['contoh.example/dinas-kesehatan', 'sukamaju.contoh.example']),
  )
  for (const { mood } of below) {
    expect(mood).toBeGreaterThanOrEqual(0.45)
    expect(mood).toBeLessThan(0.94)
  }
})

describe('articles of a sample', () => {
  const articles = [...sampleArticles(createDraw(1), SIZE, TODAY)]

  test('have all the votes that were asked for: a quarter none, one in twenty thirty or more', () => {
    expect(articles).toHaveLength(400)
    expect(sum(articles.map(({ votes }) => votes))).toBe(20_000)
    expect(articles.filter(({ votes }) => votes === 0)).toHaveLength(100)
    expect(articles.filter(({ votes }) => votes >= 30)).toHaveLength(20)
    const sorted = articles.map(({ votes }) => votes).sort((a, b) => a - b)
    expect(sorted[200]).toBe(2)
    // Whoever votes has viewed.
    for (const { views, votes } of articles) expect(views).toBeGreaterThanOrEqual(votes * 20 + 3)
  })

  test('come from two years, oldest first, and lie in their office’s place by their month', () => {
    const days = articles.map(({ published }) => published)
    expect(days).toEqual([...days].sort())
    expect([days[0], days.at(-1)]).toEqual(['2024-03-01', '2026-02-27'])
    expect(new Set(articles.map(({ key }) => key)).size).toBe(400)
    for (const { key, title, office, published } of articles) {
      const [year, month] = published.split('-')
      expect(key.startsWith(`${office.prefix}/${year}/${month}/`)).toBe(true)
      expect(key).toMatch(/\/[a-z0-9-]*-contoh-\d+$/)
      expect(title).toMatch(/ \(contoh \d+\)$/)
    }
  })

  test('are the same from the same seed', () => {
    expect([...sampleArticles(createDraw(1), SIZE, TODAY)]).toEqual(articles)
    expect([...sampleArticles(createDraw(2), SIZE, TODAY)]).not.toEqual(articles)
  })

  test('are refused where the votes are too few for so many', () => {
    const few = () => [...sampleArticles(createDraw(1), { articles: 400, votes: 100 }, TODAY)]
    expect(few).toThrow('100 votes are too few for 400 articles')
  })

  test('gather everything on days from the first to today, most of it early', () => {
    const draw = createDraw(3)
    for (const article of articles) {
      const days = sampleDays(draw, article, TODAY)
      expect(sum(days.flatMap(({ votes }) => votes))).toBe(article.votes)
      expect(sum(days.map(({ views }) => views))).toBe(article.views)
      const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? '']
      expect(first >= article.published && last <= TODAY).toBe(true)
      expect(days.every(({ votes }) => votes.length === 4)).toBe(true)
    }
    const [most] = articles.toSorted((a, b) => b.votes - a.votes)
    const days = most ? sampleDays(draw, { ...most, published: '2025-01-01' }, TODAY) : []
    const half = sum(days.slice(0, 25).flatMap(({ votes }) => votes))
    expect(half).toBeGreaterThan((most?.votes ?? 0) / 2)
    // Spread over months, and over no more than five.
    expect(days.length).toBeGreaterThan(90)
    expect(days.length).toBeLessThanOrEqual(150)
  })

  test('of a content office are answered better', () => {
    const shareOfBest = (mood: number) => {
      const [article] = articles
      const draw = createDraw(5)
      if (!article) return 0
      const office = { ...article.office, mood }
      const days = sampleDays(
        draw,
        { ...article, office, votes: 10_000, published: '2024-03-01' },
        TODAY,
      )
      return sum(days.map(({ votes }) => (votes[0] ?? 0) + (votes[1] ?? 0))) / 10_000
    }
    expect(shareOfBest(0.9)).toBeGreaterThan(0.75)
    expect(shareOfBest(0.45)).toBeLessThan(0.6)
  })
})

test('days before the sealing are poured as sums, later ones vote by vote, and only late votes wait', () => {
  const poured = { sealed: [] as string[], views: [] as string[], votes: [] as SampleVoteDrawn[] }
  const sink = {
    sealed: (_: number, { day }: { day: string }) => void poured.sealed.push(day),
    views: (_: number, { day }: { day: string }) => void poured.views.push(day),
    vote: (_: number, vote: SampleVoteDrawn) => void poured.votes.push(vote),
  }
  const days = [
    { day: '2025-09-01', views: 5, votes: [1, 1, 1, 1] },
    { day: '2025-09-02', views: 5, votes: [500, 0, 0, 500] },
    { day: '2026-02-15', views: 0, votes: [500, 500, 0, 0] },
    { day: '2026-02-16', views: 7, votes: [0, 500, 500, 0] },
  ]
  pourDays(createDraw(1), 1, days, TODAY, sink)
  expect(poured.sealed).toEqual(['2025-09-01'])
  expect(poured.views).toEqual(['2025-09-02', '2026-02-16'])
  expect(poured.votes).toHaveLength(3000)
  const of = (day: string, standing: string) =>
    poured.votes.filter((vote) => vote.day === day && vote.standing === standing)
  expect(['2025-09-02', '2026-02-15'].map((day) => of(day, 'pending').length)).toEqual([0, 0])
  expect(of('2026-02-16', 'pending').length).toBeGreaterThan(5)
  expect(of('2026-02-16', 'pending').length).toBeLessThan(50)
  const reasons = new Set(poured.votes.map(({ standing, reason }) => `${standing} ${reason}`))
  expect([...reasons].sort()).toEqual(['counted null', 'excluded burst', 'pending network'])
  expect(new Set(poured.votes.map(({ voter }) => voter)).size).toBe(3000)
  expect(poured.votes.every(({ voter }) => /^[0-9a-f]{32}$/.test(voter))).toBe(true)
  const choices = (day: string) =>
    new Set(poured.votes.filter((vote) => vote.day === day).map(({ choice }) => choice))
  expect([...choices('2026-02-16')].sort()).toEqual(['cukup-puas', 'puas'])
})
