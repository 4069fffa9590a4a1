import { DashboardBrowser, shownTwoFactor } from './dashboard-browser.ts'
import { PASSWORD } from './opened-accounts.ts'
import type { RunningServer } from './running-server.ts'
import { totp } from './totp.ts'

export const OWNER = 'ibu@contoh.example'

/** Makes the first account of a new server with the code that it prints, second factor and all. */
export async function setUpOwner(server: RunningServer): Promise<DashboardBrowser> {
  const [, code = ''] = await server.says(/setup\s+([0-9A-Z-]{14})/)
  const owner = new DashboardBrowser(server.origin)
  const account = { code, name: 'Ibu Pemilik', email: OWNER, password: PASSWORD }
  await owner.send('/admin/setup', account)
  const shown = shownTwoFactor((await owner.send('/admin/two-factor', { password: PASSWORD })).text)
  await owner.send('/admin/two-factor/confirmation', { code: totp(shown.secret) })
  return owner
}
