import type { Manifest } from './manifest.ts'
import type { RecoveryKey } from './recovery-key.ts'

/** What the copyist is asked for. */
export interface CopyJob {
  /** The file to copy; none where the copy is there already. */
  readonly source?: string | undefined
  /** Where the copy is, or is to be: in a folder that only the server's user may enter. */
  readonly copy: string
  /** Held against the fingerprint that the copy has. */
  readonly secret?: string | undefined
  /** The backup to make of the copy. */
  readonly seal?:
    | {
        readonly file: string
        readonly recoveryKey: RecoveryKey
        readonly time: string
        readonly release: string
      }
    | undefined
}

/** What was found in a copy that is good. */
export type Found = Pick<Manifest, 'migrations' | 'rows' | 'bytes' | 'unlikeSigned'>

/** What the copyist says, a step at a time. */
export type CopyMessage =
  | { readonly step: 'copied' | 'verified' }
  | { readonly step: 'done'; readonly found: Found; readonly size: number }
  | { readonly step: 'failed'; readonly name: string; readonly message: string }
