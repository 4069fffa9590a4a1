/* As Cloudflare's Rocket Loader: scripts wait with a changed type, then run one after another
   while the document says that it is still loading. */
;(function () {
  const kind = document.currentScript.dataset.cfSettings.split('-')[0]
  function run() {
    const waiting = Array.from(document.querySelectorAll('script[type^="' + kind + '-"]'))
    let state = 'loading'
    Object.defineProperty(document, 'readyState', { configurable: true, get: () => state })
    function next() {
      const old = waiting.shift()
      if (!old) {
        state = 'complete'
        document.dispatchEvent(new Event('DOMContentLoaded', { bubbles: true }))
        return
      }
      const script = document.createElement('script')
      for (const { name, value } of old.attributes) {
        if (name !== 'type') script.setAttribute(name, value)
      }
      script.async = false
      script.onload = script.onerror = next
      old.parentNode.insertBefore(script, old)
      old.remove()
    }
    next()
  }
  addEventListener('load', run)
})()
