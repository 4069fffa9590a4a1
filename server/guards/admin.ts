import type { Context } from 'hono'
import { isProblem, type Problem } from '../../shared/problem.ts'
import { type ApiToken, bearerToken } from '../domain/api-token.ts'
import type { Rules } from '../domain/rules.ts'
import type { ListedSite } from '../domain/site/site-directory.ts'
import type { Attempts } from './attempts.ts'
import { isSecure, type RequestWay } from './secure.ts'

export interface AdminGuard {
  readonly rules: Rules
  readonly way: RequestWay
  readonly attempts: Attempts
}

/** A request of the admin API that may go on. */
export interface AdmittedAdmin {
  readonly listed: ListedSite
  /** Name of the token, for the audit log. */
  readonly actor: string
  /** Whether it opens every site. */
  readonly everySite: boolean
}

/** A wrong token that must not be followed by another one too soon. */
interface Throttled extends Problem {
  /** In seconds. */
  readonly retryAfter?: number
}

/** How much of a path is written down, in characters. */
const LONGEST_PATH = 200

const INSECURE: Problem = {
  problem: 'insecure',
  detail:
    'Ask over https. A proxy that ends https has to stand in TRUSTED_PROXIES and to send X-Forwarded-Proto.',
}

/**
 * The checks of the admin API before a request's own fields: the way it came, its token, and
 * whether that opens the site. Another's site is answered like one that doesn't exist.
 */
export async function admitAdmin(
  c: Context,
  site: string,
  guard: AdminGuard,
): Promise<AdmittedAdmin | Throttled> {
  if (!isSecure(c, guard.way, guard.rules.trustedProxies)) return INSECURE
  const token = await tokenOf(c, guard)
  if (isProblem(token)) return token
  const listed = await guard.rules.sites.find(site)
  if (token.site !== null && token.site !== site) {
    await noteDenied(c, guard, token.name, listed ? site : null)
    return { problem: 'site' }
  }
  return listed
    ? { listed, actor: token.name, everySite: token.site === null }
    : { problem: 'site' }
}

async function tokenOf(
  c: Context,
  { rules, way, attempts }: AdminGuard,
): Promise<ApiToken | Throttled> {
  const token = bearerToken(c.req.header('Authorization'))
  if (token === undefined) return { problem: 'unauthorised' }
  const client = way.clientOf(c)
  const hash = rules.sha256(token)
  const retryAfter = attempts.waitOf(client, hash)
  if (retryAfter > 0) return { problem: 'attempts', retryAfter }
  // Found by its hash: how long that takes tells nothing of the token.
  const known = await rules.store.findToken(hash)
  if (known) attempts.succeeded(hash)
  else attempts.failed(client)
  return known ?? { problem: 'unauthorised' }
}

/** Writes down who asked for another's site, as often as one address may send wrong tokens. */
async function noteDenied(
  c: Context,
  { rules, way, attempts }: AdminGuard,
  actor: string,
  site: string | null,
): Promise<void> {
  const client = way.clientOf(c)
  if (attempts.waitOf(client, '') > 0) return
  attempts.failed(client)
  await rules.store.addAudit({
    at: Math.floor(rules.clock() / 1000),
    actor,
    action: 'denied',
    site,
    article: null,
    note: `${c.req.method} ${c.req.path.slice(0, LONGEST_PATH)}`,
  })
}
