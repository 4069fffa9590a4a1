import type { IncomingMessage } from 'node:http'
import type { BeginVisit, FetchedPage } from '../domain/verification/page-visit.ts'
import type { LookUp } from './look-up.ts'
import { readPageHead } from './page-head.ts'
import { isHtml, MOST_OF_PAGE, VISIT_HEADERS, VISIT_PATIENCE } from './page-limits.ts'
import { readSome } from './read-some.ts'
import { requestFailure, requestSite } from './site-request.ts'

/**
 * Visits to sites from Node.
 * @param authorities certificates to trust instead of the usual ones
 */
export function createPageVisits(lookUp: LookUp, authorities?: string): BeginVisit {
  return ({ intranet, signal }) => {
    // With `AbortSignal.any` nobody holds the timeout: it may be collected and then never comes.
    const visit = new AbortController()
    const end = () => visit.abort()
    setTimeout(end, VISIT_PATIENCE).unref()
    const headers = VISIT_HEADERS
    const request = { lookUp, intranet, headers, signal: visit.signal, authorities }
    return async (address) => {
      if (signal.aborted) end()
      signal.addEventListener('abort', end)
      try {
        return await read(await requestSite(address, request))
      } catch (reason) {
        return requestFailure(reason, visit.signal)
      } finally {
        signal.removeEventListener('abort', end)
      }
    }
  }
}

async function read(response: IncomingMessage): Promise<FetchedPage> {
  const { statusCode: status = 0, headers } = response
  const type = headers['content-type'] ?? ''
  const location = headers.location ?? null
  if (status !== 200 || !isHtml(type)) {
    response.on('error', () => undefined).destroy()
    return { status, location, head: null, whole: true }
  }
  const { bytes, whole } = await readSome(response, headers['content-encoding'], MOST_OF_PAGE)
  return { status, location, head: readPageHead(bytes, type), whole }
}
