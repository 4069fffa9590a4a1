import type { Spread } from './articles.ts'
import type { Kind } from './kind.ts'
import type { LoadResult } from './load.ts'

/** What is measured: a kind of request over one article or many, with so many connections. */
export interface Subject {
  readonly kind: Kind
  readonly spread: Spread
  readonly connections: number
}

/** A measurement with the bare server's right before and after it. */
export interface Measurement {
  readonly subject: Subject
  readonly result: LoadResult
  readonly bare: readonly [LoadResult, LoadResult]
}
