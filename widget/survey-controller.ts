import { render } from 'lit/html.js'
import { type Choice, isChoice } from '../shared/choice.ts'
import type { Figures } from '../shared/figures.ts'
import { TanggapanVoteEvent, TanggapanWithdrawEvent } from './events.ts'
import { isLight } from './ground.ts'
import { type Language, wordsIn } from './language.ts'
import { type HandEvent, tellRadioAct } from './radio-act.ts'
import type { Outcome } from './send.ts'
import type { SurveySession } from './survey-session.ts'
import {
  LOADING,
  type SurveyEvent,
  type SurveyState,
  takesChoice,
  transition,
} from './survey-state.ts'
import { type SurveyHandlers, surveyView } from './survey-view.ts'

/** The element that a survey runs in. */
export type SurveyHost = HTMLElement & { readonly language: Language }

/**
 * Runs a survey in its shadow root: every change goes through `transition`, and the whole
 * is drawn anew from the state; lit-html touches only what differs.
 */
export function startSurvey(
  host: SurveyHost,
  root: ShadowRoot,
  open: () => Promise<SurveySession>,
): void {
  let state: SurveyState = LOADING
  let session: SurveySession | undefined
  const radioAct = tellRadioAct()
  let byPointer = false

  function take(event: SurveyEvent): void {
    const before = state
    state = transition(state, event)
    if (state === before) return
    const hadFocus = root.activeElement
    draw()
    if (hadFocus && state.phase !== before.phase) keepFocus(root, state, byPointer)
  }

  function draw(): void {
    const { language } = host
    render(surveyView(state, wordsIn(language), language, handlers), root)
    root
      .querySelector('section')
      ?.classList.toggle('on-dark', isLight(getComputedStyle(host).color))
  }

  async function load(): Promise<void> {
    session ??= await open()
    const sent = await session.view()
    take(sent.outcome === 'accepted' ? { type: 'loaded', reply: sent.reply } : { type: 'lost' })
  }

  async function cast(choice: Choice): Promise<void> {
    if (!session || !takesChoice(state)) return
    take({ type: 'send', choice })
    settle(await session.vote(choice), (article) => new TanggapanVoteEvent(article, choice))
  }

  async function withdraw(): Promise<void> {
    if (!session || state.phase !== 'voted') return
    take({ type: 'withdraw' })
    settle(await session.withdraw(), (article) => new TanggapanWithdrawEvent(article))
  }

  function settle(sent: Outcome<Figures>, eventFor: (article: string) => Event): void {
    if (sent.outcome === 'accepted') {
      take({ type: 'accepted', figures: sent.reply })
      host.dispatchEvent(eventFor(sent.reply.article))
    } else {
      const closed = sent.outcome === 'refused' && sent.problem === 'closed'
      take({ type: closed ? 'closed' : 'failed' })
    }
  }

  function castSelected(): void {
    if ('selected' in state && state.selected) void cast(state.selected)
  }

  const handlers: SurveyHandlers = {
    onHand(event) {
      const { target, type } = event
      const hand: HandEvent = event
      if (type !== 'click') byPointer = type === 'pointerdown'
      // A held Enter would press the button that a vote has moved the focus to.
      if (hand.repeat && hand.key === 'Enter') event.preventDefault()
      const radio = target instanceof HTMLInputElement ? target : undefined
      const act = radioAct(hand, !!radio?.checked)
      if (!radio || !isChoice(radio.value)) return
      // A radio clicked while a vote is under way goes back to the one that was sent.
      if (type === 'click' && !takesChoice(state)) event.preventDefault()
      else if (act === 'select') take({ type: act, choice: radio.value })
      else if (act) void cast(radio.value)
    },
    onSend: castSelected,
    onChange: () => take({ type: 'change' }),
    onWithdraw: () => void withdraw(),
    onRetry() {
      if (state.phase !== 'unavailable') return
      take({ type: 'retry' })
      void load()
    },
  }

  draw()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw)
  void load()
}

/**
 * A button or radio that has gone hands the focus on to where the reader goes on. Under a
 * finger or a mouse the page stays where it is.
 */
function keepFocus(root: ShadowRoot, { phase }: SurveyState, preventScroll: boolean): void {
  if (root.activeElement && phase !== 'voted') return
  const choices = ['input:checked:enabled', 'input:enabled', 'button']
  for (const selector of phase === 'voted' ? ['button'] : choices) {
    const next = root.querySelector<HTMLElement>(selector)
    if (next) {
      next.focus({ preventScroll })
      return
    }
  }
}
