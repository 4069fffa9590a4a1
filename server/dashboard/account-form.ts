import {
  type AccountFault,
  accountFaults,
  type TypedAccount,
  tidyEmail,
  tidyName,
} from '../domain/access/typed-account.ts'
import { type Fault, faultOf, field } from './form.ts'
import { type Html, html, NOTHING } from './html.ts'
import type { Words } from './words/words.ts'

/** The account that a form describes. */
export function accountFromForm(
  form: Readonly<Record<string, string>>,
  email = form['email'] ?? '',
): TypedAccount {
  return {
    name: tidyName(form['name'] ?? ''),
    email: tidyEmail(email),
    password: form['password'] ?? '',
  }
}

/** What is wrong with an account, each with its field. */
export function faultsOfAccount(words: Words, account: TypedAccount): readonly Fault[] {
  return accountFaults(account).map((fault) => sentence(words, fault))
}

/** A fault of an account in words. */
export function sentence(words: Words, fault: AccountFault): Fault {
  const said: Readonly<Record<AccountFault, Fault>> = {
    name: { field: 'name', text: words.faultName },
    email: { field: 'email', text: words.faultEmail },
    'password-short': { field: 'password', text: words.faultPasswordShort },
    'password-long': { field: 'password', text: words.faultPasswordLong },
    'password-name': { field: 'password', text: words.faultPasswordName },
  }
  return said[fault]
}

export function nameField(words: Words, value: string | undefined, faults: readonly Fault[]): Html {
  const named = { name: 'name', label: words.name, autocomplete: 'name' } as const
  return field({ ...named, value, fault: faultOf(faults, 'name') })
}

/** Goes along with a password, so that a browser keeps both together: it takes no `hidden` type for one. */
export function knownEmail(email: string): Html {
  return html`<input type="email" name="email" value="${email}" autocomplete="username" readonly hidden>`
}

/** A password to be chosen, with the e-mail that it is of where that isn't typed. */
export function passwordField(words: Words, email: string, faults: readonly Fault[]): Html {
  return html`${email ? knownEmail(email) : NOTHING}${field({
    ...{ name: 'password', label: words.newPassword, type: 'password', hint: words.passwordHint },
    ...{ autocomplete: 'new-password', fault: faultOf(faults, 'password') },
  })}`
}
