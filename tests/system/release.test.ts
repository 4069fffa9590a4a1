import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readerHeaders } from '../support/reader-headers.ts'
import { runProcess } from '../support/running-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Largest memory of the running server, in MiB. */
const MEMORY = 512

test('the archive runs after npm ci --omit=dev, in 512 MB of memory', async () => {
  const folder = temporaryFolder()
  const release = ['--import', 'tsx', 'tools/release.ts', folder]
  const archive = execFileSync(process.execPath, release, { encoding: 'utf8' }).trim()
  execFileSync('tar', ['xzf', archive, '-C', folder])
  const server = archive.replace(/\.tgz$/, '')
  execFileSync('npm', ['ci', '--omit=dev'], { cwd: server, stdio: 'pipe' })

  const heap = `--max-old-space-size=${MEMORY / 2}`
  const running = runProcess([heap, join(server, 'dist/node/node.js')], {
    DATA_DIR: join(folder, 'data'),
    PORT: '0',
    LOG_LEVEL: 'error',
  })
  onTestFinished(async () => {
    await running.end('SIGTERM')
  })
  const [, origin = ''] = await running.says(/demo\s+(http:\/\/\S+)\/demo\//)

  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
  const script = await fetch(`${origin}/v1/widget.js`)
  expect(script.status).toBe(200)
  for (let round = 0; round < 20; round++) {
    await Promise.all(Array.from({ length: 50 }, (_, i) => view(origin, round * 50 + i)))
  }
  const tallies = await fetch(`${origin}/v1/sites/bojonegoro/tallies?article=/a/0`)
  expect(await tallies.json()).toMatchObject({ tallies: [{ views: 1 }] })
  if (process.platform === 'linux') {
    expect(peakMemory(running.child.pid)).toBeLessThan(MEMORY)
  }
})

async function view(origin: string, n: number): Promise<void> {
  const body = JSON.stringify({ site: 'bojonegoro', article: `/a/${n}`, visit: 'new' })
  // Each a reader of its own, since one neighbourhood may not make many articles.
  const headers = { ...readerHeaders(n), Origin: origin, 'Content-Type': 'text/plain' }
  const reply = await fetch(`${origin}/v1/views`, { method: 'POST', headers, body })
  expect(reply.status).toBe(200)
}

/** Most memory that a process ever held, in MiB. */
function peakMemory(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}
