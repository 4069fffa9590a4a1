import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DashboardBrowser, shownTwoFactor } from '../../../tests/support/dashboard-browser.ts'
import { operate } from '../../../tests/support/operate-command.ts'
import { totp } from '../../../tests/support/totp.ts'

const EMAIL = 'ibu@contoh.example'
/** Of a server that nobody but this machine reaches, on made-up figures. */
const PASSWORD = 'a long password to measure by'

/**
 * A browser in which the sample's owner is signed in at a running server. The first time it sets the
 * server up as a person does; what its authenticator holds is kept beside the database.
 */
export async function signOwnerIn(folder: string, port: number): Promise<DashboardBrowser> {
  const browser = new DashboardBrowser(`http://localhost:${port}`)
  const kept = join(folder, 'bench-owner.key')
  if (existsSync(kept)) {
    await browser.send('/admin/sign-in', { email: EMAIL, password: PASSWORD })
    await browser.send('/admin/second-factor', { code: totp(readFileSync(kept, 'utf8')) })
  } else {
    const { said } = await operate(folder, ['setup-code', '--json'])
    const { code } = JSON.parse(said) as { code: string }
    const account = { code, name: 'Ibu Pemilik', email: EMAIL, password: PASSWORD }
    await browser.send('/admin/setup', account)
    const page = await browser.send('/admin/two-factor', { password: PASSWORD })
    const { secret } = shownTwoFactor(page.text)
    await browser.send('/admin/two-factor/confirmation', { code: totp(secret) })
    writeFileSync(kept, secret)
  }
  const { status, to } = await browser.open('/admin')
  if (status !== 200) throw new Error(`the owner is not signed in: ${status} ${to}`)
  return browser
}
