import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { type BackupHeader, headerText, NoBackupError, readHeader } from './backup-header.ts'
import type { Manifest } from './manifest.ts'
import {
  contentKey,
  passingKey,
  privateKeyOf,
  publicHalf,
  type RecoveryKey,
} from './recovery-key.ts'
import { PhraseError } from './recovery-phrase.ts'
import { opened, SealBrokenError, sealed } from './sealed-chunks.ts'
import { writeFilePaced } from './written-file.ts'

/*
 * A backup: a header in the clear, then sealed chunks that hold, one after the other, the
 * length of a JSON text (4 bytes), that text, and the database file.
 */

/** What a backup holds beside the database. */
export interface Contents {
  readonly manifest: Manifest
  /** The server's secret, without which no ballot would be known again. */
  readonly secret: string
}

export interface OpenedBackup extends Contents {
  /** What the server that restores keeps, to go on under the same phrase. */
  readonly recoveryKey: RecoveryKey
  /** The database's bytes; it throws at the end of a file that was cut short. */
  readonly database: AsyncIterable<Buffer>
}

const LENGTH_BYTES = 4
const PIECE = 1024 * 1024
/** Longest JSON text, so that a forged length takes no memory. */
const LONGEST = 1024 * 1024

/**
 * Writes a backup, then reads it back from the disk and opens it again.
 * @returns its length in bytes
 * @throws SealBrokenError when what was read back is not what went in
 */
export async function writeBackup(
  path: string,
  { salt, recipient }: RecoveryKey,
  contents: Contents,
  database: string,
): Promise<number> {
  const own = passingKey()
  const header = headerText({ salt, recipient, passing: publicHalf(own) })
  const key = contentKey(own, recipient, header)
  const text = Buffer.from(JSON.stringify(contents))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(text.length)

  const went = createHash('sha256')
  async function* plain(): AsyncGenerator<Buffer> {
    for await (const piece of joined([length, text], readPieces(database))) {
      went.update(piece)
      yield piece
    }
  }
  const size = await writeFilePaced(path, joined([Buffer.from(header)], sealed(key, plain())))

  const came = createHash('sha256')
  for await (const piece of opened(key, readPieces(path, Buffer.byteLength(header)))) {
    came.update(piece)
  }
  if (!went.digest().equals(came.digest())) throw new SealBrokenError()
  return size
}

/**
 * Opens a backup with its phrase, as `phraseFrom` answers it.
 * @throws NoBackupError, PhraseError, SealBrokenError
 */
export async function openBackup(path: string, phrase: string): Promise<OpenedBackup> {
  const [header, text] = await headerOf(path)
  const own = await privateKeyOf(phrase, header.salt)
  if (publicHalf(own) !== header.recipient) {
    throw new PhraseError('The recovery phrase is that of another backup.')
  }
  const key = contentKey(own, header.passing, text)
  const plain = opened(key, readPieces(path, Buffer.byteLength(text)))

  const first = await takeUntil(plain, Buffer.alloc(0), LENGTH_BYTES)
  const length = first.readUInt32BE()
  if (length > LONGEST) throw new SealBrokenError()
  const begun = await takeUntil(plain, first.subarray(LENGTH_BYTES), length)
  const { salt, recipient } = header
  return {
    ...(JSON.parse(begun.toString('utf8', 0, length)) as Contents),
    recoveryKey: { salt, recipient },
    database: joined([begun.subarray(length)], plain),
  }
}

async function headerOf(path: string): Promise<[BackupHeader, string]> {
  if (!(await stat(path)).isFile()) throw new NoBackupError(`${path} is no file.`)
  const file = await open(path)
  try {
    return await readHeader(file)
  } finally {
    await file.close()
  }
}

/** As many pieces as it takes to have some bytes. @throws SealBrokenError at an early end */
async function takeUntil(source: AsyncGenerator<Buffer>, begun: Buffer, bytes: number) {
  let taken = begun
  while (taken.length < bytes) {
    const { value, done } = await source.next()
    if (done) throw new SealBrokenError()
    taken = Buffer.concat([taken, value])
  }
  return taken
}

function readPieces(path: string, start = 0): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: PIECE, start })
}

async function* joined(
  first: readonly Buffer[],
  then: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  yield* first
  yield* then
}
