/* As LiteSpeed Cache and WP Rocket delay scripts: they are made anew in their place at the
   reader's first movement, key, touch or scroll. */
;(function () {
  const { kind, from } = document.currentScript.dataset
  const signs = ['mousedown', 'keydown', 'touchstart', 'wheel', 'pointerdown']
  function run() {
    for (const sign of signs) removeEventListener(sign, run)
    for (const old of document.querySelectorAll('script[type="' + kind + '"]')) {
      const script = document.createElement('script')
      for (const { name, value } of old.attributes) {
        if (name === 'type') continue
        script.setAttribute(name === from ? 'src' : name, value)
      }
      old.replaceWith(script)
    }
  }
  for (const sign of signs) addEventListener(sign, run, { passive: true })
})()
