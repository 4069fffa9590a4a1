import { render } from 'lit/html.js'
import { type Choice, isChoice } from '../shared/choice.ts'
import type { Figures } from '../shared/figures.ts'
import { TanggapanVoteEvent, TanggapanWithdrawEvent } from './events.ts'
import { isLight } from './ground.ts'
import { type Language, wordsIn } from './language.ts'
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
  let byArrow = false

  function take(event: SurveyEvent): void {
    const before = state
    state = transition(state, event)
    if (state === before) return
    const hadFocus = root.activeElement
    draw()
    if (hadFocus && state.phase !== before.phase) keepFocus(root, state)
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
    if (!session || !takesChoice(state) || !('reply' in state)) return
    const { token } = state.reply
    take({ type: 'send', choice })
    settle(await session.vote(choice, token), (article) => new TanggapanVoteEvent(article, choice))
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
    // A tap, a click or a screen reader's activation casts. An arrow key clicks the next radio
    // too, but only selects: walking to the fourth choice must not be three votes.
    onClick({ target }) {
      if (!(target instanceof HTMLInputElement) || !isChoice(target.value)) return
      if (byArrow) take({ type: 'select', choice: target.value })
      else void cast(target.value)
      byArrow = false
    },
    onKeydown({ key }) {
      byArrow = key.startsWith('Arrow')
      if (key === 'Enter') castSelected()
    },
    onOther() {
      byArrow = false
    },
    onSend: castSelected,
    onChange: () => take({ type: 'change' }),
    onWithdraw: () => void withdraw(),
    onRetry: () => void load(),
  }

  draw()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw)
  void load()
}

/** A button or radio that has gone hands the focus on to where the reader goes on. */
function keepFocus(root: ShadowRoot, { phase }: SurveyState): void {
  if (root.activeElement && phase !== 'voted') return
  const choices = ['input:checked:enabled', 'input:enabled', 'button']
  for (const selector of phase === 'voted' ? ['button'] : choices) {
    const next = root.querySelector<HTMLElement>(selector)
    if (next) {
      next.focus()
      return
    }
  }
}
