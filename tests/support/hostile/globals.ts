import { expect } from 'vitest'
import type { HostilePage } from './hostile-page.ts'

const PATIENCE = { timeout: 20_000 }

const after = (name: string, host: string, more: Partial<HostilePage> = {}): HostilePage => ({
  name: `globals/${name}`,
  host,
  outcome: 'votes',
  ...more,
})
const apologises = { outcome: 'apologises' } as const

/** Hosts whose other scripts have changed what browsers come with. */
export const GLOBALS: readonly HostilePage[] = [
  after('fetch-wrapped', 'measures every fetch'),
  after('fetch-marked', 'adds a header of its own to every fetch', {
    ...apologises,
    browserSays: [/^error: Access to fetch .* blocked by CORS policy/, /^error: Failed to load/],
  }),
  after('fetch-broken', 'lets fetch throw', apologises),
  after('fetch-void', 'lets fetch answer nothing', apologises),
  after('promise', 'brings promises of 2013'),
  after('prototype-js', 'is built with Prototype.js 1.5'),
  after('object-prototype', 'extends Object.prototype'),
  after('stringify-spaced', 'lets JSON.stringify indent'),
  after('stringify-marked', 'lets JSON.stringify add a field', {
    ...apologises,
    browserSays: [/^error: Failed to load resource: the server responded with a status of 400/],
  }),
  after('no-crypto', 'has no crypto', { outcome: 'reads' }),
  after('window-name', 'has given our names to its window'),
  after('clobbered', 'covers names of the document with forms and pictures'),
  after('clobbered-query', 'covers querySelector and createElement with pictures', {
    outcome: 'absent',
  }),
  after('storage-throws', 'is refused every storage'),
  after('storage-silent', 'has a storage that never answers'),
  after('storage-blocked', 'has a storage that fails to open'),
  after('storage-write-fails', 'has a storage that is full'),
  after('storage-foreign', 'has a database of our name'),
  after('local-storage-full', 'has filled localStorage'),
  after('clock-frozen', 'has stopped the clock'),
  after('clock-replaced', 'has replaced Date', apologises),
  after('timers-stopped', 'has left fake timers in: nothing that waits ever runs', {
    // A vote that waits for its page token to ripen would wait for ever; a later one does not.
    before: (page) =>
      expect.poll(() => page.evaluate('performance.now()'), PATIENCE).toBeGreaterThan(6000),
  }),
  after('timers-and-storage', 'has fake timers and a silent storage', { outcome: 'waits' }),
  after('dom-patched', 'watches nodes and events'),
  after('element-taken', 'uses the name of our element', { outcome: 'absent' }),
  after('click-eater', 'stops keys and pointers on their way'),
  after('no-match-media', 'has no matchMedia'),
]
