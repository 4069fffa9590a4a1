/**
 * Why a view is answered and not counted, in one closed list: `no-origin` no page sent it ·
 * `prefetch` fetched ahead, unseen · `automated` the browser says that a program drives it · `bot`
 * a known robot · `user-agent` none, or a tool's · `repeat` the browser has seen the article within
 * half an hour · `seen` so has the server, where the browser can't tell · `rate` too many from one
 * address at one article.
 */
export const DROP_REASONS = [
  'no-origin',
  'prefetch',
  'automated',
  'bot',
  'user-agent',
  'repeat',
  'seen',
  'rate',
] as const
export type DropReason = (typeof DROP_REASONS)[number]
