import { describe, expect, test } from 'vitest'
import {
  LOADING,
  type SurveyEvent,
  type SurveyState,
  takesChoice,
  transition,
} from '../../widget/survey-state.ts'

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
const load = (changes: Partial<typeof reply> | { choice: 'puas' | 'tidak-puas' }, own = null) =>
  transition(LOADING, { type: 'loaded', reply: { ...reply, ...changes }, own })

const ready = load({})
const sending = transition(ready, { type: 'send', choice: 'puas' })
const accepted = { type: 'accepted', figures: { ...figures, choice: 'puas' } } as const
const voted = transition(sending, accepted)
const withdrawing = transition(voted, { type: 'withdraw' })

/** What a reader notices of a state. */
const seen = ({ phase, selected, last }: SurveyState) => [phase, selected, last]

describe('loading', () => {
  test('figures make it ready, and an own vote among them makes it voted', () => {
    expect(seen(ready)).toEqual(['ready', null, null])
    expect(seen(load({ choice: 'tidak-puas' }))).toEqual(['voted', 'tidak-puas', null])
  })

  test('a closed article shows its figures and takes nothing', () => {
    const closed = load({ open: false })
    expect(closed.phase).toBe('closed')
    expect(transition(closed, { type: 'send', choice: 'puas' })).toBe(closed)
  })

  test('no answer makes it unavailable, but only before there were figures', () => {
    expect(seen(transition(LOADING, { type: 'lost' }))).toEqual(['unavailable', null, 'failed'])
    expect(transition(ready, { type: 'lost' })).toBe(ready)
  })

  test('another try says so by nothing but trying, until it has gone well', () => {
    const again = transition(transition(LOADING, { type: 'lost' }), { type: 'retry' })
    expect(seen(again)).toEqual(['loading', null, 'failed'])
    expect(transition(again, { type: 'lost' }).phase).toBe('unavailable')
    const loaded = transition(again, { type: 'loaded', reply, own: null })
    expect(seen(loaded)).toEqual(['ready', null, null])
  })

  test('a vote that the server does not have yet waits, and may be changed', () => {
    const own = { choice: 'cukup-puas', phase: 'waiting' } as const
    const waiting = transition(LOADING, { type: 'loaded', reply, own })
    expect(seen(waiting)).toEqual(['waiting', 'cukup-puas', 'waiting'])
    expect(takesChoice(waiting)).toBe(true)
  })

  test('a sealed vote is shown as the own one for ever, and final', () => {
    const own = { choice: 'puas', phase: 'final' } as const
    const final = transition(LOADING, { type: 'loaded', reply, own })
    expect([...seen(final), final.reply?.choice]).toEqual(['final', 'puas', null, 'puas'])
    expect(transition(final, { type: 'change' })).toBe(final)
    expect(transition(final, { type: 'send', choice: 'puas' })).toBe(final)
  })
})

describe('voting', () => {
  test('selecting marks a choice and sends nothing', () => {
    const marked = transition(ready, { type: 'select', choice: 'cukup-puas' })
    expect(seen(marked)).toEqual(['ready', 'cukup-puas', null])
  })

  test('a second send while the first is under way changes nothing', () => {
    expect(transition(sending, { type: 'send', choice: 'tidak-puas' })).toBe(sending)
    expect(takesChoice(sending)).toBe(false)
  })

  test('the figures of an accepted vote replace the first and keep token and settings', () => {
    expect(seen(voted)).toEqual(['voted', 'puas', 'accepted'])
    expect(voted.reply).toMatchObject({ choice: 'puas', token: 'first', settings: {} })
  })

  test('a vote that was refused keeps the choice for another try', () => {
    const failed = transition(sending, { type: 'failed' })
    expect(seen(failed)).toEqual(['ready', 'puas', 'failed'])
    const other = transition(failed, { type: 'select', choice: 'tidak-puas' })
    expect(seen(other)).toEqual(['ready', 'tidak-puas', null])
  })

  test('without a connection the choice waits, and is thanked for when it has been sent', () => {
    const waiting = transition(sending, { type: 'offline' })
    expect(seen(waiting)).toEqual(['waiting', 'puas', 'waiting'])
    expect(seen(transition(waiting, accepted))).toEqual(['voted', 'puas', 'accepted'])
  })

  test('an article that closed meanwhile shows the vote that counts, not the one refused', () => {
    const closed = transition(sending, { type: 'closed' })
    expect(seen(closed)).toEqual(['closed', null, 'failed'])
  })

  test('what was done in another tab is shown and not announced', () => {
    expect(seen(transition(ready, accepted))).toEqual(['voted', 'puas', null])
  })
})

describe('changing and withdrawing', () => {
  test('a vote is locked until the reader asks to change it', () => {
    expect(transition(voted, { type: 'send', choice: 'tidak-puas' })).toBe(voted)
    const changing = transition(voted, { type: 'change' })
    expect([takesChoice(changing), ...seen(changing)]).toEqual([true, 'ready', 'puas', null])
  })

  test('a lost change leaves the reader changing, a lost withdrawal leaves the vote', () => {
    const changing = transition(voted, { type: 'change' })
    const sent = transition(changing, { type: 'send', choice: 'tidak-puas' })
    expect(seen(transition(sent, { type: 'failed' }))).toEqual(['ready', 'tidak-puas', 'failed'])
    expect(seen(withdrawing)).toEqual(['sending', null, null])
    expect(seen(transition(withdrawing, { type: 'failed' }))).toEqual(['voted', 'puas', 'failed'])
  })

  test('after a withdrawal nothing is marked and a new vote is welcome', () => {
    const withdrawn = transition(withdrawing, { type: 'accepted', figures })
    expect(seen(withdrawn)).toEqual(['ready', null, 'accepted'])
    expect(takesChoice(withdrawn)).toBe(true)
  })
})

test('only a vote can be changed or withdrawn, only what is at hand can be cast', () => {
  const acts: readonly SurveyEvent[] = [
    { type: 'change' },
    { type: 'withdraw' },
    { type: 'send', choice: 'puas' },
    { type: 'select', choice: 'puas' },
  ]
  for (const state of [LOADING, sending, withdrawing]) {
    for (const act of acts) expect(transition(state, act)).toBe(state)
  }
})
