import { html, type TemplateResult } from 'lit/html.js'
import { CHOICES } from '../shared/choice.ts'
import { fairPercentages } from '../shared/fair-percentages.ts'
import type { ViewReply } from '../shared/figures.ts'
import type { Language } from '../shared/language.ts'
import { choiceRow } from './choice-row.ts'
import type { Explanation } from './explanation.ts'
import { fill, formatCount, formatShare } from './format.ts'
import { noteOf } from './note.ts'
import { type SurveyState, takesChoice } from './survey-state.ts'
import type { Words } from './words.ts'

/** What a survey says and how. */
export interface Speech {
  readonly language: Language
  readonly words: Words
  /** Absent until somebody has asked for it; false where it could not be had. */
  readonly explanation: Explanation | false | undefined
  /** Classes for what the survey's place is like. */
  readonly surroundings: string
}

/** The survey as it looks in a state. Every part keeps its height, so that nothing jumps. */
export function surveyView(state: SurveyState, speech: Speech): TemplateResult {
  const { reply, last } = state
  const { language, words, explanation, surroundings } = speech
  const text = hint(state, words)
  // Only what came of the reader's own act stands in the live region, so that it is announced,
  // once, and the usual hint never is.
  return html`<section class=${surroundings} lang=${language} dir="ltr" translate="no" part="survey">
    <div>
    <p part="counter">${reply && fill(words.views, { n: formatCount(reply.views, language) })}</p>
    <fieldset .disabled=${!staysEnabled(state)}>
      <legend part="question">${words.question}</legend>
      <p class=${last ?? ''} part="hint">${last ? '' : text}<span role="status">${last && text}</span></p>
      ${choices(state, speech)}
    </fieldset>
    <p part="note">${reply && noteOf(reply, words, language)}</p>
    <div part="actions">${actions(state, words)}</div>
    </div>
    <details part="explanation">
      <summary>${words.explain}</summary>
      ${explanation ? explained(explanation, reply) : explanation === false ? words.error : ''}
    </details>
  </section>`
}

/** A radio that loses its focus by being disabled while it is sent would lose the reader. */
function staysEnabled(state: SurveyState): boolean {
  return state.phase === 'sending' || takesChoice(state)
}

/** One line for all that is said to the reader; a phase that has words of its own says those. */
function hint({ phase, reply, last }: SurveyState, words: Words): string {
  if (phase !== 'loading' && phase !== 'ready' && phase !== 'voted') return words[phase]
  if (last === 'failed') return reply ? words.error : words.unavailable
  return last ? words[phase === 'voted' ? 'thanks' : 'withdrawn'] : words.hint
}

function choices(state: SurveyState, { words, language }: Speech): TemplateResult[] {
  const { reply, selected } = state
  const votes = reply?.votes
  const shares = votes && fairPercentages(votes)
  return CHOICES.map((choice) =>
    choiceRow({
      choice,
      label: words.labels[choice],
      share: shares ? formatShare(shares.tenths[choice], shares.decimals, language) : '',
      count: votes ? formatCount(votes[choice], language) : '',
      fraction: shares ? votes[choice] / reply.responses : 0,
      checked: selected === choice,
      own: reply?.choice === choice ? words.own : '',
    }),
  )
}

/** The buttons that there are in a state; their value is what they do. */
function actions(state: SurveyState, words: Words) {
  const { phase, reply, selected, last } = state
  const button = (act: 'send' | 'change' | 'withdraw' | 'retry') =>
    html`<button type="button" part="button" value=${act}>${words[act]}</button>`

  if (phase === 'voted') return [button('change'), button('withdraw'), followUp(state.reply)]
  // What waits goes by itself, until another choice is marked.
  if (takesChoice(state) && selected && last !== 'waiting') {
    return button(last === 'failed' ? 'retry' : 'send')
  }
  // While it is tried again the button stays, and with it the focus.
  return !reply && last ? button('retry') : ''
}

/** Where a reader who is not satisfied can go on; the server admits few hosts, and we https only. */
function followUp(reply: ViewReply | null) {
  const { text, url = '' } = reply?.settings.followUp ?? {}
  return reply?.choice === 'tidak-puas' && /^https:/.test(url)
    ? html`<a part="follow-up" href=${url} target="_blank" rel="noopener">${text}</a>`
    : ''
}

/** How the figures come about, and who answers for them. */
function explained({ sections, controller }: Explanation, reply: ViewReply | null) {
  const named = reply?.settings.controller
  return [
    ...sections.map(({ heading, text }) => html`<p><b>${heading}</b><br />${text}</p>`),
    named && html`<p>${fill(controller, { ...named })}</p>`,
  ]
}
