import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The test files that import from a folder or a file themselves. Those that reach it only through
 * the whole server would notice more, but take minutes where these take seconds.
 * @param path such as `server/domain/guard/` or `shared/turn.ts`
 */
export function testsOf(path: string): readonly string[] {
  const importing = `/${path}`
  const files = ['tests/shared', 'tests/server'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  return files.filter(
    (name) => name.endsWith('.test.ts') && readFileSync(name, 'utf8').includes(importing),
  )
}
