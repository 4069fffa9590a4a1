/*
 * Lets the arrow keys walk along the marks of a picture: only one of them is a stop of the Tab key,
 * the one that was looked at last.
 */

const WALK = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
}

for (const plot of document.querySelectorAll('.plot')) {
  const marks = [...plot.querySelectorAll('.mark')]

  // Not on the drawing itself: Chromium makes an SVG that listens for focus a stop of the Tab key.
  plot.addEventListener('focusin', ({ target }) => {
    for (const mark of marks) mark.setAttribute('tabindex', mark === target ? '0' : '-1')
  })

  plot.addEventListener('keydown', (event) => {
    const at = marks.indexOf(document.activeElement)
    const step = Object.hasOwn(WALK, event.key) ? WALK[event.key] : null
    if (!step || at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const last = marks.length - 1
    marks[Math.min(Math.max(step(at, last), 0), last)].focus()
  })
}

for (const hint of document.querySelectorAll('[data-walks]')) hint.hidden = false
