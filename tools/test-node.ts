import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { startServer } from '../tests/support/running-server.ts'
import { buildIfStale } from './build-if-stale.ts'
import { addCounts, type Count, closingLines } from './count.ts'
import { runVitest } from './run-vitest.ts'

/*
 * `npm run test:node -- 22|24|26`: the server's tests and the built server on another
 * release of Node. Its binary comes from the npm registry, into node_modules/.cache.
 */

/** Processes, threads, sockets, files and cryptography: what a release of Node may change. */
const OF_THE_RUNTIME = [
  ...['start', 'shutdown', 'kill', 'two-processes', 'backup', 'dashboard'],
  ...['sync-failure', 'slow-client', 'rude-client', 'proxies', 'chain'],
]

const SERVER_TESTS = [
  ...['--project', 'unit', '--project', 'system', 'tests/server'],
  ...OF_THE_RUNTIME.map((name) => `tests/system/${name}.test.ts`),
]

function nodeBinary(major: string): string {
  const folder = resolve('node_modules', '.cache', `node-${major}`)
  const name = `node-${process.platform}-${process.arch}`
  const binary = join(folder, 'node_modules', name, 'bin', 'node')
  if (existsSync(binary)) return binary
  mkdirSync(folder, { recursive: true })
  const args = ['install', '--no-save', '--no-package-lock', '--prefix', folder, `${name}@${major}`]
  const { status } = spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0 || !existsSync(binary)) throw new Error(`Node ${major} could not be installed.`)
  return binary
}

async function startOn(binary: string, dataDir: string): Promise<Count> {
  const server = await startServer(dataDir, {}, binary)
  const reply = await fetch(`${server.origin}/readyz`)
  const code = await server.end('SIGTERM')
  return reply.ok && code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

const major = process.argv[2] ?? ''
try {
  if (!/^\d+$/.test(major)) throw new Error('Usage: npm run test:node -- 22|24|26')
  const binary = nodeBinary(major)
  const { stdout: version } = spawnSync(binary, ['--version'], { encoding: 'utf8' })
  console.log(`Node ${version.trim()}`)
  buildIfStale()
  // The tests start npm as well, which takes the first node that it finds.
  process.env['PATH'] = [dirname(binary), process.env['PATH']].join(delimiter)
  const dataDir = mkdtempSync(join(tmpdir(), 'tanggapan-'))
  const started = await startOn(binary, dataDir)
  rmSync(dataDir, { recursive: true, force: true })
  const total = addCounts([started, runVitest(SERVER_TESTS, binary)])
  console.log(closingLines(total))
  if (total.failed > 0) process.exitCode = 1
} catch (reason) {
  console.error((reason as Error).message)
  console.log(closingLines({ passed: 0, failed: 1 }))
  process.exitCode = 1
}
