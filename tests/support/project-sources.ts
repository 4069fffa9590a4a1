import { readdirSync, readFileSync } from 'node:fs'
import type { Source } from './architecture.ts'

const FOLDERS = ['shared', 'widget', 'server', 'demo', 'tests', 'tools']
const CODE = /\.(ts|js|mjs|css|html)$/

/** Every file of code in the project, its configuration included; built files are not. */
export function projectSources(): readonly Source[] {
  const own = readdirSync('.').filter((name) => /\.(ts|js|mjs)$/.test(name))
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  ).filter((path) => CODE.test(path))
  return [...own, ...inFolders].map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}
