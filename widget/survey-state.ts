import type { Choice } from '../shared/choice.ts'
import type { Figures, ViewReply } from '../shared/figures.ts'

/** What the server said, once it said something; later figures replace the first. */
export type Reply = ViewReply

type Phase = 'ready' | 'sending' | 'voted' | 'changing' | 'withdrawing' | 'withdrawn' | 'closed'

/**
 * Where a survey stands. `ready` takes a choice; `withdrawn` and `changing` do as well.
 * `selected` is marked but not cast: the arrow keys select, and an error keeps it.
 */
export type SurveyState =
  | { readonly phase: 'loading' | 'unavailable' }
  | {
      readonly phase: Phase
      readonly reply: Reply
      readonly selected: Choice | null
      readonly failed: boolean
    }

export type SurveyEvent =
  | { readonly type: 'loaded'; readonly reply: Reply }
  | { readonly type: 'lost' }
  | { readonly type: 'select' | 'send'; readonly choice: Choice }
  | { readonly type: 'withdraw' | 'change' }
  | { readonly type: 'accepted'; readonly figures: Figures }
  | { readonly type: 'closed' }
  | { readonly type: 'failed' }

export const LOADING: SurveyState = { phase: 'loading' }

/** Phases in which a choice can be made. */
export function takesChoice({ phase }: SurveyState): boolean {
  return phase === 'ready' || phase === 'changing' || phase === 'withdrawn'
}

/** The next state; an event that doesn't fit the state changes nothing. */
export function transition(state: SurveyState, event: SurveyEvent): SurveyState {
  if (event.type === 'loaded') return loaded(event.reply)
  if (event.type === 'lost') return state.phase === 'loading' ? { phase: 'unavailable' } : state
  if (!('reply' in state)) return state

  switch (event.type) {
    case 'select':
      return takesChoice(state) ? { ...state, selected: event.choice } : state
    case 'send':
      if (!takesChoice(state)) return state
      return { ...state, phase: 'sending', selected: event.choice, failed: false }
    case 'withdraw':
      return state.phase === 'voted' ? { ...state, phase: 'withdrawing', failed: false } : state
    case 'change':
      return state.phase === 'voted' ? { ...state, phase: 'changing', failed: false } : state
    case 'accepted':
      return accepted(state.reply, event.figures)
    case 'closed':
      return { ...state, phase: 'closed', selected: state.reply.choice, failed: false }
    case 'failed':
      return { ...state, phase: phaseBefore(state.phase, state.reply), failed: true }
  }
}

/** Where a message that got lost leaves the reader: in front of the same button. */
function phaseBefore(phase: Phase, reply: Reply): Phase {
  if (phase === 'withdrawing') return 'voted'
  return reply.choice ? 'changing' : 'ready'
}

function loaded(reply: Reply): SurveyState {
  const phase = reply.open ? (reply.choice ? 'voted' : 'ready') : 'closed'
  return { phase, reply, selected: reply.choice, failed: false }
}

function accepted(before: Reply, figures: Figures): SurveyState {
  const reply = { ...before, ...figures }
  const phase = figures.choice ? 'voted' : 'withdrawn'
  return { phase, reply, selected: figures.choice, failed: false }
}
