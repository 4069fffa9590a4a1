/** What is wrong with what somebody typed of an account. */
export type AccountFault = 'name' | 'email' | 'password-short' | 'password-long' | 'password-name'

/** Fewest and most characters of a password; what is in it is nobody's business. */
const PASSWORD_LENGTH = { least: 12, most: 128 } as const

const LONGEST_NAME = 80
const LONGEST_EMAIL = 254
const EMAIL = /^[^\s@"<>]+@[^\s@."<>]+(\.[^\s@."<>]+)+$/

export interface TypedAccount {
  readonly name: string
  readonly email: string
  readonly password: string
}

/** A name as it is kept: no blanks around it, none doubled. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/** An e-mail as it is kept: lower-case. */
export function tidyEmail(email: string): string {
  return email.trim().toLowerCase()
}

export function emailFault(email: string): 'email' | undefined {
  return EMAIL.test(email) && email.length <= LONGEST_EMAIL ? undefined : 'email'
}

/** @param email whose password it is, which must not be the password */
export function passwordFault(password: string, email: string): AccountFault | undefined {
  const length = [...password].length
  if (length < PASSWORD_LENGTH.least) return 'password-short'
  if (length > PASSWORD_LENGTH.most) return 'password-long'
  return password.toLowerCase() === email ? 'password-name' : undefined
}

/** Every fault of a new account, in the order of its fields. */
export function accountFaults({ name, email, password }: TypedAccount): readonly AccountFault[] {
  const named = name.length > 0 && name.length <= LONGEST_NAME
  const faults = [named ? undefined : 'name', emailFault(email), passwordFault(password, email)]
  return faults.filter((fault) => fault !== undefined) as AccountFault[]
}
