import { expect, onTestFinished, test, vi } from 'vitest'
import { Jar } from '../support/jar.ts'
import { addAccount, auditOf, openedAccounts, PASSWORD } from '../support/opened-accounts.ts'
import { totp } from '../support/totp.ts'

// Passwords are slow by intent, and slower beside other tests.
vi.setConfig({ testTimeout: 120_000 })

const EMAIL = 'ibu@bojonegoro.go.id'

async function withTwoFactor() {
  const opened = await openedAccounts()
  const { store, accounts, passwordHash } = opened
  const person = await addAccount(store, passwordHash, EMAIL, { role: 'owner' })
  const jar = new Jar()
  expect(jar.take(await accounts.signIn(jar.visit, EMAIL, PASSWORD))).toBe('in')
  const setup = jar.take(await accounts.beginTwoFactor(jar.visit, PASSWORD))
  if (!setup) throw new Error('the password was taken for a wrong one')
  expect(jar.take(await accounts.confirmTwoFactor(jar.visit, totp(setup.secret)))).toBe(true)
  return { ...opened, person, jar, setup }
}

test('a password alone opens an account until a second factor is confirmed', async () => {
  const { accounts, jar, person } = await withTwoFactor()
  expect(jar.take(await accounts.find(jar.visit))).toMatchObject({ person, twoFactor: true })

  const other = new Jar()
  expect(other.take(await accounts.signIn(other.visit, EMAIL, PASSWORD))).toBe('second-factor')
  expect(other.take(await accounts.find(other.visit))).toBe(null)
})

test('a code of the authenticator lets in, a wrong one does not', async () => {
  const { accounts, setup, person } = await withTwoFactor()
  const jar = new Jar()
  jar.take(await accounts.signIn(jar.visit, EMAIL, PASSWORD))
  const right = totp(setup.secret)
  const wrong = right === '123456' ? '654321' : '123456'
  expect(jar.take(await accounts.answerTwoFactor(jar.visit, wrong))).toBe('wrong')
  expect(jar.take(await accounts.find(jar.visit))).toBe(null)
  const spaced = `${right.slice(0, 3)} ${right.slice(3)}`
  expect(jar.take(await accounts.answerTwoFactor(jar.visit, spaced))).toBe('in')
  expect(jar.take(await accounts.find(jar.visit))).toMatchObject({ person })
})

test('each backup code lets in once', async () => {
  const { accounts, setup } = await withTwoFactor()
  expect(new Set(setup.backupCodes).size).toBe(10)
  const code = setup.backupCodes[3] ?? ''
  const first = new Jar()
  first.take(await accounts.signIn(first.visit, EMAIL, PASSWORD))
  expect(first.take(await accounts.answerTwoFactor(first.visit, code))).toBe('in')
  const second = new Jar()
  second.take(await accounts.signIn(second.visit, EMAIL, PASSWORD))
  expect(second.take(await accounts.answerTwoFactor(second.visit, code))).toBe('wrong')
})

test('after five wrong codes the password has to be given again', async () => {
  const { accounts, setup } = await withTwoFactor()
  const jar = new Jar()
  jar.take(await accounts.signIn(jar.visit, EMAIL, PASSWORD))
  for (let i = 0; i < 5; i++) {
    expect(jar.take(await accounts.answerTwoFactor(jar.visit, 'aaaaa-aaaaa'))).toBe('wrong')
  }
  expect(jar.take(await accounts.answerTwoFactor(jar.visit, totp(setup.secret)))).toBe('late')
  expect(jar.take(await accounts.find(jar.visit))).toBe(null)
})

test('cookies are bound to the host over https, and out of reach of scripts and other sites', async () => {
  const { store, accounts, passwordHash } = await openedAccounts()
  await addAccount(store, passwordHash, EMAIL, { role: 'owner' })
  const jar = new Jar()
  const { cookies } = await accounts.signIn(jar.visit, EMAIL, PASSWORD)
  expect(cookies).not.toEqual([])
  for (const line of cookies) {
    expect(line).toMatch(/^__Host-tanggapan-/)
    for (const word of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/']) {
      expect(line.toLowerCase()).toContain(word.toLowerCase())
    }
    expect(line).not.toMatch(/domain=/i)
  }
})

