import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands'

/* A reader's hand: real keys and a real mouse, by way of the browser's own input. */

export type Key = 'ArrowDown' | 'ArrowUp' | 'Enter' | ' ' | 'Tab'

export async function press(...keys: readonly Key[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key })
}

/** Clicks the middle of what a reader sees. */
export async function click(element: Element): Promise<void> {
  const position = middleOf(element)
  await sendMouse({ type: 'click', position })
  await resetMouse()
}

export async function doubleClick(element: Element): Promise<void> {
  const position = middleOf(element)
  await sendMouse({ type: 'click', position })
  await sendMouse({ type: 'click', position })
  await resetMouse()
}

function middleOf(element: Element): [number, number] {
  element.scrollIntoView({ block: 'center' })
  const { left, top, width, height } = element.getBoundingClientRect()
  return [Math.round(left + width / 2), Math.round(top + height / 2)]
}
