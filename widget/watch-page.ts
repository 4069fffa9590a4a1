/** Changes of one moment are told once, this long after the first, in milliseconds. */
const GATHERED = 50

const listeners = new Set<() => void>()
let watching = false
let due = false

/**
 * Calls back when the page may have become another without loading anew: its address, what it
 * says of itself, or what stands on it. Addresses are told by the Navigation API; where there
 * is none, by going back and forth, and by what a page changes when it shows something else.
 * @returns what ends it
 */
export function watchPage(listener: () => void): () => void {
  listeners.add(listener)
  if (!watching) {
    watching = true
    new MutationObserver(soon).observe(document, {
      subtree: true,
      childList: true,
      attributeFilter: ['href', 'content', 'data-article', 'class'],
    })
    addEventListener('popstate', soon)
    const { navigation } = window as { navigation?: EventTarget }
    navigation?.addEventListener('currententrychange', soon)
  }
  return () => listeners.delete(listener)
}

function soon(): void {
  if (due) return
  due = true
  setTimeout(() => {
    due = false
    for (const listener of listeners) listener()
  }, GATHERED)
}
