import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type HostPage, hostSite } from './host-site.ts'
import { type Tally, tallyOf } from './hostile/tally-of.ts'
import { type Row, readRows, VOTES_AT } from './read-rows.ts'
import { startServer } from './running-server.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A server of its own for one test, and an editor's site on another origin that embeds it. */
export interface NewsSite {
  /** Origin of the server. */
  readonly server: string
  /** Origin of the site. */
  readonly site: string
  /** What the server has counted for an article. */
  tally(path: string): Promise<Tally>
  /** Ends the server, without warning unless told otherwise. */
  stop(signal?: NodeJS.Signals): Promise<void>
  /** Starts it again at the same address, on the same data. */
  start(variables?: Readonly<Record<string, string>>): Promise<void>
  /** Ends the server and reads the votes at an article from its database file. */
  votesOnDisk(path: string): Promise<Row[]>
}

/**
 * @param pages the site's pages by their paths
 * @param whenOver when all of it goes; a test that runs beside others has its own way to say so
 * @param dataDir the server's data, in case something is there already
 * @param port where it was first started, since its articles are named after that address
 */
export async function newsSite(
  pages: (server: string) => Readonly<Record<string, HostPage>>,
  whenOver: (end: () => void | Promise<void>) => void = onTestFinished,
  dataDir = temporaryFolder(whenOver),
  port = '0',
): Promise<NewsSite> {
  let running = await startServer(dataDir, { PORT: port })
  const server = running.origin
  const stop = async (signal: NodeJS.Signals = 'SIGKILL') => {
    await running.end(signal)
  }
  whenOver(() => stop('SIGTERM'))
  return {
    server,
    site: await hostSite(pages(server), whenOver),
    tally: (path) => tallyOf(server, path),
    stop,
    async start(variables) {
      running = await startServer(dataDir, { PORT: new URL(server).port, ...variables })
    },
    async votesOnDisk(path) {
      await stop('SIGTERM')
      return readRows(join(dataDir, 'tanggapan.db'), VOTES_AT(new URL(server).host + path))
    },
  }
}
