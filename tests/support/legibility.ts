import type { Locator } from 'playwright-core'

/** Whether a survey can be read and touched where it stands; lengths in CSS pixels. */
export interface Legibility {
  /** Smallest font size of any of its texts. */
  readonly smallestText: number
  /** Height of the lowest of the rows of choices. */
  readonly lowestRow: number
  /** By how much its contents are wider than the place it has. */
  readonly overflow: number
}

/** Measures a drawn survey. */
export function legibilityOf(survey: Locator): Promise<Legibility> {
  return survey.evaluate((element) => {
    const root = element.shadowRoot as ShadowRoot
    let smallestText = Number.POSITIVE_INFINITY
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement
      if (!parent || parent.localName === 'style' || !texts.currentNode.nodeValue?.trim()) continue
      const size = Number.parseFloat(getComputedStyle(parent).fontSize)
      if (size < smallestText) smallestText = size
    }
    let lowestRow = Number.POSITIVE_INFINITY
    for (const row of root.querySelectorAll('[part~="choice"]')) {
      lowestRow = Math.min(lowestRow, row.getBoundingClientRect().height)
    }
    const section = root.querySelector('section') as HTMLElement
    return { smallestText, lowestRow, overflow: section.scrollWidth - section.clientWidth }
  })
}
