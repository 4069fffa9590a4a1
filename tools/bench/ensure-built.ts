import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'

export const BUILT_SERVER = 'dist/node/node.js'

/** Builds the programs unless they are there. */
export async function ensureBuilt(): Promise<void> {
  if (existsSync(BUILT_SERVER)) return
  const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--app'], {
    // Standard output is for the figures.
    stdio: ['ignore', process.stderr, 'inherit'],
  })
  const [code] = (await once(vite, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`the build ended with ${code}`)
}
