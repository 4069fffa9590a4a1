import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { deriveKey } from '../domain/keys.ts'
import type { Mac } from '../domain/mac.ts'
import type { Database } from '../store/database.ts'
import { ACCOUNT_TABLES, accountQueries } from './account-database.ts'
import type { PasswordHash } from './password-hash.ts'

/** How long a session lasts unused, in seconds. */
const IDLE = 30 * 60
/** How often its use is written down, in seconds. */
const NOTED = 60

/** What every way in to the accounts stands on. */
export interface AccountGround {
  readonly database: Database
  readonly mac: Mac
  readonly secret: Uint8Array
  readonly passwordHash: PasswordHash
}

/**
 * better-auth as we use it: called from our own pages, never asked over HTTP. So its routes,
 * their checks of origins and their limits are not there; ours stand before every call.
 * @param secure whether cookies are for https
 */
export function betterAccounts(
  { database, mac, secret, passwordHash }: AccountGround,
  secure: boolean,
) {
  return betterAuth({
    appName: 'Tanggapan',
    // Signs cookies, and encrypts second factors: a backup that has the secret keeps them.
    secret: [...deriveKey(mac, secret, 'accounts')]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(''),
    // Nothing is ever sent there; without one it warns.
    baseURL: 'http://localhost',
    database: drizzleAdapter(accountQueries(database), {
      provider: 'sqlite',
      schema: ACCOUNT_TABLES,
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: {
        hash: (password) => passwordHash.hash(password),
        verify: ({ password, hash }) => passwordHash.verify(password, hash),
      },
    },
    session: { expiresIn: IDLE, updateAge: NOTED, freshAge: 0, cookieCache: { enabled: false } },
    advanced: {
      useSecureCookies: false,
      cookies: cookieNames(secure),
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/', secure },
      ipAddress: { disableIpTracking: true },
      disableCSRFCheck: true,
    },
    plugins: [twoFactor({ issuer: 'Tanggapan', totpOptions: { digits: 6, period: 30 } })],
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

/** The prefix binds a cookie to this host and to https; a browser takes it over https only. */
function cookieNames(secure: boolean) {
  const prefix = secure ? '__Host-' : ''
  const names = {
    session_token: 'session',
    two_factor: 'second-factor',
    trust_device: 'trusted-device',
    session_data: 'session-data',
    account_data: 'account-data',
    dont_remember: 'passing',
  }
  return Object.fromEntries(
    Object.entries(names).map(([key, name]) => [key, { name: `${prefix}tanggapan-${name}` }]),
  )
}
