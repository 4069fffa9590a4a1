import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isIP } from 'node:net'
import { addressRefusal } from '../domain/fetchable-address.ts'
import { parseIpAddress } from '../domain/ip-address.ts'
import type { BeginVisit, FetchedPage } from '../domain/page-visit.ts'
import type { VerificationFailure } from '../domain/verification-failure.ts'
import { type LookUp, UnresolvedError } from './look-up.ts'
import { readPageHead } from './page-head.ts'
import { isHtml, MOST_OF_PAGE, VISIT_HEADERS, VISIT_PATIENCE } from './page-limits.ts'
import { readSome } from './read-some.ts'

/** Errors of TLS, of which certificates are all but a few. */
const TLS_ERROR = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME|ISSUER/
const LARGEST_HEADER = 16 * 1024

/**
 * Visits to sites from Node. A host's addresses are looked up once, all of them judged, and the
 * connection goes to these and no others: a name that leads elsewhere the next moment leads
 * nowhere.
 * @param authorities certificates to trust instead of the usual ones
 */
export function createPageVisits(lookUp: LookUp, authorities?: string): BeginVisit {
  return ({ intranet, signal }) => {
    // With `AbortSignal.any` nobody holds the timeout: it may be collected and then never comes.
    const visit = new AbortController()
    const end = () => visit.abort()
    setTimeout(end, VISIT_PATIENCE).unref()
    return async (address) => {
      if (signal.aborted) end()
      signal.addEventListener('abort', end)
      try {
        const addresses = await lookUp(bareName(address), visit.signal)
        const refused = addresses.map((text) => refusalOf(text, intranet)).find(Boolean)
        if (refused) return refused
        const response = await ask(address, pinnedTo(addresses), visit.signal, authorities)
        return await read(response)
      } catch (reason) {
        return failureFrom(reason, visit.signal)
      } finally {
        signal.removeEventListener('abort', end)
      }
    }
  }
}

function bareName({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}

function refusalOf(text: string, intranet: boolean): VerificationFailure | null {
  const address = parseIpAddress(text)
  return address ? addressRefusal(address, intranet) : 'forbidden-address'
}

/** Answers with addresses that were judged before, whatever is asked. */
function pinnedTo(texts: readonly string[]): LookupFunction {
  const addresses = texts.map((address) => ({ address, family: isIP(address) }))
  return (_host, { all }, answer) => {
    const [first] = addresses
    if (!first) answer(new UnresolvedError('no address'), '', 4)
    else if (all) answer(null, addresses)
    else answer(null, first.address, first.family)
  }
}

function ask(
  address: URL,
  lookup: LookupFunction,
  signal: AbortSignal,
  authorities: string | undefined,
): Promise<IncomingMessage> {
  const options = {
    agent: false,
    headers: VISIT_HEADERS,
    lookup,
    signal,
    maxHeaderSize: LARGEST_HEADER,
  } as const
  return new Promise((resolve, reject) => {
    const request =
      address.protocol === 'https:'
        ? requestSecure(address, { ...options, ...(authorities && { ca: authorities }) })
        : requestPlain(address, options)
    request.once('response', resolve).on('error', reject).end()
  })
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

function failureFrom(reason: unknown, { aborted }: AbortSignal): VerificationFailure {
  if (aborted) return 'timeout'
  if (reason instanceof UnresolvedError) return 'unresolved'
  const { code = '' } = reason as { code?: string }
  return TLS_ERROR.test(code) ? 'certificate' : 'unreachable'
}
