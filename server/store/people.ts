import type { Role } from '../../shared/role.ts'
import type { AuditEntry } from './moderation.ts'

/** Somebody with an account. Instants are in seconds since 1970. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly twoFactor: boolean
  readonly createdAt: number
  /** When a session of theirs was last used, as far as one is left. */
  readonly lastSeen: number | null
  readonly roles: readonly Role[]
}

export interface NewPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly passwordHash: string
}

export type PassPurpose = 'setup' | 'invitation' | 'password'

/** What is handed over to somebody so that they can do one thing once, without its secret. */
export type Pass = {
  readonly createdBy: string
  readonly createdAt: number
  readonly expiresAt: number
} & (
  | { readonly purpose: 'setup' }
  | { readonly purpose: 'invitation'; readonly email: string; readonly role: Role }
  /** Sets the password of the person. */
  | { readonly purpose: 'password'; readonly person: string }
)

/** A pass as it stands in a list; its hash names it and opens nothing. */
export type KeptPass = Pass & { readonly hash: string }

/** A session as its person sees it. */
export interface KeptSession {
  readonly id: string
  /** Browser and system in a few words. */
  readonly browser: string
  readonly createdAt: number
  readonly lastSeen: number
}

/** Accounts, roles, and the passes that make them. Each change is written with its audit line. */
export interface People {
  hasPeople(): Promise<boolean>
  /** By name. */
  readPeople(): Promise<readonly Person[]>
  readPerson(id: string): Promise<Person | null>
  findPerson(email: string): Promise<Person | null>
  /**
   * Makes an account by a pass, which is used up: by a setup code an owner's while there is
   * nobody yet, by an invitation one with its role.
   * @returns false where the pass does not work, or the e-mail has an account
   */
  addPerson(person: NewPerson, passHash: string, audit: AuditEntry): Promise<boolean>
  /** Takes an account away with all that hangs on it; the last owner's stays. */
  removePerson(id: string, audit: AuditEntry): Promise<boolean>
  /** @returns false where there is no such person, or they have a role at that place */
  grantRole(person: string, role: Role, audit: AuditEntry): Promise<boolean>
  /** @returns false where there was no such role, or it was the last owner's */
  revokeRole(person: string, role: Role, audit: AuditEntry): Promise<boolean>
  /**
   * Keeps a pass by its hash; one of the same kind for the same purpose works no more.
   * @param audit null for a setup code of a start, which nobody asked for
   */
  addPass(pass: Pass, hash: string, audit: AuditEntry | null): Promise<void>
  /** @param now in seconds since 1970: what has expired is not found */
  findPass(hash: string, now: number): Promise<KeptPass | null>
  /** Invitations that still work, the latest first. */
  readInvitations(now: number): Promise<readonly KeptPass[]>
  removePass(hash: string, audit: AuditEntry): Promise<boolean>
  /**
   * Sets a password by a pass, which is used up, and ends every session of its person.
   * @returns false where the pass does not work
   */
  resetPassword(passwordHash: string, passHash: string, audit: AuditEntry): Promise<boolean>
  /** Takes the second factor away and ends every session. */
  resetTwoFactor(person: string, audit: AuditEntry): Promise<boolean>
  /** Those that still work, the latest used first. */
  readSessions(person: string, now: number): Promise<readonly KeptSession[]>
  /** @returns whether the person had such a session */
  endSession(person: string, id: string, audit: AuditEntry): Promise<boolean>
  endSessions(person: string, audit: AuditEntry): Promise<void>
  /** Takes away what has expired: passes, sessions, sign-ins that were never finished. */
  dropExpired(now: number): Promise<void>
  /** The latest lines of every site and of none, before a line where one is given. */
  readWholeAudit(before: number | null, most: number): Promise<readonly WholeAuditLine[]>
}

/** A line of the audit log with the site that it is about. */
export interface WholeAuditLine {
  readonly id: number
  /** Seconds since 1970. */
  readonly at: number
  readonly actor: string
  readonly action: string
  readonly site: string | null
  readonly article: string | null
  readonly votes: number
  readonly note: string
}
