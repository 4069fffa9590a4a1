/** What a backup says of itself; sealed with the rest. */
export interface Manifest {
  /** When it was taken, in ISO 8601. */
  readonly time: string
  /** Version of the release that took it. */
  readonly release: string
  /** Names of the migrations that the database has. */
  readonly migrations: readonly string[]
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>
  /** Length of the database file, in bytes. */
  readonly bytes: number
  /** Number of sealed days whose counts are not those that their site's chain signed. */
  readonly unlikeSigned: number
}
