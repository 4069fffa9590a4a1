import type { Context } from 'hono'
import { isProblem, type Problem } from '../../shared/problem.ts'
import type { Client } from '../domain/client/client.ts'
import type { RefusedOrigins } from '../domain/site/refused-origins.ts'
import type { ListedSite, SiteDirectory } from '../domain/site/site-directory.ts'
import { readBody } from './body.ts'
import type { ClientOf } from './client.ts'
import { refuseContentType } from './content-type.ts'
import { refuseFetchMode } from './fetch-mode.ts'
import type { SideBySide } from './side-by-side.ts'

/** A write that may go on to the rules. */
export interface Admitted<Request> {
  readonly request: Request
  readonly listed: ListedSite
  /** Undefined only where the route takes requests without an Origin. */
  readonly origin: string | undefined
  readonly client: Client
}

export interface WriteGuard<Request> {
  readonly sites: SiteDirectory
  /** Told of every origin that is turned away. */
  readonly refusedOrigins: RefusedOrigins
  readonly sideBySide: SideBySide
  readonly clientOf: ClientOf
  readonly parse: (body: unknown) => Request | Problem
  /** True where a request without an Origin is answered, such as a view from a shell. */
  readonly originOptional?: boolean
}

/**
 * The checks of a reader's write in the order of the contract; the first that fails
 * answers. A foreign origin is turned away before its body is read or the database asked.
 */
export async function admitWrite<Request extends { readonly site: string }>(
  c: Context,
  {
    sites,
    refusedOrigins,
    sideBySide,
    clientOf,
    parse,
    originOptional = false,
  }: WriteGuard<Request>,
): Promise<Admitted<Request> | Problem> {
  function refuseOrigin(origin: string | undefined): Problem {
    if (origin !== undefined) refusedOrigins.note(origin)
    return { problem: 'origin' }
  }

  await sideBySide()
  const refused = refuseFetchMode(c) ?? refuseContentType(c)
  if (refused) return refused

  const origin = c.req.header('Origin')
  const admitted = origin === undefined ? originOptional : await sites.admits(origin)
  if (!admitted) return refuseOrigin(origin)

  const body = await readBody(c)
  if (isProblem(body)) return body
  const request = parse(body.json)
  if (isProblem(request)) return request

  const listed = await sites.find(request.site)
  if (!listed) return { problem: 'site' }
  if (origin !== undefined && !listed.rule.admits(origin)) return refuseOrigin(origin)
  return { request, listed, origin, client: clientOf(c) }
}
