import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What reaches a folder by way of the server's routes, what every store is held to, or a stand that
 * tests share. Every test of those would notice more, but takes minutes where these take seconds.
 */
const FURTHER: Readonly<Record<string, readonly string[]>> = {
  'server/domain/chain/': ['store'],
  // Not how much memory they take: code that is watched takes more.
  'server/domain/guard/': ['guard/views-guarded', 'guard/votes-guarded'],
  'server/domain/moderation/': ['admin-routes', 'notices'],
  'server/domain/opening/': ['dashboard/openings'],
  'server/domain/public/': ['public-pages'],
  'server/domain/*.ts': ['reader-routes', 'store'],
}

/**
 * Whole servers, and pages that are opened by somebody whose password is judged: hundreds of times
 * what a rule takes.
 */
const SLOW = /\/dashboard|\/notice/

/**
 * The test files that import from a folder or a file themselves, and some further ones.
 * @param path such as `server/domain/guard/`, `shared/turn.ts`, or `server/domain/*.ts` for the
 * files that lie in no folder below
 */
export function testsOf(path: string): readonly string[] {
  const further = (FURTHER[path] ?? []).map((name) => `tests/server/${name}.test.ts`)
  const importing = new RegExp(`/${path.replace('*', '[a-z-]+').replaceAll('.', '\\.')}`)
  // Everything has a word of shared/ in it; what it means is held beside it.
  const folders = path.startsWith('shared/') ? ['tests/shared'] : ['tests/shared', 'tests/server']
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  const quick = files.filter((name) => name.endsWith('.test.ts') && !SLOW.test(name))
  const own = quick.filter((name) => importing.test(readFileSync(name, 'utf8')))
  return [...new Set([...own, ...further])]
}
