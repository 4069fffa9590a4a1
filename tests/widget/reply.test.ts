import { expect, test } from 'vitest'
import { isFigures, isViewReply } from '../../widget/reply.ts'

const votes = { 'sangat-puas': 14, puas: 2, 'cukup-puas': 1, 'tidak-puas': 2 }
const opening = { views: 646, votes, source: 'penghitung lama', date: '2016-07-01', estimate: true }
const figures = {
  article: 'desa.go.id/berita/1',
  views: 647,
  responses: 19,
  votes,
  choice: null,
  review: false,
  opening,
}
const reply = { ...figures, token: 'token', open: true, settings: {} }

test('the replies of the contract are known', () => {
  expect(isFigures(figures)).toBe(true)
  expect(isFigures({ ...figures, votes: null, choice: 'puas', opening: null })).toBe(true)
  expect(isViewReply(reply)).toBe(true)
})

test('a field that came later is passed over', () => {
  expect(isViewReply({ ...reply, mood: 'sunny' })).toBe(true)
})

test.each([null, undefined, 0, 'figures', [], {}, { error: 'no such page' }])(
  "%j is somebody else's JSON",
  (other) => {
    expect([isFigures(other), isViewReply(other)]).toEqual([false, false])
  },
)

test.each([
  ['article', 7],
  ['views', '647'],
  ['views', -1],
  ['responses', 1.5],
  ['responses', Number.NaN],
  ['votes', undefined],
  ['votes', {}],
  ['votes', { ...votes, puas: '2' }],
  ['choice', 'baik'],
  ['choice', undefined],
  ['opening', {}],
  ['opening', { ...opening, date: 20160701 }],
])('figures with %s %j are not drawn', (field, value) => {
  expect(isFigures({ ...figures, [field]: value })).toBe(false)
})

test.each([
  ['token', undefined],
  ['open', 'yes'],
  ['settings', null],
  ['settings', undefined],
])('a view is not answered by %s %j', (field, value) => {
  expect(isViewReply({ ...reply, [field]: value })).toBe(false)
})
