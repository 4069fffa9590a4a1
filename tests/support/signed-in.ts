import type { Role } from '../../shared/role.ts'
import { DashboardBrowser } from './dashboard-browser.ts'
import { addAccount, PASSWORD } from './opened-accounts.ts'
import { DASHBOARD, type openedDashboard } from './opened-dashboard.ts'

/** A browser in which somebody with this role is signed in, second factor and all. */
export async function signedIn(
  opened: Awaited<ReturnType<typeof openedDashboard>>,
  role: Role,
): Promise<DashboardBrowser> {
  const { store, database, passwordHash, fetch } = opened
  const email = `${Object.values(role).join('-')}@example.go.id`
  const id = await addAccount(store, passwordHash, email, role)
  const browser = new DashboardBrowser(DASHBOARD, fetch)
  await browser.send('/admin/sign-in', { email, password: PASSWORD })
  // As confirming a code leaves it.
  await database.write([
    { sql: 'update people set two_factor_enabled = 1 where id = ?1', args: [id] },
  ])
  return browser
}
