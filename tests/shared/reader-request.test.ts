import { expect, test } from 'vitest'
import type { ProblemType } from '../../shared/problem.ts'
import {
  isBallot,
  parseViewRequest,
  parseVoteRequest,
  parseWithdrawalRequest,
} from '../../shared/reader-request.ts'

const ballot = 'AZaz09-_AZaz09-_AZaz09'
const view = { site: 'bojonegoro', article: '/berita/x', visit: 'new' }
const withdrawal = { site: 'bojonegoro', article: '/berita/x', ballot, turn: 1 }
const vote = { ...withdrawal, choice: 'puas', token: 'abc' }

test('a view is read, with and without its optional fields', () => {
  expect(parseViewRequest(view)).toEqual(view)
  expect(parseViewRequest({ ...view, visit: 'repeat' })).toEqual({ ...view, visit: 'repeat' })
  const full = { ...view, visit: 'unknown', ballot, page: '/berita/x?p=2', automated: false }
  expect(parseViewRequest(full)).toEqual(full)
})

test('a vote is read', () => {
  expect(parseVoteRequest(vote)).toEqual(vote)
  expect(parseVoteRequest({ ...vote, automated: true })).toEqual({ ...vote, automated: true })
})

test('a vote without a token is read, for the token to be judged last', () => {
  const { token: _, ...bare } = vote
  expect(parseVoteRequest(bare)).toEqual({ ...bare, token: '' })
})

test('a withdrawal is read', () => {
  expect(parseWithdrawalRequest(withdrawal)).toEqual(withdrawal)
})

const long = `/${'x'.repeat(1024)}`
const wrong = {
  site: [undefined, null, '', 5, ['bojonegoro'], {}],
  article: [undefined, null, '', 5, [], {}, long],
  ballot: [
    null,
    '',
    5,
    ballot.slice(1),
    `${ballot}A`,
    `${ballot.slice(1)}+`,
    `${ballot}\n`,
    [ballot],
  ],
  turn: [undefined, null, 0, -1, 1.5, '1', Number.NaN, Infinity, 2 ** 53, [1], true],
  choice: [undefined, null, '', 'Puas', 'puas ', 'netral', 1, ['puas'], 'toString'],
  token: [null, 5, false, {}, ['abc']],
  visit: [undefined, null, '', 'New', true, ['new']],
  page: [null, '', 5, [], long],
  automated: [null, 'true', 0, 1, {}],
} satisfies Partial<Record<ProblemType, unknown[]>>

type Field = keyof typeof wrong

const faults = (fields: readonly Field[]) =>
  fields.flatMap((field) => wrong[field].map((value: unknown) => [field, value] as const))

test.each(faults(['site', 'article', 'visit', 'ballot', 'page', 'automated']))(
  'a view with the %s %j is refused for it',
  (field, value) => {
    expect(parseViewRequest({ ...view, [field]: value })).toEqual({ problem: field })
  },
)

test.each(faults(['site', 'article', 'ballot', 'turn', 'choice', 'token', 'automated']))(
  'a vote with the %s %j is refused for it',
  (field, value) => {
    expect(parseVoteRequest({ ...vote, [field]: value })).toEqual({ problem: field })
  },
)

test.each(faults(['site', 'article', 'ballot', 'turn']))(
  'a withdrawal with the %s %j is refused for it',
  (field, value) => {
    expect(parseWithdrawalRequest({ ...withdrawal, [field]: value })).toEqual({ problem: field })
  },
)

test('a ballot is needed for a vote and a withdrawal, not for a view', () => {
  expect(parseVoteRequest({ ...vote, ballot: undefined })).toEqual({ problem: 'ballot' })
  expect(parseWithdrawalRequest({ ...withdrawal, ballot: undefined })).toEqual({
    problem: 'ballot',
  })
  expect(parseViewRequest({ ...view, ballot: undefined })).toMatchObject(view)
})

test('an address of 1,024 characters is read', () => {
  expect(parseViewRequest({ ...view, article: long.slice(1) })).toMatchObject({ visit: 'new' })
})

const parsers = [
  ['view', parseViewRequest, view],
  ['vote', parseVoteRequest, vote],
  ['withdrawal', parseWithdrawalRequest, withdrawal],
] as const

test.each(parsers)('a %s that is no JSON object is refused as such', (_, parse) => {
  for (const body of [null, undefined, '', 'x', '{}', 5, true, [], [view], [vote]]) {
    expect(parse(body)).toEqual({ problem: 'json' })
  }
})

test.each(parsers)('an unknown field of a %s wins over malformed ones', (_, parse, good) => {
  expect(parse({ ...good, name: 'Siti' })).toEqual({ problem: 'unknown-field' })
  expect(parse({ name: 'Siti', site: 5, article: null })).toEqual({ problem: 'unknown-field' })
})

test.each(parsers)(
  'a name that every object inherits is an unknown field of a %s',
  (_, parse, good) => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const body: unknown = JSON.parse(`{"${name}": {"turn": 1},${JSON.stringify(good).slice(1)}`)
      expect(parse(body)).toEqual({ problem: 'unknown-field' })
    }
  },
)

test('a view knows no choice, a withdrawal no token', () => {
  expect(parseViewRequest({ ...view, choice: 'puas' })).toEqual({ problem: 'unknown-field' })
  expect(parseWithdrawalRequest({ ...withdrawal, token: 'x' })).toEqual({
    problem: 'unknown-field',
  })
})

test('the first malformed field answers', () => {
  expect(parseVoteRequest({})).toEqual({ problem: 'site' })
  expect(parseVoteRequest({ ...vote, turn: 0, choice: 'x' })).toEqual({ problem: 'turn' })
})

test('a ballot is 22 characters of base64url', () => {
  expect([ballot, 'x'.repeat(22)].every(isBallot)).toBe(true)
  expect(['', 'x'.repeat(21), 'x'.repeat(23), `${'x'.repeat(21)}=`, 22].some(isBallot)).toBe(false)
})
