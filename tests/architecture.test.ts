import { describe, expect, test } from 'vitest'
import { breaches } from './support/architecture.ts'
import { projectSources } from './support/project-sources.ts'

const sources = projectSources()

// Every file is read as TypeScript reads it, which takes a busy machine its time.
test('the project keeps to its own layout', { timeout: 60_000 }, () => {
  expect(breaches(sources)).toEqual([])
})

test.each([
  'shared',
  'widget',
  'server/domain',
  'server/guards',
  'server/routes',
  'server/store',
  'server/entry',
])('%s is among what was looked at', (house) => {
  expect(sources.filter(({ path }) => path.startsWith(`${house}/`)).length).toBeGreaterThan(1)
})

describe('a breach is found where', () => {
  test.each([
    ['the widget calls the server', 'widget/a.ts', "import { a } from '../server/config.ts'"],
    ['the widget takes a package more', 'widget/a.ts', "import 'hono'"],
    ['a package only begins like an allowed one', 'widget/a.ts', "import 'lit-element'"],
    ['shared code calls the widget', 'shared/a.ts', "export * from '../widget/words.ts'"],
    ['shared code takes a package', 'shared/a.ts', "import type { Hono } from 'hono'"],
    ['shared code names Node', 'shared/a.ts', "import { join } from 'node:path'"],
    ['a rule calls a query', 'server/domain/a.ts', "import '../store/ledger.ts'"],
    ['a rule answers HTTP', 'server/domain/a.ts', "import { Hono } from 'hono'"],
    ['a rule calls a route', 'server/domain/a.ts', "import '../routes/reader.ts'"],
    ['a guard calls a route', 'server/guards/a.ts', "import '../routes/reader.ts'"],
    ['a guard reads the store', 'server/guards/a.ts', "import '../store/store.ts'"],
    ['a route calls a query', 'server/routes/a.ts', "import '../store/statements.ts'"],
    ['a route calls an entry', 'server/routes/a.ts', "import '../entry/log.ts'"],
    ['the store calls a rule', 'server/store/a.ts', "import '../domain/voter.ts'"],
    ['the store names its driver', 'server/store/a.ts', "import '@libsql/client'"],
    ['the store takes a driver by drizzle', 'server/store/a.ts', "import 'drizzle-orm/libsql'"],
    ['the store names a runtime', 'server/store/a.ts', "import 'cloudflare:workers'"],
    ['the app names its server', 'server/app.ts', "import '@hono/node-server'"],
    ['an entry takes the widget unbuilt', 'server/entry/a.ts', "import '../../widget/define.ts'"],
    ['an entry takes a test', 'server/entry/a.ts', "import '../../tests/support/seeded.ts'"],
    ['an entry takes a tool', 'server/entry/a.ts', "import '../../tools/count.ts'"],
    ['the configuration takes a tool', 'vite.config.ts', "import './tools/count.ts'"],
    ['a demo page imports', 'demo/a.html', '<script type="module">import "/a.js"</script>'],
    ['an import waits for its turn', 'shared/a.ts', "const a = () => import('hono')"],
    ['an import is only a type', 'shared/a.ts', "type A = import('hono').Hono"],
    ['an import is worked out', 'server/store/a.ts', 'const a = (name: string) => import(name)'],
    ['files are taken by a pattern', 'server/routes/a.ts', "import.meta.glob('../../demo/*.css')"],
    ['a file is found beside', 'server/routes/a.ts', "new URL('../entry/a.js', import.meta.url)"],
    ['an import goes round about', 'shared/a.ts', "import '../server/app.ts'"],
    ['configuration reads the environment', 'server/config.ts', 'export const a = process.env'],
    ['a rule reads the clock', 'server/domain/a.ts', 'export const now = Date.now()'],
    ['a rule keeps the clock', 'server/domain/a.ts', 'export const clock = Date.now'],
    ['a guard asks for today', 'server/guards/a.ts', 'export const today = new Date()'],
    ['shared code throws dice', 'shared/a.ts', 'export const a = globalThis.Math.random()'],
    ['the store makes a key', 'server/store/a.ts', 'export const a = crypto.randomUUID()'],
    ['a file is a drawer', 'widget/utils.ts', ''],
    ['a folder is a drawer', 'server/domain/common/a.ts', ''],
    ['a folder has no house', 'server/queue/a.ts', ''],
    ['a file is long', 'shared/a.ts', '\n'.repeat(200)],
  ])('%s', (_, path, text) => {
    const found = breaches([{ path, text }])
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`${path}: `)
  })
})

describe('no breach is found where', () => {
  test.each([
    ['a package is entered by a side door', 'widget/a.ts', "import { html } from 'lit/html.js'"],
    ['a route speaks to the store', 'server/routes/a.ts', "import '../store/store.ts'"],
    [
      'an entry takes the built widget',
      'server/entry/a.ts',
      "import '../../dist/widget/widget.js?raw'",
    ],
    ['the configuration takes its plugins', 'vite.config.ts', "import './tools/vite/a.ts'"],
    ['the store writes its tables down', 'server/store/a.ts', "import 'drizzle-orm/sqlite-core'"],
    ['an entry hands on the clock', 'server/entry/a.ts', 'export const clock = Date.now'],
    ['a pattern leaves files out', 'server/entry/a.ts', "import.meta.glob(['!../../tests/*'])"],
    ['a comment names the clock', 'shared/a.ts', '// no Date.now(), no new Date()'],
    ['a sentence names an import', 'shared/a.ts', 'export const a = "import \'hono\'"'],
    ['a date is worked out', 'shared/a.ts', 'export const a = Date.UTC(2026, 0, 1)'],
    ['a test takes anything', 'tests/a.test.ts', "import '../server/entry/log.ts'"],
    ['a file is as long as it may be', 'shared/a.ts', '\n'.repeat(199)],
  ])('%s', (_, path, text) => {
    expect(breaches([{ path, text }])).toEqual([])
  })
})

test('a breach names file, import and rule', () => {
  const source = { path: 'shared/a.ts', text: "import 'hono'" }
  expect(breaches([source])).toEqual(['shared/a.ts: imports hono; shared/ may import shared/'])
})
