import { expect, test } from 'vitest'
import { type HandEvent, tellRadioAct } from '../../widget/radio-act.ts'

const click: HandEvent = { type: 'click' }
const down = (key: string, repeat = false): HandEvent => ({ type: 'keydown', key, repeat })
const up = (key: string): HandEvent => ({ type: 'keyup', key })

/** What a row of events on one radio comes to; browsers tick a radio before its click. */
function acts(events: readonly HandEvent[], selected = false): string[] {
  const radioAct = tellRadioAct()
  return events.flatMap((event) => radioAct(event, selected || event.type === 'click') ?? [])
}

test('a tap and a click cast', () => {
  expect(acts([{ type: 'pointerdown' }, click])).toEqual(['cast'])
})

test("a screen reader's activation, a click out of nothing, casts", () => {
  expect(acts([click])).toEqual(['cast'])
})

test('arrow keys only select, however often and in each direction', () => {
  for (const arrow of ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight']) {
    expect(acts([down(arrow), click, up(arrow)])).toEqual(['select'])
  }
  expect(acts([down('ArrowDown'), click, down('ArrowDown', true), click])).toEqual([
    'select',
    'select',
  ])
})

test('what comes after an arrow is not its doing', () => {
  expect(acts([down('ArrowDown'), up('ArrowDown'), click])).toEqual(['cast'])
  expect(acts([down('ArrowDown'), { type: 'pointerdown' }, click])).toEqual(['cast'])
  expect(acts([down('ArrowDown'), click, click])).toEqual(['select', 'cast'])
})

test('Enter casts a selected radio, once however long it is held', () => {
  expect(acts([down('Enter'), down('Enter', true), up('Enter')], true)).toEqual(['cast'])
  expect(acts([down('Enter'), up('Enter')])).toEqual([])
})

test('Space casts a selected radio, and an unselected one by the click that follows', () => {
  expect(acts([down(' '), up(' ')], true)).toEqual(['cast'])
  expect(acts([down(' '), up(' '), click])).toEqual(['cast'])
})

test('other keys do nothing', () => {
  expect(acts([down('Tab'), up('Tab'), down('a'), up('a'), down('Escape')], true)).toEqual([])
})
