import { brotliCompressSync } from 'node:zlib'
import type { ReaderFiles } from '../routes/reader-files.ts'

/** The readers' files with what Node has to compress by itself: once, at the start. */
export function compressed({ version, files }: ReaderFiles): ReaderFiles {
  return {
    version,
    files: files.map((file) => ({
      ...file,
      brotli: new Uint8Array(brotliCompressSync(file.body)),
    })),
  }
}
