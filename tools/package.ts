import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { writeDeclarations } from './package/declarations.ts'
import { packageManifest } from './package/manifest.ts'
import { buildScripts } from './package/scripts.ts'

/* `npm run package [-- FOLDER]`: the npm package of the elements, for who bundles their own pages. */

const FILES = ['README.md', 'LICENSE', 'CHANGELOG.md', 'custom-elements.json']

const target = resolve(process.argv[2] ?? 'release')
const stage = join(target, 'package')
rmSync(stage, { recursive: true, force: true })
mkdirSync(stage, { recursive: true })
for (const file of FILES) cpSync(file, join(stage, file))
writeFileSync(join(stage, 'package.json'), `${JSON.stringify(packageManifest(), null, 2)}\n`)
await buildScripts(stage)
writeDeclarations(stage)

const pack = ['pack', '--silent', '--pack-destination', target]
const archive = execFileSync('npm', pack, { cwd: stage, encoding: 'utf8' }).trim()
rmSync(stage, { recursive: true, force: true })
console.log(join(target, archive))
