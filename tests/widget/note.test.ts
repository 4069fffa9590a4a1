import { expect, test } from 'vitest'
import type { ViewReply } from '../../shared/figures.ts'
import { wordsIn } from '../../widget/language.ts'
import { noteOf } from '../../widget/note.ts'

const reply: ViewReply = {
  article: 'desa.go.id/berita/1',
  views: 100,
  responses: 1234,
  votes: { 'sangat-puas': 1000, puas: 200, 'cukup-puas': 30, 'tidak-puas': 4 },
  choice: null,
  review: false,
  opening: null,
  token: '',
  open: true,
  settings: {},
}
const note = (changes: Partial<ViewReply>, language: 'id' | 'en' = 'id') =>
  noteOf({ ...reply, ...changes }, wordsIn(language, undefined), language)

test('enough answers are only counted', () => {
  expect(note({})).toBe('1.234 penilaian.')
  expect(note({}, 'en')).toBe('1,234 ratings.')
})

test('below thirty the reader is told that few have answered', () => {
  const votes = { 'sangat-puas': 29, puas: 0, 'cukup-puas': 0, 'tidak-puas': 0 }
  expect(note({ responses: 29, votes })).toContain('Responden masih sedikit')
  expect(note({ responses: 30, votes: { ...votes, puas: 1 } })).not.toContain('Responden')
})

test('shares that do not total 100 are called rounded', () => {
  const votes = { 'sangat-puas': 20, puas: 20, 'cukup-puas': 20, 'tidak-puas': 10 }
  expect(note({ responses: 70, votes })).toBe('70 penilaian (pembulatan).')
})

test('a hidden distribution says when it is shown', () => {
  const hidden = { responses: 3, votes: null }
  expect(note(hidden)).toBe('3 tanggapan · hasil tampil mulai 5.')
  expect(note({ ...hidden, settings: { resultsFrom: 20 } })).toContain('mulai 20')
  expect(note({ ...hidden, settings: { results: 'after-vote' } })).toContain('setelah Anda memilih')
  expect(note({ ...hidden, settings: { results: 'never' } })).toBe('3 penilaian.')
  expect(note({ responses: 0, votes: null })).toBe('Belum ada penilaian.')
})

test('an opening balance is named with its source, its day and that it is an estimate', () => {
  const opening = { views: 646, votes: null, source: 'penghitung lama', date: '2016-07-01' }
  expect(note({ opening: { ...opening, estimate: true } })).toBe(
    '1.234 penilaian. Termasuk hitungan awal per 01-07-2016: penghitung lama (perkiraan).',
  )
  expect(note({ opening: { ...opening, estimate: false } })).not.toContain('perkiraan')
})

test('a response rate is of what was measured here, and never more than everybody', () => {
  const settings = { responseRate: true }
  expect(note({ views: 5000, settings })).toContain('24,7% pembaca menanggapi.')
  expect(note({ views: 5000, settings }, 'en')).toContain('24.7% of readers answered.')
  const votes = { 'sangat-puas': 14, puas: 2, 'cukup-puas': 1, 'tidak-puas': 2 }
  const opening = { views: 646, votes, source: 'lama', date: '2016-07-01', estimate: true }
  const grown = { ...votes, puas: 3 }
  expect(note({ views: 666, responses: 20, votes: grown, opening, settings })).toContain('5,0%')
  expect(note({ views: 0, settings })).toContain('100,0%')
  expect(note({ views: 5000 })).not.toContain('%')
  expect(note({ views: 5000, votes: null, settings })).not.toContain('%')
})

test('an article that is being looked at says so', () => {
  expect(note({ review: true })).toBe('1.234 penilaian. Tanggapan artikel ini sedang ditinjau.')
})
