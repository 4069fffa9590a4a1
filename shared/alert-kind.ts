/** What a rule watches for: a low index, held bursts, votes that stay away, a backup too old. */
export const ALERT_KINDS = ['index', 'burst', 'silence', 'backup'] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

/** `ok` until it first fires; `resolved` once what it fired for is over. */
export const ALERT_STATES = ['ok', 'firing', 'resolved'] as const
export type AlertState = (typeof ALERT_STATES)[number]
