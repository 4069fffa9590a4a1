import type { TanggapanVoteEvent, TanggapanWithdrawEvent } from './events.ts'

/* What the package gives to developers. Importing it registers nothing; see register.ts. */

declare global {
  // Of every element, and of document and window: the events bubble.
  interface GlobalEventHandlersEventMap {
    'tanggapan-vote': TanggapanVoteEvent
    'tanggapan-withdraw': TanggapanWithdrawEvent
  }
}

export type { Choice } from '../shared/choice.ts'
export { TanggapanCount } from './count.ts'
export { TanggapanVoteEvent, TanggapanWithdrawEvent } from './events.ts'
export { TanggapanSurvey } from './survey.ts'
