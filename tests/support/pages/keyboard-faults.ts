import type { Page } from 'playwright-core'

/** What the page remembers of a walk through it. */
interface Walk {
  /** What the keyboard should come to, in words, without what it has come to. */
  missed(): readonly string[]
  readonly faults: readonly string[]
  /** Whether the focus has left the page. */
  readonly left: boolean
}

/** Presses besides one for each control: what scrolls is a stop too, and a date has four. */
const MORE = 3

/**
 * What somebody without a pointer meets on a page that was just opened: controls that Tab doesn't come
 * to, ones that don't show that they have the focus or have it out of sight, and ones that keep it.
 */
export async function keyboardFaults(page: Page): Promise<readonly string[]> {
  const controls = await page.evaluate(beginWalk)
  const walk = <T>(ask: (walk: Walk) => T) => page.evaluate<T>(`(${ask})(globalThis.tanggapanWalk)`)
  let [missed, left]: [readonly string[], boolean] = [[], false]
  for (let round = 0; round < 2 && !(left && missed.length === 0); round++) {
    // Without waiting for each to have been dealt with: they are, one after the other.
    await Promise.all(Array.from({ length: controls + MORE }, () => page.keyboard.press('Tab')))
    ;[missed, left] = await walk((walk) => [walk.missed(), walk.left])
  }
  const faults = await walk((walk) => walk.faults)
  return [
    ...missed.map((control) => `keyboard: Tab doesn't come to ${control}`),
    ...(left ? [] : ["keyboard: the focus can't leave the page"]),
    ...faults.map((fault) => `keyboard: ${fault}`),
  ]
}

/** Runs in the page: notes what gets the focus, and how that looks. */
function beginWalk(): number {
  const CONTROLS =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable]'
  const LOOKS = ['outlineStyle', 'outlineWidth', 'boxShadow', 'borderColor', 'backgroundColor']
  const DRAWN = ['stroke', 'strokeWidth', 'fill', 'visibility', 'textDecorationLine']
  const shown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
  const all = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ])
  const looksOf = (element: Element) =>
    [element, ...element.querySelectorAll('*')].slice(0, 12).map((each) => {
      const style = getComputedStyle(each) as unknown as Record<string, string>
      return [...LOOKS, ...DRAWN].map((name) => style[name]).join()
    })
  const named = (element: Element) => element.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 160)
  const groupOf = (element: Element) =>
    element instanceof HTMLInputElement && element.type === 'radio' ? element.name : undefined

  const controls = all(document).filter((element) => {
    const { disabled, tabIndex } = element as HTMLInputElement
    return element.matches(CONTROLS) && !disabled && tabIndex >= 0 && shown(element)
  })
  const before = new Map(controls.map((control) => [control, `${looksOf(control)}`]))
  const seen = new Set<Element>()
  const faults = new Set<string>()
  let focused: Element | undefined
  let left = false

  const onFocus = (event: Event) => {
    const element = event.composedPath()[0] as Element
    focused = element
    if (seen.has(element)) return
    seen.add(element)
    const looks = before.get(element) ?? ''
    const same =
      looks === `${looksOf(element)}` ||
      (!looks && getComputedStyle(element).outlineStyle === 'none')
    if (same) faults.add(`the focus can't be seen on ${named(element)}`)
  }
  // What moves within a shadow tree isn't told outside of it.
  const roots = new Set([document, ...controls.map((control) => control.getRootNode())])
  for (const root of roots) root.addEventListener('focusin', onFocus)
  addEventListener('focusout', ({ relatedTarget }) => {
    left ||= relatedTarget === null
  })
  // Where it stands is settled by the time of the next press.
  const onPress = () => {
    if (!focused) return
    const { left, right, top, bottom, width, height } = focused.getBoundingClientRect()
    const outside = bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth
    if (width * height === 0 || outside)
      faults.add(`out of sight with the focus: ${named(focused)}`)
    focused = undefined
  }
  addEventListener('keydown', onPress, true)
  const isReached = (control: Element) =>
    seen.has(control) ||
    controls.some((one) => seen.has(one) && groupOf(one) && groupOf(one) === groupOf(control))
  Object.assign(globalThis, {
    tanggapanWalk: {
      missed: () => controls.filter((control) => !isReached(control)).map(named),
      get faults() {
        return [...faults]
      },
      get left() {
        return left
      },
    },
  })
  return controls.length
}
