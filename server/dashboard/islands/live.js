/*
 * Figures that move while one looks: the stream named by `data-live` sends parts of the page anew, and
 * each takes the place of its `data-part`. Where there is no stream the page asks again as a whole.
 */

const line = document.querySelector('[data-live]')
/** How long figures may stand still before the page is loaded again, in milliseconds. */
const STILL = 60_000
/** How long a stream may take to begin again, in milliseconds. */
const BROKEN = 15_000
/** Loading is a use of the session: not for somebody who has left the page alone so long, in milliseconds. */
const LEFT = 25 * 60_000
const USED = 'tanggapan-used'
const trusted = globalThis.trustedTypes?.createPolicy('live', { createHTML: (text) => text })
/** What came and could not be shown yet, by its part. */
const waiting = new Map()
let source = null
let [reload, broken] = [0, 0]

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

function use() {
  sessionStorage.setItem(USED, String(Date.now()))
}

/** Not while somebody fills something in. */
function askAgain() {
  reload = 0
  if (document.hidden || Date.now() - Number(sessionStorage.getItem(USED)) > LEFT) return
  if (document.activeElement?.closest('main')) standStill()
  else location.reload()
}

function standStill() {
  say('still')
  reload ||= setTimeout(askAgain, STILL)
}

function rest() {
  for (const timer of [reload, broken]) clearTimeout(timer)
  reload = 0
  broken = 0
}

function move() {
  rest()
  say('moving')
}

/** A stream that only ended begins again by itself; the figures stand until then. */
function lose() {
  if (source?.readyState === EventSource.CLOSED) standStill()
  else broken ||= setTimeout(standStill, BROKEN)
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
  source.addEventListener('error', lose)
}

function leave() {
  source?.close()
  source = null
  rest()
}

document.addEventListener('visibilitychange', () => (document.hidden ? leave() : watch()))
document.addEventListener('focusout', () => setTimeout(show))
document.addEventListener('selectionchange', show)
window.addEventListener('pagehide', leave)
window.addEventListener('pageshow', watch)
for (const act of ['pointerdown', 'keydown', 'wheel']) {
  document.addEventListener(act, use, { passive: true })
}
if (performance.getEntriesByType('navigation')[0]?.type !== 'reload') use()
watch()
