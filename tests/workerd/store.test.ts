import { reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { createD1Database } from '../../server/entry/d1-database.ts'
import { migrate } from '../../server/store/migrate.ts'
import { MIGRATIONS } from '../../server/store/migrations.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import { describeAlerts } from '../contract/alert-contract.ts'
import { describeArticleLists } from '../contract/article-list-contract.ts'
import { describeChain } from '../contract/chain-contract.ts'
import { describeChange } from '../contract/change-contract.ts'
import { describeFollowUps } from '../contract/follow-up-contract.ts'
import { describeOpenings } from '../contract/opening-contract.ts'
import { describeRecount } from '../contract/recount-contract.ts'
import { describeReports } from '../contract/report-contract.ts'
import { describeRetention } from '../contract/retention-contract.ts'
import { describeSiteChanges } from '../contract/site-change-contract.ts'
import { describeStore, type OpenedStore } from '../contract/store-contract.ts'

async function openD1(): Promise<OpenedStore> {
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
}

describeStore('D1', openD1)
describeRetention('D1', openD1)
describeChain('D1', openD1)
describeRecount('D1', openD1)
describeReports('D1', openD1)
describeArticleLists('D1', openD1)
describeFollowUps('D1', openD1)
describeAlerts('D1', openD1)
describeOpenings('D1', openD1)
describeSiteChanges('D1', openD1)

describeChange('D1', async () => {
  const database = createD1Database(env.DB)
  await migrate(database, MIGRATIONS, '2026-01-01T00:00:00.000Z')
  return { ...database, close: reset }
})
