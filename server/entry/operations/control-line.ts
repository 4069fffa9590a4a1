import type { Outcome } from './operation.ts'

/** One line of a server's answer to an operation, as JSON: progress, then one of the others. */
export type ControlLine =
  | { readonly progress: string }
  | { readonly outcome: Outcome }
  | { readonly refused: string }
  | { readonly fault: string }
