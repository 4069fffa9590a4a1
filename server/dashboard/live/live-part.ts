import { type Html, html } from '../html.ts'
import type { Words } from '../words/words.ts'

/** A part of a page that a stream may send anew. */
export function livePart(name: string, part: Html | undefined): Html {
  return html`<div data-part="${name}">${part}</div>`
}

/**
 * Says whether figures move by themselves, where scripts run.
 * @param address of the stream that sends the parts of this page
 */
export function liveLine(words: Words, address: string): Html {
  return html`<p class="hint" data-live="${address}" data-moving="${words.liveMoving}" data-still="${words.liveStill}" hidden></p>
    <script src="/admin/live.js" defer></script>`
}
