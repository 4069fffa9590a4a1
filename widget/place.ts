import { articleOfPage, isAtHome } from './article-of-page.ts'
import { ATTRIBUTES } from './attributes.ts'
import { watchPage } from './watch-page.ts'

const SURVEY = 'tanggapan-survey'
const PLACEHOLDERS = '.tanggapan, [data-tanggapan]'
/** Other products have a `data-site` too: a script of ours is known by its name or its server. */
const SCRIPTS =
  'script[data-site][src*="/widget.js"], script[data-site][data-server]:not([src*="/count.js"])'

/** What was put on the page for a script or a placeholder, and for which article. */
interface Placed {
  readonly survey: HTMLElement
  key: string
}

/**
 * The script that names the site: the one that runs, or the first of ours on the page, since
 * one that an optimiser has combined, delayed or turned into a module is not told its own place.
 */
export function scriptOfPage(running: HTMLScriptElement | null): HTMLScriptElement | null {
  return running?.dataset['site'] ? running : document.querySelector<HTMLScriptElement>(SCRIPTS)
}

/** Address of the server that a script names or comes from, if it tells either. */
export function serverOf(script: HTMLScriptElement | null): string | undefined {
  return script?.dataset['server'] ?? script?.src.match(/^https?:..[^/]+/)?.[0]
}

/**
 * Puts surveys on the page, and on what the page becomes: into every placeholder, else at
 * `data-target`, else where a script stands, but no second one of the same article. On a home
 * page nothing, unless a placeholder or `data-article` asks.
 */
export function place(main: HTMLScriptElement | null): void {
  const placed = new WeakMap<HTMLElement, Placed>()

  function placeAll(): void {
    const placeholders = [...document.querySelectorAll<HTMLElement>(PLACEHOLDERS)]
    const scripts = [...document.querySelectorAll<HTMLElement>(SCRIPTS)]
    if (main?.dataset['site'] && !scripts.includes(main)) scripts.push(main)
    for (const spot of [...placeholders, ...scripts]) {
      placeAt(spot, scripts.includes(spot), placeholders.length > 0)
    }
  }

  function placeAt(spot: HTMLElement, isScript: boolean, elsewhere: boolean): void {
    const asked = spot.dataset['article'] ?? null
    const { key } = articleOfPage(asked)
    const before = placed.get(spot)
    const unwanted = isScript && (elsewhere || (!asked && isAtHome()))
    if (before?.survey.isConnected) {
      before.survey.toggleAttribute('hidden', unwanted)
      // A placeholder that is used again for another article.
      if (asked && before.key !== key) {
        before.survey.setAttribute('article', asked)
        before.key = key
      }
    }
    // One that the page has taken away stays away, until the page shows another article.
    else if (spot.isConnected && !unwanted && before?.key !== key) {
      const same = (survey: Element) =>
        isScript ? survey.getAttribute('article') === asked : spot.contains(survey)
      if ([...document.querySelectorAll(SURVEY)].some(same)) return
      const survey = document.createElement(SURVEY)
      const server = serverOf(isScript ? (spot as HTMLScriptElement) : main)
      const said: DOMStringMap = { server, ...main?.dataset, article: undefined, ...spot.dataset }
      for (const name of ATTRIBUTES) {
        const value = said[name]
        if (value !== undefined) survey.setAttribute(name, value)
      }
      placed.set(spot, { survey, key })
      const target = isScript ? targetOf(spot) : spot
      if (target) target.append(survey)
      else spot.after(survey)
    }
  }

  placeAll()
  watchPage(placeAll)
}

/** Where a script puts its survey, if not just behind itself. */
function targetOf(script: HTMLElement): Element | null {
  const { target } = script.dataset
  try {
    const found = target && document.querySelector(target)
    if (found) return found
  } catch {
    // Not a selector: the survey stands where the script does.
  }
  if (!script.closest('head')) return null
  return document.querySelector('article') ?? document.querySelector('main') ?? document.body
}
