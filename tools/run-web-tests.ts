import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CLOSED_ARTICLE } from '../tests/element/support/closed-article.ts'
import { closeArticle } from '../tests/support/close-article.ts'
import { startFaultProxy } from '../tests/support/fault-proxy.ts'
import { startServer } from '../tests/support/running-server.ts'
import { addCounts, type Count } from './count.ts'
import { countEngines } from './web-tests/count-engines.ts'
import { ENGINES, type Engine } from './web-tests/engine.ts'
import type { TestedFile } from './web-tests/session-report.ts'
import { environmentOf, type WebTestRun } from './web-tests/web-test-run.ts'
import { startWebKitDriver } from './web-tests/webkit-driver.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const
const ELEMENT_TESTS = 'tests/element/**/*.test.ts'

/**
 * Runs the element's tests in real engines against a real server, with their output in view,
 * and counts each engine. Whatever it starts has ended when it resolves.
 */
export async function runWebTests(
  engines: readonly Engine[] = ENGINES,
  files: readonly string[] = [],
): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'tanggapan-web-test-'))
  const ending: (() => unknown)[] = []
  try {
    const dataDir = join(folder, 'data')
    await closeArticle(dataDir, CLOSED_ARTICLE)
    const server = await startServer(dataDir)
    ending.push(() => server.end('SIGTERM'))
    const proxy = await startFaultProxy(server.origin)
    ending.push(proxy.end)
    const webkit = engines.includes('webkit') ? await startWebKitDriver() : undefined
    if (webkit) ending.push(webkit.end)
    const report = join(folder, 'report.json')
    return await runEngines({
      engines,
      files: files.length > 0 ? files : [ELEMENT_TESTS],
      server: proxy.origin,
      ...(webkit && { webkitPort: webkit.port }),
      report,
    })
  } catch (reason) {
    console.error(reason)
    return { passed: 0, failed: 1, names: [`element tests: ${(reason as Error).message}`] }
  } finally {
    for (const end of ending.reverse()) await end()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runEngines(run: WebTestRun): Promise<Count> {
  const runner = join('node_modules', '@web', 'test-runner', 'dist', 'bin.js')
  const child = spawn(process.execPath, ['--import', 'tsx', runner], {
    stdio: 'inherit',
    env: { ...process.env, ...environmentOf(run) },
  })
  // Told to end, it ends the runner, and then everything else that it has started.
  const stop = () => child.kill()
  for (const signal of SIGNALS) process.on(signal, stop)
  const [status] = (await once(child, 'exit')) as [number | null]
  for (const signal of SIGNALS) process.off(signal, stop)
  if (!existsSync(run.report)) throw new Error(`Web Test Runner ended early, with ${status}.`)
  const files = JSON.parse(readFileSync(run.report, 'utf8')) as readonly TestedFile[]
  const counts = countEngines(files, run.engines)
  for (const [engine, { passed, failed }] of counts) {
    console.log(`${engine}: ${passed} passed, ${failed} failed`)
  }
  const total = addCounts([...counts.values()])
  return { ...total, failed: total.failed === 0 && status !== 0 ? 1 : total.failed }
}
