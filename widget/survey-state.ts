import type { Choice } from '../shared/choice.ts'
import type { Figures, ViewReply } from '../shared/figures.ts'
import type { Own } from './survey-session.ts'

/**
 * Where a survey stands. `ready` and `waiting` take a choice; what is `waiting` is sent as soon
 * as there is a connection. `closed` takes nothing more at all, `final` nothing more from this
 * reader. A withdrawal is sent with nothing selected, and leads back to `ready`.
 */
export type Phase =
  | 'loading'
  | 'unavailable'
  | 'ready'
  | 'sending'
  | 'voted'
  | 'waiting'
  | 'closed'
  | 'final'

export interface SurveyState {
  readonly phase: Phase
  /** What the server said, later figures in the place of the first; null until it says something. */
  readonly reply: ViewReply | null
  /** Marked, but not cast: the arrow keys select, and an error keeps it. */
  readonly selected: Choice | null
  /** What became of the last act; only that is worth an announcement. */
  readonly last: 'accepted' | 'waiting' | 'failed' | null
}

export type SurveyEvent =
  | { readonly type: 'loaded'; readonly reply: ViewReply; readonly own: Own | null }
  | { readonly type: 'select' | 'send'; readonly choice: Choice }
  | { readonly type: 'accepted'; readonly figures: Figures }
  | {
      readonly type: 'lost' | 'retry' | 'change' | 'withdraw' | 'failed' | 'offline' | 'closed'
    }

export const LOADING: SurveyState = { phase: 'loading', reply: null, selected: null, last: null }

/** Whether a choice can be made. */
export function takesChoice({ phase }: SurveyState): boolean {
  return phase === 'ready' || phase === 'waiting'
}

/** The next state; an event that doesn't fit the state changes nothing. */
export function transition(state: SurveyState, event: SurveyEvent): SurveyState {
  const { phase, reply, selected } = state
  const to = (phase: Phase, selected: Choice | null, last: SurveyState['last'] = null) => {
    return { phase, reply, selected, last }
  }
  if (event.type === 'loaded') return loaded(event.reply, event.own)
  if (!reply) {
    if (event.type === 'lost') return to('unavailable', null, 'failed')
    return event.type === 'retry' ? to('loading', null, 'failed') : state
  }
  switch (event.type) {
    case 'select':
      return takesChoice(state) ? to(phase, event.choice) : state
    case 'send':
      return takesChoice(state) ? to('sending', event.choice) : state
    case 'change':
      return phase === 'voted' ? to('ready', selected) : state
    case 'withdraw':
      return phase === 'voted' ? to('sending', null) : state
    case 'accepted': {
      const { choice } = event.figures
      // What was done in another tab is shown, but announced only to who waits for it here.
      const awaited = phase === 'sending' || state.last
      return {
        ...to(choice ? 'voted' : 'ready', choice, awaited ? 'accepted' : null),
        reply: { ...reply, ...event.figures },
      }
    }
    case 'offline':
      return to('waiting', selected, 'waiting')
    case 'closed':
      return to('closed', reply.choice, 'failed')
    case 'failed':
      // In front of the same button.
      return selected ? to('ready', selected, 'failed') : to('voted', reply.choice, 'failed')
    default:
      return state
  }
}

function loaded(reply: ViewReply, own: Own | null): SurveyState {
  const selected = own ? own.choice : reply.choice
  const phase = own?.phase ?? (selected ? 'voted' : 'ready')
  return {
    phase: reply.open ? phase : 'closed',
    // A sealed vote is still the reader's own, though the server knows that no more.
    reply: phase === 'final' ? { ...reply, choice: selected } : reply,
    selected,
    last: phase === 'waiting' ? phase : null,
  }
}
