import type { FileHandle } from 'node:fs/promises'
import type { RecoveryKey } from './recovery-key.ts'

/** What stands in the clear at the beginning of a backup. */
export interface BackupHeader extends RecoveryKey {
  /** Public half of the key made for this backup alone. */
  readonly passing: string
}

/** The file is no backup, or one that this release does not know. */
export class NoBackupError extends Error {
  override name = 'NoBackupError'
}

/** The 1 is the format's version: key derivation, cipher and layout hang on it. */
const FIRST_LINE = 'tanggapan backup 1'
const LONGEST = 1024
const BASE64URL = /^[\w-]{16,64}$/

export function headerText({ salt, recipient, passing }: BackupHeader): string {
  return `${FIRST_LINE}\n${JSON.stringify({ salt, recipient, passing })}\n`
}

/**
 * Reads a backup's header.
 * @returns it, and its text, whose length is where the sealed chunks begin
 * @throws NoBackupError
 */
export async function readHeader(file: FileHandle): Promise<[BackupHeader, string]> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST), 0, LONGEST, 0)
  const begin = buffer.toString('latin1', 0, bytesRead)
  const [first, json = '', ...more] = begin.split('\n')
  if (first !== FIRST_LINE) {
    throw new NoBackupError(
      /^tanggapan backup \d+$/.test(first ?? '')
        ? 'The backup is of a newer release than this one. Restore it with that one.'
        : 'The file is no backup of Tanggapan.',
    )
  }
  const header = more.length > 0 ? parsed(json) : undefined
  if (!header) throw new NoBackupError('The beginning of the backup is damaged.')
  return [header, `${first}\n${json}\n`]
}

function parsed(json: string): BackupHeader | undefined {
  try {
    const { salt, recipient, passing } = JSON.parse(json) as Record<keyof BackupHeader, unknown>
    const whole = [salt, recipient, passing].every((part) => BASE64URL.test(String(part)))
    return whole ? ({ salt, recipient, passing } as BackupHeader) : undefined
  } catch {
    return undefined
  }
}
