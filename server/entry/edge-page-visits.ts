import { parseIpAddress } from '../domain/client/ip-address.ts'
import { addressRefusal } from '../domain/verification/fetchable-address.ts'
import type { BeginVisit, FetchedPage } from '../domain/verification/page-visit.ts'
import { readPageHead } from './page-head.ts'
import { isHtml, MOST_OF_PAGE, VISIT_HEADERS, VISIT_PATIENCE } from './page-limits.ts'

/**
 * Visits to sites from Workers, where names lead to public addresses alone: the platform sees to
 * that, and tells no addresses. Only an origin that is itself an address has to be judged.
 */
export const edgePageVisits: BeginVisit = ({ intranet, signal }) => {
  const visit = new AbortController()
  const end = () => visit.abort()
  const timer = setTimeout(end, VISIT_PATIENCE)
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    end()
  })
  return async (address) => {
    const named = parseIpAddress(address.hostname.replace(/^\[|\]$/g, ''))
    const refused = named && addressRefusal(named, intranet)
    if (refused) return refused
    try {
      const headers = VISIT_HEADERS
      return await read(await fetch(address, { headers, redirect: 'manual', signal: visit.signal }))
    } catch {
      // The platform says nothing more about why.
      return visit.signal.aborted ? 'timeout' : 'unreachable'
    }
  }
}

async function read(response: Response): Promise<FetchedPage> {
  const { status, headers, body } = response
  const type = headers.get('Content-Type') ?? ''
  const location = headers.get('Location')
  if (status !== 200 || !isHtml(type) || !body) {
    await body?.cancel()
    return { status, location, head: null, whole: true }
  }
  const bytes = new Uint8Array(MOST_OF_PAGE)
  let length = 0
  let whole = true
  const reader = body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const part: Uint8Array = read.value
    bytes.set(part.subarray(0, MOST_OF_PAGE - length), length)
    whole = length + part.length <= MOST_OF_PAGE
    length = Math.min(MOST_OF_PAGE, length + part.length)
    if (!whole) break
  }
  if (!whole) await reader.cancel()
  return { status, location, head: readPageHead(bytes.subarray(0, length), type), whole }
}
