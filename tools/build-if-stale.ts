import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What the built programs are made of. */
const SOURCES = [
  ...['widget', 'server', 'shared', 'demo', 'tools/vite'],
  ...['vite.config.ts', 'package.json', 'package-lock.json'],
]
/** Written after a build that succeeded; its time is the build's. */
const STAMP = 'dist/.built'

/** Builds `dist/` when a source is newer than the last build. @throws where the build fails */
export function buildIfStale(): void {
  if (existsSync(STAMP) && newest(SOURCES) <= statSync(STAMP).mtimeMs) return
  const started = Date.now()
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  const options = { encoding: 'utf8' as const }
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--app'], options)
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`)
  writeFileSync(STAMP, '')
  console.error(`built dist/ in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

function newest(paths: readonly string[]): number {
  return Math.max(0, ...paths.map(timeOf))
}

function timeOf(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, newest(readdirSync(path).map((name) => join(path, name))))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    buildIfStale()
  } catch (reason) {
    console.error((reason as Error).message)
    process.exitCode = 1
  }
}
