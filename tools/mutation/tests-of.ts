import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What reaches a folder by way of the server's routes, its pages, or a stand that tests share. Every
 * test of those would notice more, but takes minutes where these take seconds.
 */
const FURTHER: Readonly<Record<string, readonly string[]>> = {
  'server/domain/access/': ['dashboard-roles', 'accounts', 'dashboard/setup-site'],
  // Not how much memory they take: code that is watched takes more.
  'server/domain/guard/': ['guard/views-guarded', 'guard/votes-guarded'],
  'server/domain/moderation/': ['admin-routes', 'dashboard/moderation'],
  'server/domain/opening/': ['dashboard/openings'],
  'server/domain/public/': ['public-pages'],
  'server/domain/*.ts': ['reader-routes'],
  'shared/': ['counts-text', 'report/comparison', 'typed-settings'],
}

/**
 * The test files that import from a folder or a file, themselves or by what they hold every engine to.
 * @param path such as `server/domain/guard/`, `shared/turn.ts`, or `server/domain/*.ts` for the
 * files that lie in no folder below
 */
export function testsOf(path: string): readonly string[] {
  const named = (FURTHER[path] ?? []).map((name) => `tests/server/${name}.test.ts`)
  const importing = new RegExp(`/${path.replace('*', '[a-z-]+').replaceAll('.', '\\.')}`)
  const imports = (file: string) => importing.test(readFileSync(file, 'utf8'))
  // Everything has a word of shared/ in it; what it means is held beside it.
  const ofShared = path.startsWith('shared/')
  const contracts = ofShared ? [] : filesIn('tests/contract').filter(imports)
  const reach = (file: string) => {
    const text = readFileSync(file, 'utf8')
    return (
      importing.test(text) || contracts.some((name) => text.includes(name.slice('tests'.length)))
    )
  }
  const files = (ofShared ? ['tests/shared'] : ['tests/shared', 'tests/server']).flatMap(filesIn)
  // A page is opened by somebody whose password is judged: hundreds of times what a rule takes.
  const quick = files.filter((name) => name.endsWith('.test.ts') && !name.includes('/dashboard'))
  return [...new Set([...quick.filter(reach), ...named])]
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
}
