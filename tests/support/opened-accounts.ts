import { onTestFinished } from 'vitest'
import { openAccounts } from '../../server/accounts/open-accounts.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { createNodePasswordHash } from '../../server/entry/node-password-hash.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import type { Store } from '../../server/store/store.ts'
import type { Role } from '../../shared/role.ts'
import { openMigrated } from './opened-database.ts'

export const PASSWORD = 'a long password for tests'

/** Of `PASSWORD`; made once, since that takes a while. */
let hashed: string | undefined

export const secret = new TextEncoder().encode('a secret for tests only, 32 characters or more')

/** An audit line for whatever a test does. */
export function auditOf(action: string, at = Math.floor(Date.now() / 1000)) {
  return { at, actor: 'operator', action, site: null, article: null, note: '' }
}

/** Accounts on a database of their own, in memory, that ends with the test. */
export async function openedAccounts(clock = Date.now) {
  const database = await openMigrated(':memory:')
  const store = createSharedStore(database)
  onTestFinished(() => store.close())
  const passwordHash = createNodePasswordHash()
  const ground = { database, mac: nodeMac, secret, passwordHash }
  return { database, store, passwordHash, accounts: openAccounts(ground, clock) }
}

/** Makes an account by an invitation, as its page does, and answers with its id. */
export async function addAccount(
  store: Store,
  passwordHash: { hash(password: string): Promise<string> },
  email: string,
  role: Role,
): Promise<string> {
  const at = Math.floor(Date.now() / 1000)
  const id = `id-of-${email}`
  const times = { createdBy: 'operator', createdAt: at, expiresAt: at + 60 }
  await store.addPass({ purpose: 'invitation', email, role, ...times }, email, auditOf('invite'))
  hashed ??= await passwordHash.hash(PASSWORD)
  const person = { id, name: email, email, passwordHash: hashed }
  if (!(await store.addPerson(person, email, auditOf('join')))) throw new Error('not added')
  return id
}
