import { isLanguage, type Language } from '../shared/language.ts'
import { countAddress } from './count-address.ts'
import { type CountSource, type CountTaker, countSoon } from './count-batch.ts'
import type { Counted } from './count-request.ts'
import { countText } from './count-text.ts'

/**
 * How often an article was viewed, or how many rated it, within a line of text. It reads as its
 * surroundings do, and what stands in it stays until there is a figure.
 *
 * @attr article - address or path of the article
 * @attr show - `views`, or `responses` for the number of ratings; `views` where absent
 * @attr bare - where present, the number stands without words
 * @attr lang - `id`, `en`, `jv` or `su`; the closest `lang` of the page where absent
 * @attr site - public id of the site; the script's where absent
 * @attr server - address of the Tanggapan server; the script's where absent
 * @slot - what stands there until there is a figure, such as a dash
 */
export class TanggapanCount extends HTMLElement {
  // Declared only: fields would be lowered by helpers for the oldest browsers.
  /** Site of elements that do not name theirs; the script sets its own. */
  declare static site?: string
  /** Server of elements that do not name theirs; the script sets its own. */
  declare static server?: string

  declare private readonly taker: CountTaker
  declare private counted?: Counted | undefined

  static get observedAttributes(): string[] {
    return ['article', 'show', 'bare', 'lang', 'site', 'server']
  }

  constructor() {
    super()
    this.attachShadow({ mode: 'open' })
    this.taker = {
      source: () => (this.isConnected ? this.source : undefined),
      take: (source, counted) => {
        // Meanwhile the element may have become that of another article.
        if (String(Object.values(source)) !== String(Object.values(this.source))) return
        this.counted = counted
        this.draw()
      },
    }
  }

  /** Public id of the site; empty where nothing names one. */
  get site(): string {
    return this.getAttribute('site') ?? TanggapanCount.site ?? ''
  }

  /** Address of the server without a trailing slash; empty: the page's own. */
  get server(): string {
    return (this.getAttribute('server') ?? TanggapanCount.server ?? '').replace(/\/$/, '')
  }

  /** Address or path of the article, as it was given. */
  get article(): string | null {
    return this.getAttribute('article')
  }

  /** Which of the figures is shown; anything unknown is `views`. */
  get show(): keyof Counted {
    return this.getAttribute('show') === 'responses' ? 'responses' : 'views'
  }

  /** The language of the words; an unknown one falls back and never throws. */
  get language(): Language {
    const closest = this.closest<HTMLElement>('[lang]')?.lang
    const language = closest?.toLowerCase().split('-')[0]
    return isLanguage(language) ? language : 'id'
  }

  connectedCallback(): void {
    // An element that is moved on its page keeps its figure.
    if (!this.counted) countSoon(this.taker)
    this.draw()
  }

  attributeChangedCallback(name: string): void {
    if (['article', 'site', 'server'].includes(name)) {
      this.counted = undefined
      if (this.isConnected) countSoon(this.taker)
    }
    this.draw()
  }

  private get source(): CountSource {
    return { server: this.server, site: this.site, article: countAddress(this.article) }
  }

  private draw(): void {
    const { counted, show, language } = this
    const shown = document.createElement(counted ? 'span' : 'slot')
    if (counted) {
      shown.lang = language
      shown.textContent = countText(
        counted[show],
        language,
        this.hasAttribute('bare') ? null : show,
      )
    }
    this.shadowRoot?.replaceChildren(shown)
  }
}
