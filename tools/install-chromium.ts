import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from '../tests/support/chromium.ts'

const BY_HAND = `The tests need Chromium and there is none here. Install it with

  sudo apt-get update && sudo apt-get install -y chromium

on Debian or Ubuntu, or set CHROMIUM to the path of a Chromium or Chrome.`

/** Makes sure that there is a Chromium. @throws with what to type, where it may not install one */
export function ensureChromium(): void {
  if (findChromium()) return
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const mayInstall = asRoot.length === 0 || spawnSync('sudo', ['-n', 'true']).status === 0
  if (!existsSync('/usr/bin/apt-get') || !mayInstall) throw new Error(BY_HAND)

  console.error('installing Chromium with apt-get …')
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [command = '', ...rest] = [...asRoot, 'apt-get', '-q', ...args]
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const { status, stderr } = spawnSync(command, rest, { env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${stderr}\n${BY_HAND}`)
  }
  if (!findChromium()) throw new Error(BY_HAND)
}
