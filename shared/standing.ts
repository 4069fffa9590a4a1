/** Whether a vote is in the figures, waits for a decision, or was taken out with a reason. */
export const STANDINGS = ['counted', 'pending', 'excluded'] as const
export type Standing = (typeof STANDINGS)[number]

/**
 * Why a vote waits for a decision, in one closed list:
 * `too-fast` less time between page and vote than a person needs · `token` the page's token was
 * another ballot's · `automated` the browser says that a program drives it · `user-agent` none, or
 * a tool's · `network` more than its network may expect · `rate` too many at once from one
 * address or neighbourhood, or at one article · `burst` part of a burst.
 */
export const PENDING_REASONS = [
  'too-fast',
  'token',
  'automated',
  'user-agent',
  'network',
  'rate',
  'burst',
] as const
export type PendingReason = (typeof PENDING_REASONS)[number]

/**
 * Why a vote is not simply counted. An excluded vote keeps what it was pending for;
 * `expired` was still pending when it was sealed, `moderation` was counted until an admin
 * took it out.
 */
export const REASONS = [...PENDING_REASONS, 'expired', 'moderation'] as const
export type Reason = (typeof REASONS)[number]

/** A vote's standing with its reason; a counted vote has none. */
export type Verdict =
  | { readonly standing: 'counted'; readonly reason: null }
  | { readonly standing: 'pending'; readonly reason: PendingReason }
  | { readonly standing: 'excluded'; readonly reason: Reason }

export const COUNTED: Verdict = { standing: 'counted', reason: null }
