import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { buildIfStale } from './build-if-stale.ts'

/*
 * `npm run release [-- FOLDER]`: an archive of the server that runs after
 * `npm ci --omit=dev`, with the versions that were tested and nothing to build with.
 */

interface Lock {
  readonly name: string
  readonly version: string
  readonly packages: Record<string, LockedPackage>
}

interface LockedPackage {
  readonly dev?: boolean
  readonly version?: string
  readonly devDependencies?: Readonly<Record<string, string>>
}

type Manifest = Readonly<Record<string, unknown>> & {
  readonly dependencies: Record<string, string>
  readonly scripts: Record<string, string>
}

const FILES = [
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'dist/node',
  'demo/pictures',
  'demo/operations',
]

buildIfStale()
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
const target = resolve(process.argv[2] ?? 'release')
const stage = join(target, `${manifest['name']}-${manifest['version']}`)
rmSync(stage, { recursive: true, force: true })
mkdirSync(stage, { recursive: true })
for (const file of FILES) cpSync(file, join(stage, file), { recursive: true })

const { devDependencies: _, ...root } = lock.packages[''] ?? {}
const runtime = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev)
write('package.json', {
  name: manifest['name'],
  version: manifest['version'],
  private: true,
  description: manifest['description'],
  license: manifest['license'],
  type: 'module',
  engines: manifest['engines'],
  scripts: { start: manifest.scripts['start'], site: manifest.scripts['site'] },
  dependencies: exactVersions(manifest.dependencies),
})
write('package-lock.json', {
  ...lock,
  packages: {
    '': { ...root, dependencies: exactVersions(manifest.dependencies) },
    ...Object.fromEntries(runtime),
  },
})

const archive = `${stage}.tgz`
execFileSync('tar', ['czf', archive, '-C', target, basename(stage)])
rmSync(stage, { recursive: true, force: true })
console.log(archive)

function exactVersions(dependencies: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(dependencies).map((name) => {
      const version = lock.packages[`node_modules/${name}`]?.version
      if (!version) throw new Error(`package-lock.json does not know ${name}`)
      return [name, version]
    }),
  )
}

function write(name: string, content: object): void {
  writeFileSync(join(stage, name), `${JSON.stringify(content, null, 2)}\n`)
}
