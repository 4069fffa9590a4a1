import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import {
  findProgram,
  SYSTEM_PROGRAMS,
  type SystemProgram,
} from '../tests/support/system-program.ts'

/**
 * Makes sure that the browsers and what they stand on are there.
 * @throws with what to type, where it may not install them
 */
export function ensurePrograms(programs: readonly SystemProgram[] = SYSTEM_PROGRAMS): void {
  const missing = missingOf(programs)
  if (missing.length === 0) return
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const mayInstall = asRoot.length === 0 || spawnSync('sudo', ['-n', 'true']).status === 0
  if (!existsSync('/usr/bin/apt-get') || !mayInstall) throw new Error(byHand(missing))

  console.error(`installing ${packagesOf(missing)} with apt-get …`)
  const install = ['install', '-y', '--no-install-recommends', ...missing.map(({ from }) => from)]
  for (const args of [['update'], install]) {
    const [command = '', ...rest] = [...asRoot, 'apt-get', '-q', ...args]
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const { status, stderr } = spawnSync(command, rest, { env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${stderr}\n${byHand(missing)}`)
  }
  const still = missingOf(missing)
  if (still.length > 0) throw new Error(byHand(still))
}

function missingOf(programs: readonly SystemProgram[]): readonly SystemProgram[] {
  return programs.filter((program) => !findProgram(program))
}

function packagesOf(programs: readonly SystemProgram[]): string {
  return programs.map(({ from }) => from).join(' ')
}

function byHand(missing: readonly SystemProgram[]): string {
  const names = missing.map(({ name }) => name).join(', ')
  const variables = missing.map(({ variable }) => variable).join(', ')
  return `The tests need programs that are not here: ${names}. Install them with

  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packagesOf(missing)}

on Debian or Ubuntu, or set ${variables} to the path of each.`
}
