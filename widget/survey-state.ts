import type { Choice } from '../shared/choice.ts'
import type { Figures, ViewReply } from '../shared/figures.ts'

/** What the server said, once it said something; later figures replace the first. */
export type Reply = ViewReply

type Phase = 'ready' | 'sending' | 'voted' | 'changing' | 'withdrawing' | 'withdrawn' | 'closed'

/**
 * Where a survey stands. `ready` takes a choice; `withdrawn` and `changing` do as well.
 * `selected` is marked but not cast: the arrow keys select, and an error keeps it. `last` is
 * what became of the reader's last act on this page; only that is worth an announcement.
 */
export type SurveyState =
  | { readonly phase: 'loading' | 'unavailable'; readonly retried: boolean }
  | {
      readonly phase: Phase
      readonly reply: Reply
      readonly selected: Choice | null
      readonly last: 'accepted' | 'failed' | null
    }

export type SurveyEvent =
  | { readonly type: 'loaded'; readonly reply: Reply }
  | { readonly type: 'lost' | 'retry' }
  | { readonly type: 'select' | 'send'; readonly choice: Choice }
  | { readonly type: 'withdraw' | 'change' }
  | { readonly type: 'accepted'; readonly figures: Figures }
  | { readonly type: 'closed' }
  | { readonly type: 'failed' }

export const LOADING: SurveyState = { phase: 'loading', retried: false }

/** Phases in which a choice can be made. */
export function takesChoice({ phase }: SurveyState): boolean {
  return phase === 'ready' || phase === 'changing' || phase === 'withdrawn'
}

/** The next state; an event that doesn't fit the state changes nothing. */
export function transition(state: SurveyState, event: SurveyEvent): SurveyState {
  if (event.type === 'loaded') return loaded(event.reply)
  if (!('reply' in state)) return opening(state, event)

  switch (event.type) {
    case 'select':
      return takesChoice(state) ? { ...state, selected: event.choice, last: null } : state
    case 'send':
      if (!takesChoice(state)) return state
      return { ...state, phase: 'sending', selected: event.choice, last: null }
    case 'withdraw':
      return state.phase === 'voted' ? { ...state, phase: 'withdrawing', last: null } : state
    case 'change':
      return state.phase === 'voted' ? { ...state, phase: 'changing', last: null } : state
    case 'accepted':
      return accepted(state.reply, event.figures)
    case 'closed':
      return { ...state, phase: 'closed', selected: state.reply.choice, last: 'failed' }
    case 'failed':
      return { ...state, phase: phaseBefore(state.phase, state.reply), last: 'failed' }
    default:
      return state
  }
}

/** Before there are figures nothing but another try can happen. */
function opening(state: SurveyState, { type }: SurveyEvent): SurveyState {
  if (type === 'lost' && 'retried' in state) return { ...state, phase: 'unavailable' }
  if (type === 'retry' && state.phase === 'unavailable') return { phase: 'loading', retried: true }
  return state
}

/** Where a message that got lost leaves the reader: in front of the same button. */
function phaseBefore(phase: Phase, reply: Reply): Phase {
  if (phase === 'withdrawing') return 'voted'
  return reply.choice ? 'changing' : 'ready'
}

function loaded(reply: Reply): SurveyState {
  const phase = reply.open ? (reply.choice ? 'voted' : 'ready') : 'closed'
  return { phase, reply, selected: reply.choice, last: null }
}

function accepted(before: Reply, figures: Figures): SurveyState {
  const reply = { ...before, ...figures }
  const phase = figures.choice ? 'voted' : 'withdrawn'
  return { phase, reply, selected: figures.choice, last: 'accepted' }
}
