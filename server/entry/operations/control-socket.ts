import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Longest path of a Unix socket, in bytes; systems allow 103 to 107. */
const LONGEST = 100
const OWNER_ONLY = 0o600
const SOCKET = 'control.sock'
/** Holds the socket's path where the data folder's own is too long for one. */
const POINTER = 'control.path'

/** Where to reach the server of a data folder, whether or not there is one. */
export async function findSocket(dataDir: string): Promise<string> {
  return (await pointedTo(dataDir)) ?? ownPath(dataDir)
}

/**
 * A free place for the socket of the one server of a data folder; what a killed one left there
 * is removed.
 */
export async function takeSocketPlace(dataDir: string): Promise<string> {
  await removeSocket(dataDir)
  const path = ownPath(dataDir)
  if (Buffer.byteLength(path) < LONGEST) return path
  const elsewhere = join(await mkdtemp(join(tmpdir(), 'tanggapan-')), SOCKET)
  await writeFile(join(dataDir, POINTER), `${elsewhere}\n`, { mode: OWNER_ONLY })
  return elsewhere
}

export async function removeSocket(dataDir: string): Promise<void> {
  const elsewhere = await pointedTo(dataDir)
  // Only a folder as `takeSocketPlace` makes them: the pointer may have been written by hand.
  if (elsewhere?.startsWith(join(tmpdir(), 'tanggapan-'))) {
    await rm(dirname(elsewhere), { recursive: true, force: true })
  }
  await rm(join(dataDir, POINTER), { force: true })
  await rm(ownPath(dataDir), { force: true })
}

/** Whether anybody listens on a socket. */
export function isAnswered(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })
}

function ownPath(dataDir: string): string {
  return resolve(dataDir, SOCKET)
}

async function pointedTo(dataDir: string): Promise<string | undefined> {
  try {
    return (await readFile(join(dataDir, POINTER), 'utf8')).trim()
  } catch {
    // No such file: the socket is in the data folder itself.
    return undefined
  }
}
