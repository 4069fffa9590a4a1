import { existsSync, readFileSync } from 'node:fs'

/** What became of the changes to a folder's code. */
export interface MutationScore {
  /** What a test noticed, by failing or by never ending. */
  readonly noticed: number
  readonly unnoticed: number
}

/** The part of Stryker's report that is read; the same in its file of what it need not do again. */
interface Report {
  readonly files: Readonly<
    Record<string, { readonly mutants: readonly { readonly status: string }[] }>
  >
}

/** Those that do not compile, say, are neither. */
const NOTICED = ['Killed', 'Timeout']
const UNNOTICED = ['Survived', 'NoCoverage']

/** From the file that a run left behind; null where none came to its end yet. */
export function mutationScore(path: string): MutationScore | null {
  if (!existsSync(path)) return null
  const { files } = JSON.parse(readFileSync(path, 'utf8')) as Report
  const all = Object.values(files).flatMap(({ mutants }) => mutants)
  const count = (of: readonly string[]) => all.filter(({ status }) => of.includes(status)).length
  return { noticed: count(NOTICED), unnoticed: count(UNNOTICED) }
}

/** The share that was noticed, in percent; 100 where there was nothing to notice. */
export function percentOf({ noticed, unnoticed }: MutationScore): number {
  const all = noticed + unnoticed
  return all === 0 ? 100 : (100 * noticed) / all
}
