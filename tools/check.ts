import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { elementsManifest, MANIFEST } from './package/elements-manifest.ts'

/* `npm run check`: everything that judges the code without running it. */

const MIGRATIONS = 'server/store/migrations'

interface Verdict {
  readonly holds: boolean
  /** What the tool said. */
  readonly output: string
}

const CHECKS: readonly (readonly [name: string, check: () => Verdict])[] = [
  ['types', () => run('typescript/bin/tsc', ['--noEmit', '--pretty'])],
  ['format and lint', () => run('@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])],
  ['elements', () => run('eslint/bin/eslint.js', ['--max-warnings', '0'])],
  ['templates', () => run('lit-analyzer/cli.js', TEMPLATE_ARGS)],
  ['unused', () => run('knip/bin/knip.js', ['--no-progress'])],
  ['migrations', migrationsFollowSchema],
  ['manifest', manifestFollowsElements],
]

const TEMPLATE_ARGS = ['widget/**/*.ts', '--strict', '--maxWarnings', '0']

/** Runs a program of a package under this Node. */
function run(program: string, args: readonly string[]): Verdict {
  const path = join('node_modules', program)
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [path, ...args], {
    encoding: 'utf8',
  })
  return { holds: status === 0, output: `${stdout ?? ''}${stderr ?? ''}${error ?? ''}` }
}

/** Generates into a copy: a schema that is ahead of its migrations would add one. */
function migrationsFollowSchema(): Verdict {
  const copy = mkdtempSync(join(tmpdir(), 'tanggapan-migrations-'))
  try {
    cpSync(MIGRATIONS, copy, { recursive: true })
    // drizzle-kit puts ./ before the folder it is given, so an absolute one is not found.
    const target = ['--schema', 'server/store/*schema.ts', '--out', relative('.', copy)]
    const args = ['generate', '--dialect', 'sqlite', '--prefix', 'timestamp', ...target]
    const { holds, output } = run('drizzle-kit/bin.cjs', args)
    const known = new Set(readdirSync(MIGRATIONS))
    const missing = readdirSync(copy).filter((name) => !known.has(name))
    if (holds && missing.length === 0) return { holds, output }
    return { holds: false, output: `${output}\nThe schema is ahead: run npm run generate.` }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** What editors and the README's tests read says what the elements' comments say. */
function manifestFollowsElements(): Verdict {
  const holds = readFileSync(MANIFEST, 'utf8') === elementsManifest()
  return { holds, output: `${MANIFEST} is behind: run npm run manifest.` }
}

const failed: string[] = []
for (const [name, check] of CHECKS) {
  const started = performance.now()
  const { holds, output } = check()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${holds ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (holds) continue
  failed.push(name)
  console.log(output)
}
for (const name of failed) console.log(`failed: check: ${name}`)
console.log(`check: ${CHECKS.length - failed.length} passed, ${failed.length} failed`)
if (failed.length > 0) process.exitCode = 1
