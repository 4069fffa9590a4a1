/* Imported for what it does to its page: a browser that lets pages keep nothing. */

Object.defineProperty(window, 'indexedDB', {
  get() {
    throw new DOMException('storage is refused', 'SecurityError')
  },
})
