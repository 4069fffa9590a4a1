/** What of a request signing in goes by. */
export interface Visit {
  /** The `Cookie` header. */
  readonly cookie: string
  /** Whether the browser came over https. */
  readonly secure: boolean
  /** Browser and system in a few words, for the list of sessions. */
  readonly browser: string
}

/** An outcome with the `Set-Cookie` lines that go with it. */
export interface Entered<Outcome> {
  readonly outcome: Outcome
  readonly cookies: readonly string[]
}

/** Somebody who is signed in. */
export interface SignedIn {
  readonly person: string
  readonly session: string
  /** Whether signing in asked for a second factor; without one there is nothing to see yet. */
  readonly twoFactor: boolean
}

/** What a person needs to set a second factor up. */
export interface TwoFactorSetup {
  /** `otpauth://…`, for an authenticator to read from a picture. */
  readonly uri: string
  /** The same to be typed: base 32. */
  readonly secret: string
  readonly backupCodes: readonly string[]
}

/** Signing in and out. What accounts there are, and what they may do, is the store's. */
export interface Accounts {
  /** As long for an e-mail that nobody has as for a wrong password. */
  signIn(
    visit: Visit,
    email: string,
    password: string,
  ): Promise<Entered<'in' | 'second-factor' | 'wrong'>>
  /** `late`: the password has to be given again. */
  answerTwoFactor(visit: Visit, code: string): Promise<Entered<'in' | 'wrong' | 'late' | 'locked'>>
  /** Null where nobody is signed in, or too long ago. */
  find(visit: Visit): Promise<Entered<SignedIn | null>>
  /** The same without being a use of the session: whoever only watches falls out of it in time. */
  look(visit: Visit): Promise<Entered<SignedIn | null>>
  signOut(visit: Visit): Promise<Entered<null>>
  /** Null for a wrong password. The factor is asked for once it is confirmed. */
  beginTwoFactor(visit: Visit, password: string): Promise<Entered<TwoFactorSetup | null>>
  /** False for a wrong code. */
  confirmTwoFactor(visit: Visit, code: string): Promise<Entered<boolean>>
  /** New ones in the place of those before; null for a wrong password. */
  newBackupCodes(visit: Visit, password: string): Promise<Entered<readonly string[] | null>>
  /** False for a wrong password. Every other session ends. */
  changePassword(visit: Visit, present: string, next: string): Promise<Entered<boolean>>
}
