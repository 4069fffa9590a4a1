/**
 * How far a follow-up has come, in one closed list: `open` nobody has begun · `under-way` ·
 * `done` · `dropped` nothing will be done about it.
 */
export const FOLLOW_UP_STATUSES = ['open', 'under-way', 'done', 'dropped'] as const
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number]

/** Those after which nothing more is expected. */
export const ENDED_STATUSES: readonly FollowUpStatus[] = ['done', 'dropped']

/** Of a follow-up that somebody still has to do something about. */
export const UNFINISHED_STATUSES: readonly FollowUpStatus[] = FOLLOW_UP_STATUSES.filter(
  (status) => !ENDED_STATUSES.includes(status),
)
