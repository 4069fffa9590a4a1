import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../package.json'
import { sample } from '../support/proxies/sample.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** In tenths; 0 is shut off from everything, an unhardened service has 92. */
const MOST_EXPOSED = 20

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

test('the unit starts the server as npm start does', () => {
  const unit = readFileSync('demo/operations/tanggapan.service', 'utf8')
  const [, ...rest] = manifest.scripts.start.split(' ')
  expect(unit).toContain(`\nExecStart=/usr/bin/node ${rest.join(' ')}\n`)
})

test.runIf(hasSystemd)('the unit is one that systemd takes, and shut off from the rest', () => {
  const unit = join(temporaryFolder(), 'tanggapan.service')
  const places = { '/usr/bin/node': process.execPath, '/opt/tanggapan': process.cwd() }
  writeFileSync(unit, sample('tanggapan.service', places))
  const analyze = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }
  expect(analyze('verify', unit)).toEqual({ status: 0, said: '' })
  const security = ['security', '--no-pager', '--offline=true', `--threshold=${MOST_EXPOSED}`, unit]
  const { status, said } = analyze(...security)
  expect(status, said).toBe(0)
})
