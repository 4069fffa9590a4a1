import type { Store } from '../../store/store.ts'

/** What the summing for reports stands on. */
export interface SummingGround {
  readonly store: Store
  /** A name that nobody had before. */
  readonly newClaim: () => string
  /** Waits a moment between two steps, so that votes need not wait. */
  readonly rest: () => Promise<void>
  readonly stopping: AbortSignal
  /** Takes a step from those that a run may take; false where none is left. */
  readonly spend: () => boolean
}
