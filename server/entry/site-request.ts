import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { parseIpAddress } from '../domain/client/ip-address.ts'
import { addressRefusal } from '../domain/verification/fetchable-address.ts'
import type { VerificationFailure } from '../domain/verification/verification-failure.ts'
import { type LookUp, UnresolvedError } from './look-up.ts'

/** Errors of TLS, of which certificates are all but a few. */
const TLS_ERROR = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME|ISSUER/
const LARGEST_HEADER = 16 * 1024

/** Thrown for a host that must not be asked. */
class RefusedError extends Error {
  override name = 'RefusedError'

  readonly failure: VerificationFailure

  constructor(failure: VerificationFailure) {
    super(failure)
    this.failure = failure
  }
}

export interface SiteRequest {
  readonly lookUp: LookUp
  /** Whether private addresses may be asked. */
  readonly intranet: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Certificates to trust instead of the usual ones. */
  readonly authorities?: string | undefined
  /** What is sent by POST; undefined to ask by GET. */
  readonly body?: string | undefined
}

/**
 * Asks a site's server for something. Its addresses are looked up once, all of them judged, and
 * the connection goes to these and no others: a name that leads elsewhere the next moment leads
 * nowhere.
 * @throws what {@link requestFailure} has a word for
 */
export async function requestSite(address: URL, request: SiteRequest): Promise<IncomingMessage> {
  const { lookUp, intranet, signal } = request
  const addresses = await lookUp(bareName(address), signal)
  const refused = addresses.map((text) => refusalOf(text, intranet)).find(Boolean)
  if (refused) throw new RefusedError(refused)
  return ask(address, pinnedTo(addresses), request)
}

/** Why a request, or the reading of its answer, failed. */
export function requestFailure(reason: unknown, { aborted }: AbortSignal): VerificationFailure {
  if (reason instanceof RefusedError) return reason.failure
  if (aborted) return 'timeout'
  if (reason instanceof UnresolvedError) return 'unresolved'
  const { code = '' } = reason as { code?: string }
  return TLS_ERROR.test(code) ? 'certificate' : 'unreachable'
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
  { headers, signal, authorities, body }: SiteRequest,
): Promise<IncomingMessage> {
  const method = body === undefined ? 'GET' : 'POST'
  const limits = { agent: false, signal, maxHeaderSize: LARGEST_HEADER } as const
  const options = { ...limits, method, headers, lookup }
  return new Promise((resolve, reject) => {
    const request =
      address.protocol === 'https:'
        ? requestSecure(address, { ...options, ...(authorities && { ca: authorities }) })
        : requestPlain(address, options)
    request.once('response', resolve).on('error', reject).end(body)
  })
}
