import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { ENTRIES } from './entries.ts'

/** Where a declaration takes others from, as it names them. */
const SOURCE = /(?<=(?:from |import )['"])(\..*)\.ts(?=['"])/g

/** Puts the types into a folder: what the entries declare, and nothing that they don't name. */
export function writeDeclarations(outDir: string): void {
  const all = mkdtempSync(join(tmpdir(), 'tanggapan-types-'))
  try {
    compile(all)
    const taken = new Set<string>()
    for (const entry of ENTRIES) take(entry.replace(/\.ts$/, ''), all, outDir, taken)
  } finally {
    rmSync(all, { recursive: true, force: true })
  }
}

function compile(outDir: string): void {
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc')
  const args = [tsc, '-p', 'tsconfig.package.json', '--outDir', outDir]
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The declarations failed.\n${stdout}`)
}

/** Copies one module's types and those that they name. In the package modules end in .js. */
function take(module: string, from: string, to: string, taken: Set<string>): void {
  if (taken.has(module)) return
  taken.add(module)
  const text = readFileSync(join(from, `${module}.d.ts`), 'utf8')
  const file = join(to, `${module}.d.ts`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text.replace(SOURCE, '$1.js'))
  for (const [, named = ''] of text.matchAll(SOURCE)) {
    take(posix.join(posix.dirname(module), named), from, to, taken)
  }
}
