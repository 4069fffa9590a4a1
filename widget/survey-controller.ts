import { render } from 'lit/html.js'
import { type Choice, isChoice } from '../shared/choice.ts'
import type { Language } from '../shared/language.ts'
import type { PageArticle } from './article-of-page.ts'
import { TanggapanVoteEvent, TanggapanWithdrawEvent } from './events.ts'
import { type Explanation, loadExplanation } from './explanation.ts'
import { keepFocus } from './keep-focus.ts'
import { learn, wordsIn } from './language.ts'
import { listen } from './listen.ts'
import { type News, onNews } from './news.ts'
import { flush } from './outbox.ts'
import { type HandEvent, tellRadioAct } from './radio-act.ts'
import { isAccepted } from './send.ts'
import { surroundingsOf } from './surroundings.ts'
import { cast, type SurveySession, view } from './survey-session.ts'
import { LOADING, type SurveyEvent, takesChoice, transition } from './survey-state.ts'
import { surveyView } from './survey-view.ts'
import { watchPage } from './watch-page.ts'
import { whenShown } from './when-shown.ts'

/** The element that a survey runs in. */
export interface SurveyHost extends HTMLElement {
  readonly site: string
  readonly server: string
  /** The article that the element shows now. */
  readonly pageArticle: PageArticle
  /** @param site the site's own language */
  languageFor(site: Language | undefined): Language
}

export interface Survey {
  /** The element has come to a page. */
  connect(): void
  disconnect(): void
  /** An attribute of the element has changed. */
  change(): void
}

/**
 * Runs a survey in its shadow root: every change goes through `transition`, and the whole
 * is drawn anew from the state; lit-html touches only what differs.
 */
export function createSurvey(host: SurveyHost, root: ShadowRoot): Survey {
  let state = LOADING
  let session: SurveySession | undefined
  /** Server, site and article of what is shown. */
  let shown = ''
  /** Turn of the newest figures. */
  let latest = 0
  let explanation: Explanation | false | undefined
  let language: Language | undefined
  let acting = false
  let byPointer = false
  let ends: readonly (() => void)[] = []
  const radioAct = tellRadioAct()

  /** @returns whether it changed anything */
  function take(event: SurveyEvent): boolean {
    const before = state
    state = transition(state, event)
    if (state === before) return false
    const hadFocus = root.activeElement
    draw()
    if (hadFocus && state.phase !== before.phase) {
      keepFocus(root, state.phase === 'voted', byPointer)
    }
    return true
  }

  function draw(): void {
    const settings = state.reply?.settings
    const spoken = host.languageFor(settings?.language)
    if (spoken !== language) {
      language = spoken
      explanation = undefined
      void learn(host.server, language).then(draw)
    }
    const words = wordsIn(language, settings?.wording)
    const surroundings = surroundingsOf(host)
    render(surveyView(state, { language, words, explanation, surroundings }), root)
  }

  /** Another article is another survey. */
  function check(): void {
    if (host.hidden || !host.isConnected) return
    const article = host.pageArticle
    const now = [host.server, host.site, article.key].join()
    if (now === shown) {
      draw()
      return
    }
    shown = now
    latest = 0
    acting = false
    state = LOADING
    session = { server: host.server, site: host.site, article }
    draw()
    void load(session)
  }

  async function load(of: SurveySession): Promise<void> {
    await whenShown()
    if (of !== session) return
    // A page may have taken away what we stand on; then the server is as good as gone.
    const { sent, own } = await view(of).catch(() => ({ sent: undefined, own: null }))
    // A late answer may be for the article before this one.
    if (of !== session) return
    take(isAccepted(sent) ? { type: 'loaded', reply: sent, own } : { type: 'lost' })
    void flush(host.server)
  }

  async function act(choice: Choice | null): Promise<void> {
    const of = session
    if (!of || !take(choice ? { type: 'send', choice } : { type: 'withdraw' })) return
    acting = true
    const sent = await cast(of, choice).catch(() => undefined)
    if (of !== session || isAccepted(sent)) return
    acting = !sent
    const offline = !sent && !navigator.onLine
    take({ type: sent === 'closed' ? sent : offline ? 'offline' : 'failed' })
  }

  /** Two tabs that vote at the same moment both show what came last. */
  function hear({ message, figures }: News): void {
    const { site, article, turn, choice } = message
    if (site !== session?.site || article !== session.article.key) return
    // What waited may have been sent twice, and been answered twice.
    if (turn > latest) take({ type: 'accepted', figures })
    latest = Math.max(latest, turn)
    if (!acting) return
    acting = false
    host.dispatchEvent(
      choice ? new TanggapanVoteEvent(article, choice) : new TanggapanWithdrawEvent(article),
    )
  }

  function tryAgain(): void {
    if (!session || document.visibilityState === 'hidden') return
    void flush(host.server)
    if (state.phase !== 'unavailable') return
    take({ type: 'retry' })
    void load(session)
  }

  async function explain(): Promise<void> {
    explanation = await loadExplanation(host.server, language)
    draw()
  }

  function onHand(event: Event): void {
    const { target, type } = event
    const hand: HandEvent = event
    if (type !== 'click') byPointer = type === 'pointerdown'
    // A held Enter would press the button that a vote has moved the focus to.
    if (hand.repeat && hand.key === 'Enter') event.preventDefault()
    const { localName, value, checked } = target as HTMLInputElement
    const radio = radioAct(hand, checked)
    if (isChoice(value)) {
      // A radio clicked while a vote is under way goes back to the one that was sent.
      if (type === 'click' && !takesChoice(state)) event.preventDefault()
      else if (radio === 'select') take({ type: radio, choice: value })
      else if (radio) void act(value)
    } else if (type === 'click') {
      if (localName === 'summary' && !explanation) void explain()
      else if (value === 'change') take({ type: value })
      else if (value === 'withdraw') void act(null)
      else if (value && state.selected) void act(state.selected)
      else if (value) tryAgain()
    }
  }

  for (const type of ['click', 'keydown', 'keyup', 'pointerdown']) {
    root.addEventListener(type, onHand)
  }

  return {
    change() {
      // Who sets several attributes means all of them together.
      void Promise.resolve().then(check).then(draw)
    },
    connect() {
      draw()
      this.change()
      const scheme = window.matchMedia?.('(prefers-color-scheme: dark)')
      ends = [
        watchPage(check),
        onNews(hear),
        listen(scheme, 'change', draw),
        listen(window, 'online', tryAgain),
        listen(document, 'visibilitychange', tryAgain),
      ]
    },
    disconnect() {
      for (const end of ends) end()
    },
  }
}
