import { adoptStyles } from './adopt-styles.ts'
import { articleOfPage } from './article-of-page.ts'
import { type Language, languageOf } from './language.ts'
import { startSurvey } from './survey-controller.ts'
import { createSession } from './survey-session.ts'
import { whenShown } from './when-shown.ts'

/**
 * A view counter and a four-level satisfaction vote for one article.
 *
 * @attr site - public id of the site, such as `bojonegoro`
 * @attr article - address or path of the article; what the page says of itself where absent
 * @attr server - address of the Tanggapan server, without a trailing slash
 * @attr lang - `id` or `en`; the closest `lang` of the page where absent
 * @fires tanggapan-vote - a TanggapanVoteEvent when a vote is on disk
 * @fires tanggapan-withdraw - a TanggapanWithdrawEvent when a withdrawal is on disk
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
 * @csspart note - number of answers and notes on the figures
 * @cssprop --tanggapan-sangat-puas - colour of Sangat Puas
 * @cssprop --tanggapan-puas - colour of Puas
 * @cssprop --tanggapan-cukup-puas - colour of Cukup Puas
 * @cssprop --tanggapan-tidak-puas - colour of Tidak Puas
 * @cssprop --tanggapan-accent - colour of focus, radio and main button
 * @cssprop --tanggapan-error - colour of an error
 * @cssprop --tanggapan-max-width - widest that the survey grows, 40rem unless set
 * @cssprop --tanggapan-height - height that the survey keeps in every state
 */
export class TanggapanSurvey extends HTMLElement {
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
    return (this.getAttribute('server') ?? '').replace(/\/$/, '')
  }

  /** The language of the survey; an unknown one falls back and never throws. */
  get language(): Language {
    return languageOf(this.lang, this.closest('[lang]')?.getAttribute('lang'))
  }

  connectedCallback(): void {
    // An element that is moved on its page keeps its state and is not a second view.
    if (this.shadowRoot) return
    // eslint-disable-next-line wc/attach-shadow-constructor -- the root is the sign that it started
    const root = this.attachShadow({ mode: 'open' })
    adoptStyles(root)
    startSurvey(this, root, async () => {
      await whenShown()
      return createSession(this.server, this.site, articleOfPage(this.article))
    })
  }
}
