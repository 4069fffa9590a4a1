import type { Random } from '../seeded.ts'
import type { DiskOperation } from './disk-operation.ts'

/** Files by path. */
export type Files = ReadonlyMap<string, Buffer>

/** A file that grows: as much of the bytes as is its length. */
interface FileImage {
  readonly bytes: Buffer
  readonly length: number
}

type Disk = Map<string, FileImage>

/** What becomes of what was asked of the disk and not synced when the power goes. */
export type Fate = 'dropped' | 'kept' | 'torn'
export const FATES: readonly Fate[] = ['dropped', 'kept', 'torn']

/** What a disk writes whole or not at all, in bytes. */
const SECTOR = 512

/**
 * The files as a power cut just before an operation may leave them. Everything until a file's
 * last sync is there. Of the rest all is lost, or all is there, or each is there, lost or there in
 * part, whatever came after it: no disk promises an order without a sync.
 */
export function crashImage(
  before: Files,
  operations: readonly DiskOperation[],
  cut: number,
  fate: Fate,
  random: Random,
): Files {
  const disk: Disk = new Map()
  for (const [path, bytes] of before) {
    disk.set(path, { bytes: Buffer.from(bytes), length: bytes.length })
  }
  const synced = new Map<string, number>()
  for (let i = 0; i < cut; i++) {
    const { kind, file } = operations[i] as DiskOperation
    if (kind === 'sync') synced.set(file, i)
  }
  for (let i = 0; i < cut; i++) {
    const operation = operations[i] as DiskOperation
    const durable = i < (synced.get(operation.file) ?? -1)
    if (durable || fate === 'kept') apply(disk, operation)
    else if (fate === 'torn') applyPart(disk, operation, random)
  }
  return new Map([...disk].map(([path, { bytes, length }]) => [path, bytes.subarray(0, length)]))
}

function applyPart(disk: Disk, operation: DiskOperation, random: Random): void {
  const chance = random()
  if (chance < 0.35) return
  if (chance < 0.7 || operation.kind !== 'write') {
    apply(disk, operation)
    return
  }
  const { bytes, offset } = operation
  for (let from = 0; from < bytes.length; from += SECTOR) {
    const part = { ...operation, offset: offset + from, bytes: bytes.subarray(from, from + SECTOR) }
    if (random() < 0.5) apply(disk, part)
  }
}

function apply(disk: Disk, operation: DiskOperation): void {
  const { file } = operation
  const present = disk.get(file) ?? { bytes: Buffer.alloc(0), length: 0 }
  switch (operation.kind) {
    case 'create':
      disk.set(file, present)
      break
    case 'unlink':
      disk.delete(file)
      break
    case 'truncate':
      present.bytes.fill(0, operation.length)
      disk.set(file, withRoom(present, operation.length))
      break
    case 'write': {
      const { offset, bytes } = operation
      const written = withRoom(present, Math.max(present.length, offset + bytes.length))
      bytes.copy(written.bytes, offset)
      disk.set(file, written)
      break
    }
    case 'sync':
      break
  }
}

/** The same file with another length; what is new of it is zero. */
function withRoom({ bytes }: FileImage, length: number): FileImage {
  if (length <= bytes.length) return { bytes, length }
  const larger = Buffer.alloc(2 * length)
  bytes.copy(larger)
  return { bytes: larger, length }
}
