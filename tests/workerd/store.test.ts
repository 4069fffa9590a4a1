import { reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { createD1Database } from '../../server/entry/d1-database.ts'
import { migrate } from '../../server/store/migrate.ts'
import { MIGRATIONS } from '../../server/store/migrations.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import { describeStore } from '../contract/store-contract.ts'

describeStore('D1', async () => {
  const database = createD1Database(env.DB)
  await migrate(database, MIGRATIONS, '2026-01-01T00:00:00.000Z')
  const store = createSharedStore(database)
  return {
    store,
    query: (sql) => env.DB.prepare(sql).raw(),
    run: async (sql) => {
      await env.DB.prepare(sql).run()
    },
    close: async () => {
      await store.close()
      await reset()
    },
  }
})
