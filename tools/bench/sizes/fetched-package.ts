import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * Folder of a package without its dependencies, fetched once by npm. It lies within
 * node_modules, so that what it imports is found where ours is.
 * @throws where npm can't fetch it
 */
export function fetchedPackage(name: string, version: string): string {
  const cache = resolve('node_modules', '.cache', 'sizes')
  const folder = join(cache, `${name.replace('/', '-')}-${version}`)
  if (existsSync(folder)) return folder
  const fetched = `${folder}.part`
  mkdirSync(fetched, { recursive: true })
  const pack = ['pack', `${name}@${version}`, '--silent', '--pack-destination', fetched]
  const archive = execFileSync('npm', pack, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  execFileSync('tar', ['xzf', join(fetched, archive.trim()), '-C', fetched, '--strip-components=1'])
  renameSync(fetched, folder)
  return folder
}
