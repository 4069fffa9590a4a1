import pack from '../../../package.json'
import type { Sent, WebhookPost } from '../../domain/alerts/deliver.ts'
import type { LookUp } from '../look-up.ts'
import { requestFailure, requestSite } from '../site-request.ts'

/** How long a receiver may take to answer, in milliseconds. */
const PATIENCE = 15_000
/** The receiver is gone for good and says so. */
const GONE = 410

/**
 * Posts to webhooks. The address is looked up once and judged, as when pages are fetched; redirects
 * are not followed, and of the answer only its status is read.
 * @param authorities certificates to trust instead of the usual ones
 */
export function createWebhookPosts(lookUp: LookUp, authorities?: string) {
  return async (
    { address, intranet, headers, body }: WebhookPost,
    stopping: AbortSignal,
  ): Promise<Sent> => {
    const url = new URL(address)
    if (url.protocol !== 'https:' && !intranet) return { arrived: false, answer: 'plain-http' }
    const patience = new AbortController()
    const end = () => patience.abort()
    const timer = setTimeout(end, PATIENCE)
    if (stopping.aborted) end()
    stopping.addEventListener('abort', end)
    try {
      const sent = {
        ...headers,
        'Content-Type': 'application/json',
        'Content-Length': String(Buffer.byteLength(body)),
        'User-Agent': `Tanggapan/${pack.version}`,
      }
      const { signal } = patience
      const response = await requestSite(url, {
        ...{ lookUp, intranet, signal, authorities, body, headers: sent },
      })
      const status = response.statusCode ?? 0
      response.on('error', () => undefined).destroy()
      const arrived = status >= 200 && status < 300
      return { arrived, answer: String(status), final: status === GONE }
    } catch (reason) {
      return { arrived: false, answer: requestFailure(reason, patience.signal) }
    } finally {
      clearTimeout(timer)
      stopping.removeEventListener('abort', end)
    }
  }
}
