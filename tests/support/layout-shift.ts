import type { BrowserContext, Frame, Page } from 'playwright-core'

/** Something that moved by itself, not for a reader's click or key just before. */
export interface Shift {
  /** Its share of the page's layout shift. */
  readonly value: number
  /** The elements that moved, by name and class, from and to where: x, y, width, height. */
  readonly moved: readonly string[]
}

interface Watched {
  shifts?: Shift[]
  twoFrames?: () => Promise<void>
}

/**
 * Notes what moves by itself in every page and frame of a window, from the moment that it knows
 * our element: while the page's own pieces come in before, nothing that moves is ours.
 */
export async function watchLayoutShift(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const shifts: Shift[] = []
    // Kept before the page's own scripts can take them away.
    const nextFrame = requestAnimationFrame.bind(window)
    const Later = Promise
    const twoFrames = () => new Later<void>((done) => nextFrame(() => nextFrame(() => done())))
    const now = performance.now.bind(performance)
    let known = Number.POSITIVE_INFINITY
    customElements.whenDefined('tanggapan-survey').then(() => {
      known = now()
    })
    Object.defineProperties(window, { shifts: { value: shifts }, twoFrames: { value: twoFrames } })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
        sources: readonly {
          node: (Node & { className?: unknown }) | null
          previousRect: DOMRectReadOnly
          currentRect: DOMRectReadOnly
        }[]
      })[]) {
        if (entry.hadRecentInput || entry.startTime < known) continue
        const moved = entry.sources.map(({ node, previousRect: a, currentRect: b }) => {
          const places = [a, b].map(({ x, y, width, height }) => [x, y, width, height].join())
          return `${node?.nodeName} ${node?.className ?? ''} from ${places.join(' to ')}`
        })
        shifts.push({ value: entry.value, moved })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/**
 * What moved on a page so far, once two more frames have been drawn.
 * @param frames those of the page that count; none that runs no scripts
 */
export async function layoutShifts(
  page: Page,
  frames: readonly Frame[] = [page.mainFrame()],
): Promise<readonly Shift[]> {
  const all: Shift[] = []
  for (const frame of frames) {
    const shifts = await frame.evaluate(async () => {
      const { shifts, twoFrames } = window as Watched
      await twoFrames?.()
      return shifts ?? []
    })
    all.push(...shifts)
  }
  return all
}
