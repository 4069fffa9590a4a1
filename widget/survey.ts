import type { Language } from '../shared/language.ts'
import { adoptStyles } from './adopt-styles.ts'
import { articleOfPage, type PageArticle } from './article-of-page.ts'
import { ATTRIBUTES } from './attributes.ts'
import { languageOf } from './language.ts'
import { createSurvey, type Survey } from './survey-controller.ts'

/**
 * A view counter and a four-level satisfaction vote for one article.
 *
 * @attr site - public id of the site, such as `bojonegoro`
 * @attr article - address or path of the article; what the page says of itself where absent
 * @attr server - address of the Tanggapan server; that of the script where absent
 * @attr lang - `id`, `en`, `jv` or `su`; where absent the closest `lang` of the page, if it is `id` or `en`
 * @attr identity - `address`: the page's own address goes before its canonical one
 * @attr compact - smaller, for a narrow column or the foot of a list
 * @fires {TanggapanVoteEvent} tanggapan-vote - a person's vote is on disk
 * @fires {TanggapanWithdrawEvent} tanggapan-withdraw - a person's withdrawal is on disk
 * @csspart survey - the whole survey
 * @csspart counter - how often the article was viewed
 * @csspart question - the question
 * @csspart hint - hint, thanks or error
 * @csspart choice - a row: radio, words, bar
 * @csspart own-choice - the row of the reader's own vote
 * @csspart label - the words of a choice
 * @csspart share - share and count of a choice
 * @csspart count - count of a choice
 * @csspart bar - bar of a choice
 * @csspart actions - the row of buttons
 * @csspart button - a button
 * @csspart follow-up - the site's link after Tidak Puas
 * @csspart note - number of answers and notes on the figures
 * @csspart explanation - the fold that says how the figures are made
 * @cssprop --tanggapan-sangat-puas - colour of Sangat Puas
 * @cssprop --tanggapan-puas - colour of Puas
 * @cssprop --tanggapan-cukup-puas - colour of Cukup Puas
 * @cssprop --tanggapan-tidak-puas - colour of Tidak Puas
 * @cssprop --tanggapan-accent - colour of focus, radio and main button
 * @cssprop --tanggapan-error - colour of an error
 * @cssprop --tanggapan-max-width - widest that the survey grows, 40em unless set
 * @cssprop --tanggapan-height - height that the survey keeps in every state
 */
export class TanggapanSurvey extends HTMLElement {
  /** Address of the server for elements that do not name theirs; the script sets its own. */
  declare static server?: string | undefined

  static get observedAttributes(): string[] {
    return [...ATTRIBUTES, 'hidden']
  }

  declare private survey?: Survey

  /** Public id of the site; empty where the attribute is missing. */
  get site(): string {
    return this.getAttribute('site') ?? ''
  }

  /** Address or path of the article; null: what the page says of itself. */
  get article(): string | null {
    return this.getAttribute('article')
  }

  /** Address of the server without a trailing slash; empty: the page's own. */
  get server(): string {
    return (this.getAttribute('server') ?? TanggapanSurvey.server ?? '').replace(/\/$/, '')
  }

  /** What names the article where nothing asks for one; anything unknown is `canonical`. */
  get identity(): 'canonical' | 'address' {
    return this.getAttribute('identity') === 'address' ? 'address' : 'canonical'
  }

  /** The article that the survey stands under. */
  get pageArticle(): PageArticle {
    return articleOfPage(this.article, this.identity === 'address')
  }

  /**
   * The language of the survey; an unknown one falls back and never throws.
   * @param site what the site has set, if anything
   */
  languageFor(site?: Language): Language {
    const page = this.parentElement?.closest<HTMLElement>('[lang]')
    return languageOf(this.lang, page?.lang, site)
  }

  connectedCallback(): void {
    // Templates are HTML; a page that is served as XML can't read them.
    if (document.contentType !== 'text/html') return
    // An element that is moved on its page keeps its state and is not a second view.
    if (!this.survey) {
      // eslint-disable-next-line wc/attach-shadow-constructor -- the root is the sign that it started
      const root = this.attachShadow({ mode: 'open' })
      adoptStyles(root)
      this.survey = createSurvey(this, root)
    }
    this.survey.connect()
  }

  disconnectedCallback(): void {
    this.survey?.disconnect()
  }

  attributeChangedCallback(): void {
    this.survey?.change()
  }
}
