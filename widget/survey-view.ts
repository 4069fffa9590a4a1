import { html, nothing, type TemplateResult } from 'lit/html.js'
import { CHOICES } from '../shared/choice.ts'
import { fairPercentages } from '../shared/fair-percentages.ts'
import { choiceRow } from './choice-row.ts'
import { fill, formatCount, formatShare } from './format.ts'
import type { Language } from './language.ts'
import { noteOf } from './note.ts'
import { type SurveyState, takesChoice } from './survey-state.ts'
import type { Words } from './words.ts'

/** What a reader can do; the element carries it out. */
export interface SurveyHandlers {
  /** A click, a key or a pointer anywhere in the survey. */
  readonly onHand: (event: Event) => void
  readonly onSend: () => void
  readonly onChange: () => void
  readonly onWithdraw: () => void
  readonly onRetry: () => void
}

/** The survey as it looks in a state. Every part keeps its height, so that nothing jumps. */
export function surveyView(
  state: SurveyState,
  words: Words,
  language: Language,
  handlers: SurveyHandlers,
): TemplateResult {
  const reply = 'reply' in state ? state.reply : undefined
  const views = reply && fill(words.views, { n: formatCount(reply.views, language) })
  return html`<section
    lang=${language}
    part="survey"
    @click=${handlers.onHand}
    @keydown=${handlers.onHand}
    @keyup=${handlers.onHand}
    @pointerdown=${handlers.onHand}
  >
    <p class="counter" part="counter">${views}</p>
    <fieldset class=${takesChoice(state) ? 'takes' : ''} aria-busy=${isBusy(state)}>
      <legend part="question">${words.question}</legend>
      ${hint(state, words)} ${choices(state, words, language)}
    </fieldset>
    <div class="actions" part="actions">${actions(state, words, handlers)}</div>
    <p class="note" part="note">${reply && noteOf(reply, words, language).join(' ')}</p>
  </section>`
}

function isBusy({ phase }: SurveyState): boolean {
  return phase === 'loading' || phase === 'sending' || phase === 'withdrawing'
}

/**
 * One line for all that is said to the reader. Only what came of the reader's own act stands
 * in the live region, so that it is announced, once, and the usual hint never is.
 */
function hint(state: SurveyState, words: Words): TemplateResult {
  const { phase } = state
  const last = 'reply' in state ? state.last : phase === 'unavailable' ? 'failed' : null
  const failed = last === 'failed' && phase !== 'closed'
  const text = failed && phase !== 'unavailable' ? words.error : said(state, words)
  return html`<p class="hint ${failed ? 'failed' : last && 'said'}" part="hint">
    ${last ? '' : text}<span role="status">${last && text}</span>
  </p>`
}

function said(state: SurveyState, words: Words): string {
  switch (state.phase) {
    case 'unavailable':
      return words.unavailable
    case 'voted':
      return state.last ? words.thanks : words.hint
    case 'withdrawn':
      return words.withdrawn
    case 'closed':
      return words.closed
    case 'sending':
    case 'withdrawing':
      return words.sending
    default:
      return words.hint
  }
}

function choices(state: SurveyState, words: Words, language: Language): TemplateResult[] {
  const reply = 'reply' in state ? state.reply : undefined
  const votes = reply?.votes ?? null
  const shares = votes && fairPercentages(votes)
  return CHOICES.map((choice) =>
    choiceRow({
      choice,
      label: words.choices[choice],
      share: shares ? formatShare(shares.tenths[choice], shares.decimals, language) : '',
      count: votes ? formatCount(votes[choice], language) : '',
      fraction: votes && reply?.responses ? votes[choice] / reply.responses : 0,
      checked: 'selected' in state && state.selected === choice,
      // A radio that loses its focus by being disabled while it is sent would lose the reader.
      enabled: takesChoice(state) || state.phase === 'sending',
      own: reply?.choice === choice ? words.own : '',
    }),
  )
}

function actions(state: SurveyState, words: Words, handlers: SurveyHandlers) {
  const button = (kind: string, text: string, onClick: () => void) =>
    html`<button type="button" class=${kind} part="button" @click=${onClick}>${text}</button>`

  if (!('reply' in state)) {
    // While it is tried again the button stays, and with it the focus.
    const lost = state.retried || state.phase === 'unavailable'
    return lost ? button('main', words.retry, handlers.onRetry) : nothing
  }
  if (state.phase === 'voted' || state.phase === 'withdrawing') {
    return [
      button('', words.change, handlers.onChange),
      button('quiet', words.withdraw, handlers.onWithdraw),
    ]
  }
  if (!takesChoice(state) || state.selected === null) return nothing
  return button('main', state.last === 'failed' ? words.retry : words.send, handlers.onSend)
}
