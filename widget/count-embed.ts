/** Site and server that a page's script tag names; either may be empty. */
export interface CountEmbed {
  readonly site: string
  readonly server: string
}

/** Other products have a `data-site` too: a script of ours is known by its name or its server. */
const SCRIPTS = ['count.js', 'widget.js']
  .flatMap((name) => [`[src*="/${name}"]`, `[data-src*="/${name}"]`])
  .concat('[data-server]')
  .map((sign) => `script[data-site]${sign}`)

/**
 * What the script says that runs, else the first of ours on the page: one that an optimiser has
 * combined, delayed or turned into a module is not told its own place.
 */
export function countEmbed(running: HTMLScriptElement | null): CountEmbed {
  const script = running?.dataset['site']
    ? running
    : document.querySelector<HTMLScriptElement>(SCRIPTS.join())
  return {
    site: script?.dataset['site'] ?? '',
    server: serverOf(script) || serverOf(running),
  }
}

function serverOf(script: HTMLScriptElement | null): string {
  const { dataset, src } = script ?? {}
  const source = src || dataset?.['src']
  try {
    return dataset?.['server'] ?? (source ? new URL(source, location.href).origin : '')
  } catch {
    // No address: the script says nothing of its server.
    return ''
  }
}
