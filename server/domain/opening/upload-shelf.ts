import type { NewImport } from '../../store/store.ts'
import { hexadecimal } from '../hexadecimal.ts'

/** A file that was sent to be brought in, and what was said of it. */
export interface Upload
  extends Pick<NewImport, 'site' | 'source' | 'date' | 'estimate' | 'kind' | 'file'> {
  readonly bytes: Uint8Array
  /** Where its posts are, as WordPress writes it; empty where there are none. */
  readonly permalink: string
}

/**
 * Files that wait for somebody to say yes. They are in memory only, a few at most and for an hour at most: what an
 * office exports may hold more than its counts.
 */
export interface UploadShelf {
  /** @returns id under which it is found */
  put(upload: Upload): string
  find(site: string, id: string): Upload | undefined
  remove(id: string): void
}

/** Files that wait at once; the oldest goes first. */
const MOST = 3
/** How long one waits, in milliseconds. */
const LIFE = 60 * 60_000

export function createUploadShelf(
  random: (bytes: number) => Uint8Array,
  clock: () => number,
): UploadShelf {
  const waiting = new Map<string, { readonly upload: Upload; readonly until: number }>()

  function tidy(most: number): void {
    const now = clock()
    for (const [id, { until }] of waiting) if (until <= now) waiting.delete(id)
    for (const id of [...waiting.keys()].slice(0, Math.max(0, waiting.size - most))) {
      waiting.delete(id)
    }
  }

  return {
    put(upload) {
      tidy(MOST - 1)
      const id = hexadecimal(random(16))
      waiting.set(id, { upload, until: clock() + LIFE })
      return id
    },
    find(site, id) {
      tidy(MOST)
      const upload = waiting.get(id)?.upload
      return upload?.site === site ? upload : undefined
    },
    remove: (id) => void waiting.delete(id),
  }
}
