/** What the reader's hand does with a radio. */
export type RadioAct = 'cast' | 'select' | undefined

/** As much of a click, a key or a pointer as tells what it means. */
export interface HandEvent {
  readonly type: string
  readonly key?: string
  readonly repeat?: boolean
}

/**
 * Tells casting from selecting. A tap, a click and a screen reader's activation cast. An arrow
 * key clicks the next radio too, but only selects: walking to the fourth choice must not be
 * three votes. It is known by the key before the click, for `event.detail` is 0 for both an
 * arrow and a screen reader. Enter casts the selected radio, once however long it is held, and
 * so does Space, which browsers answer with a click only where the radio is not selected yet.
 */
export function tellRadioAct(): (event: HandEvent, selected: boolean) => RadioAct {
  let byArrow = false
  return ({ type, key, repeat }, selected) => {
    const walking = byArrow
    byArrow = type === 'keydown' && /^Arrow/.test(key ?? '')
    if (type === 'click') return walking ? 'select' : 'cast'
    const enter = type === 'keydown' && key === 'Enter' && !repeat
    const space = type === 'keyup' && key === ' '
    return selected && (enter || space) ? 'cast' : undefined
  }
}
