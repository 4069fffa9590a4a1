import { join } from 'node:path'
import { readRows } from './read-rows.ts'
import { view } from './reader-requests.ts'
import { startServer } from './running-server.ts'

/** Makes an article that takes no votes in the database of a server that is stopped. */
export async function closeArticle(dataDir: string, article: string): Promise<void> {
  const server = await startServer(dataDir)
  await view(server.origin, article)
  await server.end('SIGTERM')
  const close = `update articles set closed = 1 where key like '%${article}' returning key`
  const closed = readRows(join(dataDir, 'tanggapan.db'), close)
  if (closed.length !== 1) throw new Error(`${article} was not closed`)
}
