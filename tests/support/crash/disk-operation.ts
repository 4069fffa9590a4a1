/** What a process asked of the disk, in the order in which it did. */
export type DiskOperation = { readonly file: string; readonly at: number } & (
  | { readonly kind: 'write'; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly length: number }
  | { readonly kind: 'create' | 'unlink' | 'sync' }
)

/** Options of strace that record it, for some files alone. */
export function recordingOptions(files: readonly string[], log: string): readonly string[] {
  const calls = 'trace=openat,pwrite64,fsync,fdatasync,ftruncate,unlink,write,rename'
  return [
    ...['-e', calls, '-y', '-xx', '-ttt', '-s', '66000', '-o', log],
    ...files.flatMap((file) => ['-P', file]),
  ]
}

/** pid, time in seconds, name, arguments; one that another thread interrupted has no result here. */
const LINE = /^\d+\s+([\d.]+)\s+(\w+)\((.*)$/
const HANDLE = /^\d+<([^>]*)>/
const HEX = /\\x([0-9a-f]{2})/g

/**
 * Reads what strace recorded.
 * @throws Error at a call that is not understood: an image without it would prove nothing
 */
export function readRecording(log: string): DiskOperation[] {
  return log.split('\n').flatMap((line) => {
    const [, time, name, rest = ''] = LINE.exec(line) ?? []
    if (name === undefined || / = -1 E/.test(rest)) return []
    const operation = operationFrom(name, rest)
    return operation ? [{ ...operation, at: Number(time) * 1000 } as DiskOperation] : []
  })
}

function operationFrom(name: string, rest: string): object | undefined {
  const file = textOf(HANDLE.exec(rest)?.[1] ?? '')
  switch (name) {
    case 'openat': {
      const [, path = '', flags = ''] = /, "([^"]*)", ([A-Z_|]+)/.exec(rest) ?? []
      return flags.includes('O_CREAT') ? { kind: 'create', file: textOf(path) } : undefined
    }
    case 'pwrite64': {
      const [, hex = '', length, offset] = /, "([^"]*)", (\d+), (\d+)/.exec(rest) ?? []
      const bytes = bytesOf(hex)
      if (bytes.length !== Number(length)) throw new Error(`a write was recorded in part: ${file}`)
      return { kind: 'write', file, offset: Number(offset), bytes }
    }
    case 'ftruncate':
      return { kind: 'truncate', file, length: Number(/, (\d+)/.exec(rest)?.[1]) }
    case 'fsync':
    case 'fdatasync':
      return { kind: 'sync', file }
    case 'unlink':
      return { kind: 'unlink', file: textOf(/^"([^"]*)"/.exec(rest)?.[1] ?? '') }
    default:
      throw new Error(`what ${name} does to a file is not modelled`)
  }
}

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.replaceAll(HEX, '$1'), 'hex')
}

function textOf(hex: string): string {
  return bytesOf(hex).toString('utf8')
}