test('over http on the machine itself the cookie has a name that a browser takes there', async () => {
  const { store, accounts, passwordHash } = await openedAccounts()
  const person = await addAccount(store, passwordHash, EMAIL, { role: 'owner' })
  const jar = new Jar(false)
  const entered = await accounts.signIn(jar.visit, EMAIL, PASSWORD)
  expect(entered.cookies.join()).not.toMatch(/__Host-|; Secure/i)
  jar.take(entered)
  expect(jar.take(await accounts.find(jar.visit))).toMatchObject({ person })
})

test('a session ends by itself after twelve hours, and by signing out at once', async () => {
  let now = Date.now()
  const { store, accounts, passwordHash } = await openedAccounts(() => now)
  await addAccount(store, passwordHash, EMAIL, { role: 'owner' })
  const jar = new Jar()
  jar.take(await accounts.signIn(jar.visit, EMAIL, PASSWORD))
  now += 11 * 3600_000
  const before = jar.cookie
  expect(jar.take(await accounts.find(jar.visit))).not.toBe(null)
  now += 1.1 * 3600_000
  expect(jar.take(await accounts.find(jar.visit))).toBe(null)
  const thief = new Jar()
  thief.keep(before.split('; ').map((pair) => `${pair}; Path=/`))
  expect(thief.take(await accounts.find(thief.visit))).toBe(null)
})

test('a session ends by itself after thirty minutes without use, and goes on with each use', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const { store, accounts, passwordHash } = await openedAccounts()
  await addAccount(store, passwordHash, EMAIL, { role: 'owner' })
  const jar = new Jar()
  jar.take(await accounts.signIn(jar.visit, EMAIL, PASSWORD))
  const later = async (minutes: number) => {
    vi.setSystemTime(Date.now() + minutes * 60_000)
    return jar.take(await accounts.find(jar.visit)) !== null
  }
  for (let n = 0; n < 23; n++) expect(await later(29)).toBe(true)
  expect(await later(31)).toBe(false)

  // Twelve hours are the most, however often it is used.
  jar.take(await accounts.signIn(jar.visit, EMAIL, PASSWORD))
  for (let n = 0; n < 24; n++) expect(await later(29.9)).toBe(true)
  expect(await later(10)).toBe(false)
})

test('a changed password ends the other sessions and keeps its own', async () => {
  const { store, accounts, passwordHash } = await openedAccounts()
  const person = await addAccount(store, passwordHash, EMAIL, { role: 'owner' })
  const [here, there] = [new Jar(), new Jar()]
  for (const jar of [here, there]) jar.take(await accounts.signIn(jar.visit, EMAIL, PASSWORD))
  expect(
    here.take(await accounts.changePassword(here.visit, 'not the password', 'x'.repeat(20))),
  ).toBe(false)
  expect(
    here.take(await accounts.changePassword(here.visit, PASSWORD, 'another long password')),
  ).toBe(true)
  expect(here.take(await accounts.find(here.visit))).toMatchObject({ person })
  expect(there.take(await accounts.find(there.visit))).toBe(null)
  expect(await new Jar().take(await accounts.signIn(there.visit, EMAIL, PASSWORD))).toBe('wrong')
})

test('what is stored of a password and a second factor cannot be read', async () => {
  const { database, setup } = await withTwoFactor()
  const kept = JSON.stringify([
    await database.read({ sql: 'select password from credentials' }),
    await database.read({ sql: 'select secret, backup_codes from second_factors' }),
  ])
  expect(kept).toContain('scrypt-15-8-3$')
  for (const word of [PASSWORD, setup.secret, ...setup.backupCodes])
    expect(kept).not.toContain(word)
})

test('no address of a person and nothing that a browser sent is kept of a session', async () => {
  const { database, store, person } = await withTwoFactor()
  expect(await database.read({ sql: 'select distinct ip_address from sessions' })).toEqual([['']])
  const sessions = await store.readSessions(person, 0)
  expect(sessions.map(({ browser }) => browser)).toEqual(['Firefox · Linux'])
})

test('a reset takes the second factor and every session', async () => {
  const { store, accounts, jar, person } = await withTwoFactor()
  expect(await store.resetTwoFactor(person, auditOf('two-factor-reset'))).toBe(true)
  expect(jar.take(await accounts.find(jar.visit))).toBe(null)
  const again = new Jar()
  expect(again.take(await accounts.signIn(again.visit, EMAIL, PASSWORD))).toBe('in')
  expect(await store.resetTwoFactor(person, auditOf('two-factor-reset'))).toBe(false)
})
