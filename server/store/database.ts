/** A value as SQLite returns it. */
export type SqlValue = string | number | null | ArrayBuffer | Uint8Array | bigint

export interface Statement {
  readonly sql: string
  readonly args?: readonly (string | number | null)[]
}

/** Rows as arrays, in the order of the selected columns. */
export type Rows = readonly (readonly SqlValue[])[]

/**
 * The little of a SQL engine that the store needs. libSQL and D1 both have it, each
 * behind its own adapter in `entry/`.
 */
export interface Database {
  /** Runs the statements in order as one atomic write: all of them or none. */
  write(statements: readonly Statement[]): Promise<readonly Rows[]>
  /** Runs one statement as an atomic write. @returns number of rows that it made or changed */
  change(statement: Statement): Promise<number>
  /** Runs one statement that changes nothing. */
  read(statement: Statement): Promise<Rows>
  close(): Promise<void>
}
