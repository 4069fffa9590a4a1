/*
 * Figures that move while one looks: the stream named by `data-live` sends parts of the page anew, and
 * each takes the place of its `data-part`. Where there is no stream the page asks again as a whole.
 */

const line = document.querySelector('[data-live]')
/** How long figures may stand still before the page is loaded again, in milliseconds. */
const STILL = 60_000
const trusted = globalThis.trustedTypes?.createPolicy('live', { createHTML: (text) => text })
/** What came and could not be shown yet, by its part. */
const waiting = new Map()
let source = null
let reload = 0

/** Nothing is taken away under somebody's hands. */
function isHeld(part) {
  const selection = document.getSelection()
  return (
    part.contains(document.activeElement) ||
    (selection && !selection.isCollapsed && selection.containsNode(part, true))
  )
}

function show() {
  for (const [name, text] of waiting) {
    const part = document.querySelector(`[data-part="${name}"]`)
    if (part && isHeld(part)) continue
    waiting.delete(name)
    if (part) part.innerHTML = trusted ? trusted.createHTML(text) : text
  }
}

function say(state) {
  line.textContent = line.dataset[state]
  line.hidden = false
}

/** Not while somebody fills something in. */
function askAgain() {
  reload = 0
  if (document.hidden) return
  if (document.activeElement?.closest('main')) standStill()
  else location.reload()
}

function standStill() {
  say('still')
  reload ||= setTimeout(askAgain, STILL)
}

function move() {
  clearTimeout(reload)
  reload = 0
  say('moving')
}

function watch() {
  if (source || document.hidden) return
  if (!globalThis.EventSource) {
    standStill()
    return
  }
  source = new EventSource(line.dataset.live)
  source.addEventListener('open', move)
  source.addEventListener('message', ({ data }) => {
    for (const [name, text] of Object.entries(JSON.parse(data))) waiting.set(name, text)
    show()
  })
  // A stream that only ended begins again by itself; the figures stand until then.
  source.addEventListener('error', standStill)
}

function leave() {
  source?.close()
  source = null
  clearTimeout(reload)
  reload = 0
}

document.addEventListener('visibilitychange', () => (document.hidden ? leave() : watch()))
document.addEventListener('focusout', () => setTimeout(show))
document.addEventListener('selectionchange', show)
window.addEventListener('pagehide', leave)
window.addEventListener('pageshow', watch)
watch()
