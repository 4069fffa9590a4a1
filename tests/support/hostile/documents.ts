import type { HostilePage } from './hostile-page.ts'

const document = (name: string, host: string, more: Partial<HostilePage> = {}): HostilePage => ({
  name: `documents/${name}`,
  host,
  outcome: 'votes',
  ...more,
})

/** Hosts whose documents aren't of this age. */
export const DOCUMENTS: readonly HostilePage[] = [
  document('quirks', 'has no doctype'),
  document('no-end', 'never closes its body'),
  document('xhtml', 'is XHTML and served as such', { outcome: 'absent' }),
  document('frameset', 'is a frameset of 1998', {
    menu: 'frame[name=menu]',
    frame: 'frame[name=isi]',
    article: '/documents/frameset-content',
  }),
  document('long-address', 'has an address of more than 512 bytes', {
    outcome: 'apologises',
    browserSays: [/^error: Failed to load resource: the server responded with a status of 400/],
  }),
  document('latin-1', 'is served in an encoding of 1998', {
    headers: { 'Content-Type': 'text/html; charset=iso-8859-1' },
  }),
  document('service-worker', 'answers every fetch with HTML by a service worker', {
    outcome: 'apologises',
    // The first visit is still without the worker.
    views: 1,
    async before(page) {
      await page.getByText('kali dilihat').waitFor()
      await page.evaluate('installWorker()')
      await page.reload()
    },
  }),
]
