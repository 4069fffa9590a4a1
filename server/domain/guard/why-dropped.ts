import type { DropReason } from '../../../shared/drop-reason.ts'
import type { ViewRequest } from '../../../shared/reader-request.ts'
import type { Client } from '../client/client.ts'

/** How a view was sent, as its headers say. */
export interface Sending {
  /** False for a view without an Origin: no page sent it. */
  readonly fromPage: boolean
  /** True for a page that the browser fetched ahead, unseen so far. */
  readonly prefetch: boolean
}

/**
 * Why a view does not count by what it says of itself, or null. The first that fits: what is no
 * reader's at all goes before a reader's second look.
 */
export function whyDropped(
  { visit, automated }: ViewRequest,
  { agent }: Client,
  { fromPage, prefetch }: Sending,
): DropReason | null {
  if (!fromPage) return 'no-origin'
  if (automated) return 'automated'
  if (agent === 'tool') return 'user-agent'
  if (agent === 'bot') return 'bot'
  if (prefetch) return 'prefetch'
  return visit === 'repeat' ? 'repeat' : null
}
