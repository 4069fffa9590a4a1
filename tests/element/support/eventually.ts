import { waitUntil } from '@open-wc/testing'

/** Waits for what is to come; a vote may be kept back for some seconds, so it has time. */
export function eventually(holds: () => boolean, what: string): Promise<void> {
  return waitUntil(holds, what, { interval: 20, timeout: 15_000 })
}
