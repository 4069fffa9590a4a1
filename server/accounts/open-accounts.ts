import type { Accounts, Entered, SignedIn, TwoFactorSetup, Visit } from './accounts.ts'
import { type AccountGround, betterAccounts } from './better-accounts.ts'

/** How long a session lasts at most, in milliseconds. */
const LONGEST = 12 * 60 * 60 * 1000

const TOTP = /^\d{6}$/

/** The accounts of a database. @param clock milliseconds since 1970 */
export function openAccounts(ground: AccountGround, clock: () => number): Accounts {
  const ways = { plain: betterAccounts(ground, false), secure: betterAccounts(ground, true) }

  function wayOf({ secure }: Visit) {
    return secure ? ways.secure : ways.plain
  }

  return {
    async signIn(visit, email, password) {
      const { api } = wayOf(visit)
      const reply = await api.signInEmail({
        ...asked(visit),
        body: { email, password },
        asResponse: true,
      })
      if (!reply.ok) return refused(reply, 'wrong')
      const answer = (await reply.clone().json()) as { twoFactorRedirect?: boolean }
      return entered(reply, answer.twoFactorRedirect ? 'second-factor' : 'in')
    },

    async answerTwoFactor(visit, typed) {
      const { api } = wayOf(visit)
      const code = typed.replaceAll(/\s/g, '')
      const call = { ...asked(visit), body: { code }, asResponse: true } as const
      const reply = TOTP.test(code) ? await api.verifyTOTP(call) : await api.verifyBackupCode(call)
      if (reply.ok) return entered(reply, 'in')
      const { code: why } = (await reply.clone().json()) as { code?: string }
      return refused(reply, WHY[why ?? ''] ?? 'wrong')
    },

    async find(visit) {
      const reply = await wayOf(visit).api.getSession({ ...asked(visit), asResponse: true })
      if (!reply.ok) return refused(reply, null)
      const found = (await reply.clone().json()) as FoundSession | null
      if (!found) return entered(reply, null)
      if (clock() - Date.parse(found.session.createdAt) > LONGEST) return this.signOut(visit)
      return entered(reply, signedIn(found))
    },

    async look(visit) {
      const call = { ...asked(visit), query: { disableRefresh: true }, asResponse: true } as const
      const reply = await wayOf(visit).api.getSession(call)
      if (!reply.ok) return refused(reply, null)
      const found = (await reply.clone().json()) as FoundSession | null
      const over = !found || clock() - Date.parse(found.session.createdAt) > LONGEST
      return { outcome: over ? null : signedIn(found), cookies: [] }
    },

    async signOut(visit) {
      return entered(await wayOf(visit).api.signOut({ ...asked(visit), asResponse: true }), null)
    },

    async beginTwoFactor(visit, password) {
      const call = { ...asked(visit), body: { password }, asResponse: true } as const
      const reply = await wayOf(visit).api.enableTwoFactor(call)
      if (!reply.ok) return refused(reply, null)
      return entered(reply, setupFrom((await reply.clone().json()) as StartedTwoFactor))
    },

    async confirmTwoFactor(visit, typed) {
      const code = typed.replaceAll(/\s/g, '')
      const call = { ...asked(visit), body: { code }, asResponse: true } as const
      const reply = await wayOf(visit).api.verifyTOTP(call)
      return reply.ok ? entered(reply, true) : refused(reply, false)
    },

    async newBackupCodes(visit, password) {
      const call = { ...asked(visit), body: { password }, asResponse: true } as const
      const reply = await wayOf(visit).api.generateBackupCodes(call)
      if (!reply.ok) return refused(reply, null)
      const { backupCodes } = (await reply.clone().json()) as { backupCodes: readonly string[] }
      return entered(reply, backupCodes)
    },

    async changePassword(visit, currentPassword, newPassword) {
      const body = { currentPassword, newPassword, revokeOtherSessions: true }
      const call = { ...asked(visit), body, asResponse: true } as const
      const reply = await wayOf(visit).api.changePassword(call)
      return reply.ok ? entered(reply, true) : refused(reply, false)
    },
  }
}

/** Codes of better-auth's refusals that need more than another try. */
const WHY: Readonly<Record<string, 'late' | 'locked'>> = {
  INVALID_TWO_FACTOR_COOKIE: 'late',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'late',
  ACCOUNT_TEMPORARILY_LOCKED: 'locked',
}

interface FoundSession {
  readonly session: { readonly id: string; readonly createdAt: string }
  readonly user: { readonly id: string; readonly twoFactorEnabled: boolean }
}

interface StartedTwoFactor {
  readonly totpURI: string
  readonly backupCodes: readonly string[]
}

/** Nothing of the request goes on but its cookies. */
function asked({ cookie, browser }: Visit): { readonly headers: Headers } {
  return { headers: new Headers({ cookie, 'user-agent': browser }) }
}

function entered<Outcome>(reply: Response, outcome: Outcome): Entered<Outcome> {
  return { outcome, cookies: reply.headers.getSetCookie() }
}

/** @throws Error where it was no refusal but a fault, such as of the database */
function refused<Outcome>(reply: Response, outcome: Outcome): Entered<Outcome> {
  if (reply.status >= 500) throw new Error(`signing in failed with ${reply.status}`)
  return entered(reply, outcome)
}

function signedIn({ session, user }: FoundSession): SignedIn {
  return { person: user.id, session: session.id, twoFactor: user.twoFactorEnabled }
}

function setupFrom({ totpURI, backupCodes }: StartedTwoFactor): TwoFactorSetup {
  return { uri: totpURI, secret: new URL(totpURI).searchParams.get('secret') ?? '', backupCodes }
}
