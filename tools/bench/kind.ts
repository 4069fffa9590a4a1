/** What a reader's page asks of the server. */
export const KINDS = ['views', 'votes', 'tallies'] as const

export type Kind = (typeof KINDS)[number]
