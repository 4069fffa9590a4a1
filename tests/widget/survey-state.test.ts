import { describe, expect, test } from 'vitest'
import { LOADING, type SurveyState, takesChoice, transition } from '../../widget/survey-state.ts'

const votes = { 'sangat-puas': 14, puas: 2, 'cukup-puas': 1, 'tidak-puas': 2 }
const figures = {
  article: 'desa.go.id/berita/1',
  views: 647,
  responses: 19,
  votes,
  choice: null,
  review: false,
  opening: null,
}
const reply = { ...figures, token: 'first', open: true, settings: {} }
const ready = transition(LOADING, { type: 'loaded', reply })
const sending = transition(ready, { type: 'send', choice: 'puas' })
const voted = transition(sending, { type: 'accepted', figures: { ...figures, choice: 'puas' } })

const phase = (state: SurveyState) => state.phase
const selected = (state: SurveyState) => ('selected' in state ? state.selected : undefined)
const last = (state: SurveyState) => ('last' in state ? state.last : undefined)

describe('loading', () => {
  test('figures make it ready, and an own vote among them makes it voted', () => {
    expect(phase(ready)).toBe('ready')
    const own = transition(LOADING, { type: 'loaded', reply: { ...reply, choice: 'tidak-puas' } })
    expect([phase(own), selected(own)]).toEqual(['voted', 'tidak-puas'])
  })

  test('a closed article shows its figures and takes nothing', () => {
    const closed = transition(LOADING, { type: 'loaded', reply: { ...reply, open: false } })
    expect(phase(closed)).toBe('closed')
    expect(transition(closed, { type: 'send', choice: 'puas' })).toBe(closed)
  })

  test('no answer makes it unavailable, but only before there were figures', () => {
    expect(phase(transition(LOADING, { type: 'lost' }))).toBe('unavailable')
    expect(transition(ready, { type: 'lost' })).toBe(ready)
  })

  test('another try is one at a time, and remembered so that its button stays', () => {
    const lost = transition(LOADING, { type: 'lost' })
    const again = transition(lost, { type: 'retry' })
    expect(again).toEqual({ phase: 'loading', retried: true })
    expect(transition(again, { type: 'retry' })).toBe(again)
    expect(phase(transition(again, { type: 'lost' }))).toBe('unavailable')
    expect(phase(transition(again, { type: 'loaded', reply }))).toBe('ready')
  })

  test('nothing of it came of an act of the reader', () => {
    const own = transition(LOADING, { type: 'loaded', reply: { ...reply, choice: 'puas' } })
    expect([last(ready), last(own)]).toEqual([null, null])
  })
})

describe('voting', () => {
  test('selecting marks a choice and sends nothing', () => {
    const marked = transition(ready, { type: 'select', choice: 'cukup-puas' })
    expect([phase(marked), selected(marked)]).toEqual(['ready', 'cukup-puas'])
  })

  test('a second send while the first is under way changes nothing', () => {
    expect(transition(sending, { type: 'send', choice: 'tidak-puas' })).toBe(sending)
    expect(takesChoice(sending)).toBe(false)
  })

  test('the figures of an accepted vote replace the first and keep token and settings', () => {
    expect(phase(voted)).toBe('voted')
    expect('reply' in voted && voted.reply).toMatchObject({ choice: 'puas', token: 'first' })
    expect(last(voted)).toBe('accepted')
  })

  test('a vote that got lost keeps the choice for another try', () => {
    const failed = transition(sending, { type: 'failed' })
    expect([phase(failed), selected(failed)]).toEqual(['ready', 'puas'])
    expect(last(failed)).toBe('failed')
    expect(last(transition(failed, { type: 'select', choice: 'tidak-puas' }))).toBe(null)
  })

  test('an article that closed meanwhile shows the vote that counts, not the one refused', () => {
    const closed = transition(sending, { type: 'closed' })
    expect([phase(closed), selected(closed)]).toEqual(['closed', null])
  })
})

describe('changing and withdrawing', () => {
  test('a vote is locked until the reader asks to change it', () => {
    expect(transition(voted, { type: 'send', choice: 'tidak-puas' })).toBe(voted)
    const changing = transition(voted, { type: 'change' })
    expect([takesChoice(changing), selected(changing)]).toEqual([true, 'puas'])
  })

  test('a lost change leaves the reader changing, a lost withdrawal leaves the vote', () => {
    const changing = transition(voted, { type: 'change' })
    const sent = transition(changing, { type: 'send', choice: 'tidak-puas' })
    expect(phase(transition(sent, { type: 'failed' }))).toBe('changing')
    const leaving = transition(voted, { type: 'withdraw' })
    expect(phase(leaving)).toBe('withdrawing')
    expect(phase(transition(leaving, { type: 'failed' }))).toBe('voted')
  })

  test('after a withdrawal nothing is marked and a new vote is welcome', () => {
    const withdrawn = transition(transition(voted, { type: 'withdraw' }), {
      type: 'accepted',
      figures,
    })
    expect([phase(withdrawn), selected(withdrawn), takesChoice(withdrawn)]).toEqual([
      'withdrawn',
      null,
      true,
    ])
  })
})
