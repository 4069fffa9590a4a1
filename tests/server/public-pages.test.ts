import { createSharedStore } from '../../server/store/shared-store.ts'
import { describePublicPages } from '../contract/public-pages-contract.ts'
import { openMigrated } from '../support/opened-database.ts'
import { openRoutes } from '../support/opened-routes.ts'

describePublicPages('Node', async () => {
  const database = await openMigrated(':memory:')
  const server = openRoutes(database, createSharedStore, () => Promise.resolve())
  return {
    ...server,
    async close() {
      await server.close()
      await database.close()
    },
  }
})
