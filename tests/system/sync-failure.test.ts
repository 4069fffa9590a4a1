import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readRows, VOTES_AT } from '../support/read-rows.ts'
import { view, vote } from '../support/reader-requests.ts'
import { startServer } from '../support/running-server.ts'
import { SUMS_AMISS } from '../support/sums-amiss.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { startTraced } from '../support/traced-server.ts'

const ARTICLE = '/sync'
const BEFORE = 3
const VARIABLES = { PUBLIC_URL: 'http://localhost' }

/*
 * The system itself refuses the sync: strace answers it with EIO, for one file alone. That file
 * does not exist at first. The open log is given its name at the moment at which the disk is to fail.
 */
const onLinux = test.skipIf(process.platform !== 'linux')

onLinux(
  'a sync that fails ends the server at once, and nobody is told that a vote was taken',
  async () => {
    const dataDir = temporaryFolder()
    const [log, broken] = [join(dataDir, 'tanggapan.db-wal'), join(dataDir, 'broken')]
    const failing = ['-P', broken, '-e', 'trace=fsync,fdatasync']
    const server = await startTraced(
      dataDir,
      temporaryFolder(),
      [...failing, '-e', 'inject=fsync,fdatasync:error=EIO', '-o', '/dev/null'],
      VARIABLES,
    )
    onTestFinished(server.release)
    const token = await view(server.origin, ARTICLE)
    for (let reader = 1; reader <= BEFORE; reader++) {
      expect(await vote(server.origin, ARTICLE, token, reader)).toBe(200)
    }

    renameSync(log, broken)
    const answers = await Promise.allSettled(
      [10, 11, 12, 13].map((reader) => vote(server.origin, ARTICLE, token, reader)),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(4).fill('rejected'))
    const code =
      server.child.exitCode ?? (await new Promise((end) => server.child.once('exit', end)))
    expect(code, server.said()).toBe(1)
    expect(server.said()).toContain('SQLITE_IOERR')

    renameSync(broken, log)
    const next = await startServer(dataDir, VARIABLES)
    const again = await view(next.origin, ARTICLE)
    expect(await vote(next.origin, ARTICLE, again, 20)).toBe(200)
    expect(await next.end('SIGTERM')).toBe(0)
    // Those that were not answered may be there or not; whatever is there is counted once.
    const rows = readRows(join(dataDir, 'tanggapan.db'), VOTES_AT(`localhost${ARTICLE}`))
    expect(rows.length).toBeGreaterThanOrEqual(BEFORE + 1)
    expect(readRows(join(dataDir, 'tanggapan.db'), SUMS_AMISS)).toEqual([])
  },
)
