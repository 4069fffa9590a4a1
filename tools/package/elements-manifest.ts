import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { create, ts } from '@custom-elements-manifest/analyzer'
import type { SourceFile } from 'typescript'
import { ENTRIES } from './entries.ts'

declare module '@custom-elements-manifest/analyzer' {
  /** Left out of the analyzer's own types. */
  export function create(given: { readonly modules: readonly SourceFile[] }): object
  /** The TypeScript that it reads with, which is not ours. */
  export const ts: typeof import('typescript')
}

/** Where the manifest lies, here and in the package. */
export const MANIFEST = 'custom-elements.json'

/** Where a module names another: `from './survey.ts'`. */
const NAMED = /(?<=from '\..*)\.ts(?=')/g
const RE_EXPORT = /^export \{.*\} from '(.*)'$/gm

/** What the package has to offer, as the text of its custom elements manifest. */
export function elementsManifest(): string {
  const paths = ENTRIES.flatMap((entry) => [entry, ...reExportedBy(entry)])
  const manifest = create({ modules: [...new Set(paths)].sort().map(parse) })
  return `${JSON.stringify(manifest, asSeenFromOutside, 2)}\n`
}

function reExportedBy(entry: string): readonly string[] {
  const found = readFileSync(entry, 'utf8').matchAll(RE_EXPORT)
  return [...found].map(([, name = '']) => posix.join(posix.dirname(entry), name))
}

/** Reads a source under the name that its module has in the package. */
function parse(path: string): SourceFile {
  const text = readFileSync(path, 'utf8').replace(NAMED, '.js')
  const name = path.replace(/\.ts$/, '.js')
  return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS)
}

/** Attributes that every element has, and ours only heeds. */
const HTML_ATTRIBUTES = ['dir', 'hidden']

interface Entry {
  readonly name: string
  readonly privacy?: string
}

/**
 * The analyzer names modules as they are imported, takes `Event` for a class of its module, and
 * tells of what is private and of what is HTML's.
 */
function asSeenFromOutside(key: string, value: unknown): unknown {
  if (key === 'superclass' && (value as Entry).name === 'Event') return { name: 'Event' }
  if (key === 'members') return (value as Entry[]).filter(({ privacy }) => privacy !== 'private')
  if (key === 'attributes') {
    return (value as Entry[]).filter(({ name }) => !HTML_ATTRIBUTES.includes(name))
  }
  if (key !== 'module') return value
  const name = String(value)
  return name.startsWith('.') ? posix.join('widget', name) : name.replace(/^\//, '')
}
