import { env } from 'cloudflare:workers'
import { createD1Database } from '../../server/entry/d1-database.ts'
import { migrate } from '../../server/store/migrate.ts'
import { MIGRATIONS } from '../../server/store/migrations.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import { describeAdminRoutes } from '../contract/admin-routes-contract.ts'
import { openRoutes } from '../support/opened-routes.ts'

describeAdminRoutes('Workers with D1', async () => {
  const database = createD1Database(env.DB)
  await migrate(database, MIGRATIONS, '2026-01-01T00:00:00.000Z')
  return openRoutes(database, createSharedStore, () => Promise.resolve())
})
